import { PermissionFlagsBits } from 'discord.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { followUp, withoutOpening } from '../../../src/discord/messages/conversation.ts';
import { talkOf, type Talk } from '../../../src/discord/messages/talk.ts';
import { IDS, OTHER_PERSON } from '../../support/discord/discord-payloads.ts';
import { createFakeApp } from '../../support/fake-app.ts';
import { runBot, type RunningBotOptions } from '../../support/discord/running-bot.ts';

const fake = createFakeApp();
const before: Talk = { question: 'what did the US offer on missiles?', side: 'US', topic: 'missiles' };

/** What a message is understood as after a talk, as the fake app reads names. */
async function understood(text: string, talk: Talk) {
  const base = talk.question === undefined ? null : await fake.readNames(talk.question);
  return followUp(text, await fake.readNames(text), talk, base);
}

describe('a follow-up', () => {
  it.each([
    [
      'and on NATO enlargement?',
      'what did the US offer on NATO enlargement?',
      { side: 'US', topic: 'nato-enlargement' },
    ],
    ['and Moscow?', 'what did the Moscow offer on missiles?', { side: 'Russia', topic: 'missiles' }],
    [
      'only Sherman',
      'what did the Sherman offer on missiles?',
      { speaker: 'Wendy Sherman', topic: 'missiles' },
    ],
    [
      'nah i meant Sherman',
      'what did the Sherman offer on missiles?',
      { speaker: 'Wendy Sherman', topic: 'missiles' },
    ],
    ['why?', 'what did the US offer on missiles? why?', { side: 'US', topic: 'missiles' }],
    ['source?', 'what did the US offer on missiles?', { side: 'US', topic: 'missiles' }],
    [
      'is that still so?',
      'what did the US offer on missiles? is that still so?',
      { side: 'US', topic: 'missiles' },
    ],
    ['what did Russia say to that?', 'what did Russia say to that?', { side: 'Russia', topic: 'missiles' }],
    ['and what about drones', 'and what about drones', { side: 'US' }],
    ['and in October?', 'what did the US offer on missiles in October?', { side: 'US', topic: 'missiles' }],
    ['is that true?', 'what did the US offer on missiles?', { side: 'US', topic: 'missiles' }],
    ['but when will they go?', 'but when will they go?', { side: 'US', topic: 'missiles' }],
  ])('%s', async (text, question, narrowed) =>
    expect(await understood(text, before)).toEqual({ question, narrowed }),
  );

  it('of another time takes the place of the one before', async () => {
    const talk = { ...before, question: 'what did the US offer on missiles in September?' };
    expect(await understood('and since last month', talk)).toMatchObject({
      question: 'what did the US offer on missiles since last month?',
    });
  });

  it('is none where it asks who said something of its own', async () => {
    expect(await understood('and who said that drones may fly?', before)).toBeNull();
    expect(await understood('and who said that?', before)).not.toBeNull();
  });

  it.each([
    ['hm and what about drones', 'and what about drones'],
    ['oh, what about Moscow', 'what about Moscow'],
    ['US and Russia on missiles', 'US and Russia on missiles'],
    ['whether and when', 'whether and when'],
  ])('begins with what it goes on with: %s', async (text, rest) =>
    expect(withoutOpening(text, await fake.readNames(text))).toBe(rest),
  );

  it('of a topic alone keeps it for whoever is named next', async () => {
    const talk = await talkOf(fake, { question: 'nato' });
    expect(talk).toMatchObject({ side: undefined, topic: 'nato-enlargement' });
    expect(await understood('and the us?', talk)).toEqual({
      question: 'nato us',
      narrowed: { side: 'US', topic: 'nato-enlargement' },
    });
  });

  it('asks for the next page where more of the same is wanted', async () => {
    const same = { question: before.question, narrowed: { side: 'US', topic: 'missiles' } };
    expect(await understood('more', before)).toEqual({ ...same, page: 1 });
    expect(await understood('anything else?', { ...before, page: 1 })).toEqual({ ...same, page: 2 });
  });

  it.each(['who attended the talks in Geneva?', 'what did Sherman say on missiles?', '👍'])(
    'is none: %s',
    async (text) => expect(await understood(text, before)).toBeNull(),
  );

  it('is none where nothing was talked about', async () => {
    expect(await understood('and on exercises?', {})).toBeNull();
  });

  it('goes on with what the options of a command were', async () => {
    expect(await talkOf(fake, { name: 'Wendy Sherman', topic: 'missiles' })).toMatchObject({
      question: 'Wendy Sherman on Missiles',
      speaker: 'Wendy Sherman',
      topic: 'missiles',
    });
    expect(await talkOf(fake, { question: 'what did Moscow offer?', side: 'US' })).toMatchObject({
      side: 'US',
    });
  });
});

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function run(options: RunningBotOptions = {}) {
  const running = await runBot(options);
  stops.push(() => running.stop());
  return running;
}

const mention = `<@${IDS.bot}>`;
const question = 'what did the US offer on missiles?';

describe('a conversation', () => {
  it('goes on in a reply to an answer, without a mention, and says with what', async () => {
    const { app, discord, logged } = await run();
    const first = await discord.message(`${mention} ${question}`).replied();
    await logged('interaction');
    const on = discord.message('and what about NATO enlargement?', { repliesTo: first.answer });
    const second = await on.replied();
    const narrowed = { side: 'US', topic: 'nato-enlargement' };
    expect(app.asked.at(-1)).toEqual({
      question: 'what did the US offer on NATO enlargement?',
      filters: narrowed,
    });
    expect(second.body.content).toMatch(/ · going on with US, NATO enlargement$/m);
    await logged('interaction', 2);
    await discord.message('only Sherman', { repliesTo: second.answer }).replied();
    expect(app.asked.at(-1)?.filters).toEqual({ speaker: 'Wendy Sherman', topic: 'nato-enlargement' });
  });

  it('goes on from the answer to a command', async () => {
    const { app, discord, logged } = await run();
    const { answer } = await discord.slash('position', { side: 'US', topic: 'missiles' }).edited();
    await logged('interaction');
    await discord.message('and what did Russia say to that?', { repliesTo: answer }).replied();
    expect(app.asked.at(-1)?.filters).toEqual({ side: 'Russia', topic: 'missiles' });
  });

  it('goes on in direct messages, also after a restart, but not when it is over', async () => {
    const { app, discord, logged } = await run();
    await discord.message(question, { place: 'direct' }).replied();
    await logged('interaction');
    const { discord: again, logged: loggedAgain } = await run({ app });
    await again.message('and what about exercises?', { place: 'direct' }).replied();
    expect(app.asked.at(-1)?.filters).toEqual({ side: 'US' });
    await loggedAgain('interaction');
    await app.remember(`direct discord.talk.${IDS.directChannel}`, '{}', 0);
    await again.message('and what about exercises?', { place: 'direct' }).replied();
    expect(app.asked.at(-1)?.filters).toEqual({});
  });

  it('goes on with what the same person says to it in the same channel, for ten minutes', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    stops.push(async () => void vi.useRealTimers());
    const { app, discord, logged } = await run();
    const on = `${mention} and on NATO enlargement?`;
    await discord.message(`${mention} ${question}`).replied();
    await logged('interaction');
    vi.setSystemTime(Date.now() + 10 * 60_000 - 1);
    const goingOn = (await discord.message(on).replied()).body;
    expect(goingOn.content).toMatch(/ · going on with US, NATO enlargement$/m);
    expect(app.asked.at(-1)?.filters).toEqual({ side: 'US', topic: 'nato-enlargement' });
    await logged('interaction', 2);
    await discord.message(on, { author: OTHER_PERSON }).replied();
    expect(app.asked.at(-1)?.filters).toEqual({});
    vi.setSystemTime(Date.now() + 10 * 60_000);
    const anew = (await discord.message(on).replied()).body;
    expect(anew.content).not.toContain('going on');
    expect(app.asked.at(-1)?.filters).toEqual({});
  });

  it('goes on in a thread that a button opens', async () => {
    const { app, discord } = await run();
    const shown = (await discord.slash('ask', { question }).edited()).body;
    const click = discord.click(shown, 'Thread');
    const { body, answer } = await discord.waitFor({ method: 'POST', path: /\/threads$/ });
    expect((await click.edited()).body.content).toBe(`Go on in <#${answer.id}>.`);
    expect(body.name).toBe(question);
    const { path } = await discord.message('and on NATO enlargement?', { thread: answer.id }).replied();
    expect(path).toBe(`/channels/${answer.id}/messages`);
    expect(app.asked.at(-1)?.filters).toEqual({ side: 'US', topic: 'nato-enlargement' });
  });

  it('leads to the thread that there is, where it is wanted a second time', async () => {
    const { discord } = await run();
    const shown = (await discord.slash('ask', { question }).edited()).answer;
    await discord.click(shown, 'Thread').edited();
    const { body } = await discord.click(shown, 'Thread', { by: OTHER_PERSON }).edited();
    expect(body.content).toBe(`There is a thread for this answer already: <#${shown.id}>.`);
    expect(discord.all({ method: 'POST', path: /\/threads$/ })).toHaveLength(1);
  });

  it('offers no thread where it may not open one', async () => {
    const everyone =
      PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages | PermissionFlagsBits.EmbedLinks;
    const { discord } = await run({ everyone });
    const asked = (await discord.slash('ask', { question }).edited()).body;
    const mentioned = (await discord.message(`${mention} ${question}`).replied()).body;
    for (const { components } of [asked, mentioned])
      expect(JSON.stringify(components)).not.toContain('Thread');
  });

  it('says why a thread cannot be opened', async () => {
    const { discord } = await run();
    const shown = (await discord.slash('ask', { question }).edited()).body;
    for (const [code, sentence] of [
      [50013, 'Create Public Threads'],
      [160004, 'There is a thread for this answer already'],
    ] as const) {
      discord.fail({ method: 'POST', path: /\/threads$/, status: 403, code });
      const click = discord.click(shown, 'Thread');
      expect((await click.edited()).body.content).toContain(sentence);
    }
  });

  it('leaves replies to other people alone', async () => {
    const { app, discord } = await run();
    discord.message('and on exercises?');
    await discord.message(`${mention} ${question}`).replied();
    expect(app.asked).toHaveLength(1);
  });
});
