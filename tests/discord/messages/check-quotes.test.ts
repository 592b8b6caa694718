import { messageCommand } from '../../../src/discord-double/interactions.ts';
import { storedMessage } from '../../../src/discord-double/messages.ts';
import { PERSON } from '../../support/discord/discord-payloads.ts';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { quotationsIn } from '../../../src/discord/messages/quoted-in-message.ts';
import { isEphemeral } from '../../support/discord/discord-double.ts';
import { evidence } from '../../support/fake-app.ts';
import { runBot } from '../../support/discord/running-bot.ts';

describe('the quotations of a message', () => {
  it.each<[string, string[]]>([
    ['He said “we will see you there” and left.', ['we will see you there']],
    ['He said "we will see you there" and left.', ['we will see you there']],
    ['> we will see you there\nReally?', ['we will see you there']],
    ['> He said “we will see you there”', ['He said “we will see you there”']],
    ['**“we *will* see you there”**, „so war es gesagt“', ['we will see you there', 'so war es gesagt']],
    ['the so-called “peace talks”', []],
    ['"one two three" and "one two three"', ['one two three']],
    ['no quotation, 3 > 2', []],
    ['an "open one that never ends', []],
    ['‘we won’t see you there’, the allies’ envoys said', ['we won’t see you there']],
    ["He said 'we won't see you there' and left.", ["we won't see you there"]],
    ["don't, won't and can't, they said, isn't it", []],
    ['“one two three\n\n“four five six”', ['one two three\n\n“four five six']],
    ['> one two three\n> four five six\nReally?', ['one two three\nfour five six']],
    ['>>> one two three\nfour five six', ['one two three\nfour five six']],
    ['“so he said, “never again, my friend” and left”', ['so he said, “never again, my friend” and left']],
  ])('%j', (message, quotes) => expect(quotationsIn(message).map(({ words }) => words)).toEqual(quotes));
});

it('what stands beside a quotation is its paragraph and the line before, without quotations', () => {
  const [first, second, third] = quotationsIn(
    'Far off.\nSherman:\n> we will see you there\nBlinken said “we will not go” and “nor will anybody else”.',
  );
  expect(first?.beside).toContain('Sherman:');
  expect(first?.beside).not.toContain('Far off');
  for (const one of [second, third]) {
    expect(one?.beside).toContain('Blinken said');
    expect(one?.beside).not.toMatch(/nor will|not go|see you/);
  }
});

describe('Check quotes in this message', () => {
  let running: Awaited<ReturnType<typeof runBot>>;
  beforeAll(async () => {
    running = await runBot();
  });
  afterAll(() => running.stop());
  const check = (text: string) => running.discord.messageCommand('Check quotes in this message', text);

  it('tells of each, privately, whether it stands in the articles, who said it and where', async () => {
    const asked = check('“We need ironclad, legally relevant guarantees” they say, and “we want the moon”');
    expect(isEphemeral((await asked.callback()).body.data)).toBe(true);
    const { body } = await asked.edited();
    expect(body.content).toBe('2 quotations checked: 1 verbatim, 1 not found.');
    expect(body.cards).toMatchObject([
      {
        author: { name: '1 · Verbatim · Sergey Ryabkov (Russia)' },
        description:
          '> We need ironclad, legally relevant guarantees\n-# Eight-hour US-Russia talks—what sides (not) agreed on',
      },
      { author: { name: '2 · Not found' }, description: '> we want the moon' },
    ]);
  });

  it('reads messages that are laid out by components, as its own are', async () => {
    const own = (await running.discord.slash('ask', { question: 'which guarantees?' }).edited()).answer;
    const payload = messageCommand('Check quotes in this message', storedMessage(own), { by: PERSON });
    const { body } = await running.discord.interact(payload).edited();
    expect(body.content).toBe('1 quotation checked: 1 verbatim.');
  });

  it('does not count what was altered as found word for word', async () => {
    const { app } = running;
    app.override.verify = async (quote) => ({
      quote,
      verdict: 'altered',
      warning: null,
      match: evidence(),
      differences: [],
    });
    onTestFinished(() => {
      delete app.override.verify;
    });
    const { body } = await check('“We need ironclad, legally binding guarantees”').edited();
    expect(body.content).toBe('1 quotation checked: 1 altered.');
  });

  it('tells first of what is reversed, in red, and who is named beside a quotation is asked for', async () => {
    const { app } = running;
    const asked: (string | undefined)[] = [];
    app.override.verify = async (quote, _signal, beside) => {
      asked.push(beside?.trim());
      const verdict = quote.startsWith('We will') ? 'reversed' : 'verbatim';
      const warning = verdict === 'verbatim' ? 'In the article Wendy Sherman says these words.' : null;
      return { quote, verdict, warning, match: evidence(), differences: [] };
    };
    onTestFinished(() => {
      delete app.override.verify;
    });
    const { body } = await check(
      'Blinken: “They need ironclad guarantees”\n\n“We will allow anyone”',
    ).edited();
    expect(body.content).toBe('2 quotations checked: 1 reversed, 1 verbatim.');
    expect(body.cards[0].author.name).toContain('1 · Reversed');
    expect(body.cards[1].description).toContain('⚠ **In the article Wendy Sherman says these words.**');
    expect(asked[0]).toBe('Blinken:');
    const colours = body.cards.map(({ color }: { color: number }) => color);
    expect(new Set(colours).size).toBe(2);
  });

  it('counts those that do not fit, and says when there is none', async () => {
    const many = Array.from({ length: 14 }, (_, i) => `"quotation number ${i} is here"`).join(' ');
    const { body } = await check(many).edited();
    expect(body.content).toBe('10 quotations checked: 10 not found; 4 more did not fit.');
    expect((await check('nothing here').edited()).body.content).toContain('There is no quotation');
  });
});

describe('where the bot is not invited', () => {
  it('answers who has it installed alone, or all where they say so', async () => {
    const running = await runBot();
    const options = { question: 'which missiles?' };
    const asked = running.discord.slashAsGuest('ask', options);
    expect(isEphemeral((await asked.callback()).body.data)).toBe(true);
    expect((await asked.edited()).body.content).toContain('citations');
    const shown = running.discord.slashAsGuest('ask', { ...options, private: false });
    expect(isEphemeral((await shown.callback()).body.data)).toBe(false);
    const { components } = (await shown.edited()).body;
    expect(JSON.stringify(components)).not.toContain('Thread');
    await running.stop();
  });
});
