import { InteractionResponseType, MessageFlags } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../../src/discord/commands/index.ts';
import { slashCommand } from '../../../src/discord-double/interactions.ts';
import { UserError } from '../../../src/errors.ts';
import { isEphemeral } from '../../support/discord/discord-double.ts';
import { filled, IDS, PERSON } from '../../support/discord/discord-payloads.ts';
import { timeOf } from '../../../src/discord-double/people.ts';
import { evidence } from '../../support/fake-app.ts';
import { runBot } from '../../support/discord/running-bot.ts';

let running: Awaited<ReturnType<typeof runBot>>;

beforeAll(async () => {
  running = await runBot();
});
afterEach(() => {
  for (const name of ['ask', 'speaker', 'speakers', 'sources', 'verify'] as const)
    delete running.app.override[name];
});
afterAll(() => running.stop());

describe('/ask', () => {
  it('is acknowledged for all to see, then edited into the evidence', async () => {
    const asked = running.discord.slash('ask', { question: 'what did the US offer on missiles?' });
    const { body } = await asked.callback();
    expect(body.type).toBe(InteractionResponseType.DeferredChannelMessageWithSource);
    expect(isEphemeral(body.data)).toBe(false);
    const edited = (await asked.edited()).body;
    expect(edited.content).toBe(
      '**3 citations from 3 articles: US, Wendy Sherman (US)**\n' +
        '-# what did the US offer on missiles? · 3 citations from 3 articles · 1 of 2',
    );
    expect(edited.cards[0]).toMatchObject({
      author: { name: '1 · US · offers · reported' },
      description:
        '> The US announced its readiness to discuss the future of certain missile systems in Europe\n' +
        '-# [Tough talks between the two major p…](<https://example.org/ndo>) · Nhan Dan Online · 11 Jan 2022',
    });
    expect(edited.allowed_mentions.parse).toEqual([]);
  });

  it('is private when asked to be, and passes its filters on', async () => {
    const question = 'which guarantees?';
    const asked = running.discord.slash('ask', { question, side: 'Russia', private: true });
    expect((await asked.callback()).body.data.flags).toBe(MessageFlags.Ephemeral);
    const { content, cards } = (await asked.edited()).body;
    expect(cards[0].description).toMatch(/^“We need ironclad, legally relevant guarantees, not promises”\n/);
    expect(content).toMatch(/\n-# which guarantees\? · Russia · /);
    expect(running.app.asked.at(-1)).toEqual({ question, filters: { side: 'Russia' } });
  });

  it('says what it is narrowed to', async () => {
    const narrowed = { side: 'US', speaker: 'Wendy Sherman', topic: 'missiles' };
    const asked = running.discord.slash('ask', { question: 'which systems?', ...narrowed });
    expect((await asked.edited()).body.content).toMatch(
      /\n-# which systems\? · Wendy Sherman · US · Missiles · /,
    );
  });

  it('works in direct messages', async () => {
    const asked = running.discord.slash('ask', { question: 'missiles?' }, 'direct');
    expect((await asked.edited()).body.content).toContain('citations');
  });

  it('says when there is no answer, what was searched, and that near misses are none', async () => {
    const { body } = await running.discord.slash('ask', { question: 'What about China?' }).edited();
    expect(body.content).toMatch(
      /^\*\*Nothing found\.\*\*\n-# What about China\?\nSearched 3 articles, 5 passages\./,
    );
    expect(body.cards[0].author.name).toBe('closest, but no answer · US · offers · reported');
  });
});

describe('/speaker', () => {
  it('shows who it is and what they said', async () => {
    const { body } = await running.discord.slash('speaker', { name: 'Sergey Ryabkov' }).edited();
    expect(body.content).toBe(
      '**Sergey Ryabkov (Russia)**\n-# also called Sergei Ryabkov · on NATO enlargement 1 · 1 statement from 1 article',
    );
    expect(body.cards[0].author.name).toBe('1 · Sergey Ryabkov (Russia) · demands · quoted');
  });

  it('keeps to a topic', async () => {
    const options = { name: 'Wendy Sherman', topic: 'missiles' };
    const { body } = await running.discord.slash('speaker', options).edited();
    expect(body.content).toBe(
      '**Wendy Sherman (US) on Missiles**\n-# on Missiles 1 · 1 statement from 1 article',
    );
  });

  it('names those meant when nobody is called so', async () => {
    const { body } = await running.discord.slash('speaker', { name: 'Wendy *Shermn*' }).edited();
    expect(body.content).toBe(
      'Nobody called “Wendy \\*Shermn\\*” speaks in these articles. Did you mean Wendy Sherman?',
    );
  });

  it('says so when there is no statement on that topic', async () => {
    const options = { name: 'Sergey Ryabkov', topic: 'missiles' };
    const { body } = await running.discord.slash('speaker', options).edited();
    expect(body.content).toBe('No statement of Sergey Ryabkov (Russia) on Missiles in these articles.');
  });
});

describe('/position, /compare and /timeline', () => {
  it('show what a side said on a topic, by act', async () => {
    const options = { side: 'US', topic: 'missiles' };
    const { body } = await running.discord.slash('position', options).edited();
    expect(body.content).toMatch(/^\*\*US on Missiles\*\*\n-# Offers 2 · 2 statements from 2 articles/);
    const { cards } = (await running.discord.click(body, 'More ▶').edited()).body;
    expect(cards[0].author.name).toBe('2 · Wendy Sherman (US) · offers · reported');
  });

  it('put two sides beside each other, and say where there is nothing', async () => {
    const { body } = await running.discord.slash('compare', { topic: 'missiles' }).edited();
    expect(body.content).toBe('**Missiles, compared**\n-# US 2 quotes, Russia no statement · 1 of 2');
    expect(body.cards).toMatchObject([
      {
        color: 0x5b7fa6,
        author: { name: '1 · US' },
        description:
          '> The US announced its readiness to discuss the future of certain missile systems in Europe\n' +
          '-# offers · reported · [Nhan Dan On…](<https://example.org/ndo>) · 11 Jan 2022',
      },
      { color: 0xa3605c, author: { name: 'Russia' }, description: 'No statement found in 3 articles.' },
    ]);
    const next = (await running.discord.click(body, 'More ▶').edited()).body;
    expect(next.cards).toHaveLength(1);
    expect(next.cards[0].author.name).toBe('2 · Wendy Sherman (US)');
  });

  it('put beside one side alone who says most, and refuse the same twice', async () => {
    for (const option of ['side', 'side2']) {
      const options = { topic: 'missiles', [option]: 'Russia' };
      const { body } = await running.discord.slash('compare', options).edited();
      expect(body.content).toMatch(/^\*\*Missiles, compared\*\*\n-# Russia no statement, US 2 quotes/);
    }
    const twice = running.discord.slash('compare', { topic: 'missiles', side: 'US', side2: 'US' });
    expect((await twice.followedUp()).body.content).toMatch(/^Name two different sides/);
  });

  it('follow a topic through the dates, what is undated at the end', async () => {
    const { body } = await running.discord.slash('timeline', { topic: 'missiles' }).edited();
    expect(body.content).toMatch(
      /^\*\*Missiles, by date\*\*\n-# 2 statements with a date, the oldest first; 1 in articles without a date, at the end/,
    );
    const next = (await running.discord.click(body, 'More ▶').edited()).body;
    expect(body.cards).toHaveLength(1);
    const names = next.cards.map(({ author }: { author: { name: string } }) => author.name);
    expect(names).toEqual([
      '11 Jan 2022 · 1 · US · offers · reported',
      '11 Jan 2022 · 2 · Wendy Sherman (US) · offers · reported',
      "undated · 3 · the article's own words",
    ]);
  });

  it('say in how many articles there is nothing', async () => {
    const options = { side: 'Russia', topic: 'missiles' };
    const { body } = await running.discord.slash('position', options).edited();
    expect(body.content).toBe('Russia on Missiles: No statement found in 3 articles.');
  });
});

describe('/verify', () => {
  it('tells a quote that stands in an article, who said it and where', async () => {
    const { body } = await running.discord.slash('verify', { quote: 'We need ironclad' }).edited();
    expect(body.content).toBe(
      'Verbatim: these words stand in the articles, said by Sergey Ryabkov (Russia).',
    );
    expect(body.cards[1].author.name).toBe('in the article · Sergey Ryabkov (Russia) · demands · quoted');
  });

  it('shows what was altered', async () => {
    running.app.override.verify = async (quote) => ({
      quote,
      verdict: 'altered',
      warning: null,
      match: evidence({ text: 'We need *ironclad* guarantees' }),
      differences: [
        { kind: 'changed', given: 'firm', source: '*ironclad*' },
        { kind: 'added', given: 'really', source: '' },
        { kind: 'missing', given: '', source: 'now' },
      ],
    });
    const { body } = await running.discord.slash('verify', { quote: 'We firm really' }).edited();
    expect(body.cards[0]).toMatchObject({
      title: 'Altered',
      description:
        '> We firm really\n“firm” is “\\*ironclad\\*” in the article\n“really” is not in the article\n“now” is left out',
    });
  });

  it('says when no article has anything like it', async () => {
    const { body } = await running.discord.slash('verify', { quote: 'green cheese' }).edited();
    expect(body.content).toBe('Not found: no article has these words, or anything near them.');
    expect(body.cards).toHaveLength(1);
  });
});

describe('/sources and /help', () => {
  it('lists the articles, privately', async () => {
    const asked = running.discord.slash('sources');
    expect(isEphemeral((await asked.callback()).body.data)).toBe(true);
    const { body } = await asked.edited();
    expect(body.content).toBe('Answers come from 3 articles, newest first. · 1 of 2');
    const [{ description }] = body.cards;
    expect(description).toContain(
      '**Tough talks between the two major powers**\nNhan Dan Online · 11 Jan 2022',
    );
    expect(description).toContain('[open](<https://example.org/ndo>)');
    const next = (await running.discord.click({ ...body, flags: MessageFlags.Ephemeral }, 'More ▶').edited())
      .body;
    expect(next.cards[0].description).toContain('outlet not given · undated');
  });

  it('says so when there are none, and shows some at a time', async () => {
    running.app.override.sources = async () => [];
    expect((await running.discord.slash('sources').edited()).body.content).toContain('no articles yet');
    const { article: id, ...meta } = evidence();
    const row = { ...meta, id, author: null, sentences: 1, passages: 1, statements: 1 };
    running.app.override.sources = async () => Array.from({ length: 300 }, () => row);
    const { content, cards } = (await running.discord.slash('sources').edited()).body;
    const shown = cards[0].description.split('\n\n').length;
    expect(content).toBe(`Answers come from 300 articles, newest first. · 1 of ${Math.ceil(300 / shown)}`);
  });

  it('lists every command', async () => {
    const asked = running.discord.slash('help');
    expect(isEphemeral((await asked.callback()).body.data)).toBe(true);
    const { body } = await asked.edited();
    const more = running.discord.click(body, 'More commands', { isPrivate: true });
    expect(isEphemeral((await more.callback()).body.data)).toBe(true);
    const content = `${body.content}\n${(await more.edited()).body.content}`;
    for (const { name } of commands) expect(content).toMatch(new RegExp(`</${name}[ a-z]*:\\d+>`));
  });
});

describe('autocomplete', () => {
  it('offers speakers by what is typed', async () => {
    const typed = running.discord.autocomplete('speaker', 'name', 'sher');
    const { body } = await typed.callback();
    expect(body.type).toBe(InteractionResponseType.ApplicationCommandAutocompleteResult);
    expect(body.data.choices).toEqual([{ name: 'Wendy Sherman · US · 2×', value: 'Wendy Sherman' }]);
  });

  it('is answered with at most 25 choices of at most 100 characters', async () => {
    const row = { side: 'US', role: null, statements: 1, articles: 1 };
    const names = ['x'.repeat(150), 'A'.repeat(99), ...Array.from({ length: 40 }, (_, i) => `Name ${i}`)];
    running.app.override.speakers = async () => names.map((name) => ({ ...row, name }));
    const recorded = await running.discord.autocomplete('ask', 'speaker', '').callback();
    expect(recorded.status).toBe(204);
    expect(recorded.body.data.choices).toHaveLength(25);
  });

  it('is answered with none when it fails, or nobody knows the command', async () => {
    running.app.override.speakers = async () => {
      throw new Error('store is shut');
    };
    const failed = await running.discord.autocomplete('ask', 'speaker', 'x').callback();
    expect(failed.body.data.choices).toEqual([]);
    expect(running.lines().some(({ err }) => err?.message === 'store is shut')).toBe(true);
    const unknown = await running.discord.autocomplete('gone', 'name', 'x').callback();
    expect(unknown.body.data.choices).toEqual([]);
  });
});

describe('when something goes wrong', () => {
  it('shows a UserError to who asked alone', async () => {
    const asked = running.discord.slash('ask', { question: 'what?', side: 'Mars' });
    await asked.deleted();
    const { body, status } = await asked.followedUp();
    expect(status).toBe(200);
    expect(body.content).toBe('There is no side “Mars”; did you mean US?');
    expect(isEphemeral(body)).toBe(true);
    expect(body.allowed_mentions.parse).toEqual([]);
  });

  it('shows a UserError to all rather than not at all', async () => {
    const asked = running.discord.slash('ask', { question: 'what?', side: 'Mars' });
    running.discord.fail({ method: 'DELETE', path: new RegExp(asked.token), status: 403, code: 50013 });
    expect((await asked.edited()).body.content).toContain('There is no side “Mars”');
  });

  it('shows a UserError in place when the reply is private already', async () => {
    running.app.override.sources = async () => {
      throw new UserError('The store is busy; try again in a minute.');
    };
    const { body } = await running.discord.slash('sources').edited();
    expect(body.content).toBe('The store is busy; try again in a minute.');
  });

  it('answers an exception with a reference, and logs it whole under it', async () => {
    running.app.override.ask = async () => {
      throw new TypeError('secret details');
    };
    const { body } = await running.discord.slash('ask', { question: 'missiles?' }).edited();
    const reference = /^Something went wrong here \(reference ([0-9a-f]{6})\)\.$/.exec(body.content)?.[1];
    expect(reference).toBeDefined();
    const line = running.lines().find((logged) => logged.reference === reference);
    expect(line?.err?.message).toBe('secret details');
    expect(line?.err?.stack).toContain('commands.test.ts');
  });

  it('answers a command that it no longer has', async () => {
    expect((await running.discord.slash('old').edited()).body.content).toContain('no longer here');
  });

  it('does not leave anybody with "thinking" when Discord refuses the reply', async () => {
    const payload = running.discord.slash('ask', { question: 'missiles?' });
    running.discord.fail({ method: 'PATCH', path: new RegExp(payload.token), status: 400, code: 50035 });
    expect((await payload.edited()).body.content).toContain('Something went wrong here (reference');
  });

  it('waits out a rate limit', async () => {
    const payload = running.discord.slash('ask', { question: 'missiles?' });
    const path = new RegExp(payload.token);
    running.discord.fail({ method: 'PATCH', path, status: 429, retryAfterSeconds: 0.01 });
    expect((await payload.edited()).body.content).toContain('citations');
  });

  it('logs an interaction that expired, without its token, and lives on', async () => {
    const path = /\/callback$/;
    for (const code of [10062, 40060]) {
      running.discord.fail({ method: 'POST', path, status: code === 10062 ? 404 : 400, code });
      const expired = running.discord.slash('ask', { question: 'missiles?' });
      await expired.callback();
      expect((await running.discord.slash('ask', { question: 'missiles?' }).edited()).status).toBe(200);
      const logged = running.lines().filter(({ msg }) => msg === 'interaction expired');
      expect(logged.at(-1)?.err?.code).toBe(code);
      expect(running.text()).not.toContain(expired.token);
    }
  });

  it('lives on with its own token when that of an interaction has ended', async () => {
    const { discord } = running;
    const payload = slashCommand('ask', filled({ question: 'missiles?' }), { by: PERSON });
    // Discord's ids hold the time, in milliseconds; the clock of another test may have been ahead of ours.
    const ageMs = 16 * 60_000 + Math.max(0, timeOf(payload.id) - Date.now());
    const old = { ...payload, id: String(BigInt(payload.id) - (BigInt(ageMs) << 22n)) };
    discord.interact(old);
    const late = await discord.waitFor({ method: 'PATCH', path: new RegExp(old.token) });
    expect(late).toMatchObject({ status: 401, answer: { code: 50027 } });
    await running.logged('interaction expired');
    const asked = discord.message(`<@${IDS.bot}> missiles?`);
    expect((await asked.replied()).body.content).toContain('citations');
  });

  it('never logs the bot token or the words of a question', () => {
    expect(running.text()).not.toContain(running.discord.token);
    expect(running.text()).not.toContain('what did the US offer');
  });
});
