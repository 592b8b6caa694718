import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IDS, OTHER_PERSON } from '../../support/discord/discord-payloads.ts';
import { storedMessage } from '../../../src/discord-double/messages.ts';
import { runBot } from '../../support/discord/running-bot.ts';

let running: Awaited<ReturnType<typeof runBot>>;
const mention = `<@${IDS.bot}>`;
const QUOTED = 'Sherman said “We will not allow anyone to close NATO’s”';
const VERIFIED = '1 quotation checked: 1 verbatim.';

beforeEach(async () => {
  running = await runBot();
});
afterEach(() => running.stop());

/** What the bot answers to `text`, as a reply to what somebody else wrote. */
async function replyTo(theirs: string, text: string): Promise<string> {
  const before = running.discord.message(theirs, { author: OTHER_PERSON });
  return (await running.discord.message(text, { repliesTo: before }).replied()).body.content;
}

/** The same right after it, as no reply. */
async function rightAfter(theirs: string, text: string): Promise<string> {
  running.discord.message(theirs, { author: OTHER_PERSON });
  return (await running.discord.message(text).replied()).body.content;
}

const ASKED = [
  'is that right',
  'is this true?',
  'true?',
  'right?',
  'really?',
  'for real?',
  'fact check',
  'can you fact check that please',
  'did he really say that',
  'did sherman actually say that?',
  'has she?',
  'is he lying',
  'who said that?',
  'source?',
  'verify this',
  'sounds wrong, no?',
  'is this an actual quote from Sherman?',
  'legit?',
  'bs?',
];

describe('a mention that asks whether something is right', () => {
  it.each([
    ...ASKED,
    'true or false',
    'is my uncle right on this',
    'does that check out',
    'am i mad or is that made up',
    '',
    '^',
  ])('%j verifies what it replies to', async (text) =>
    expect(await replyTo(QUOTED, `${mention} ${text}`)).toBe(VERIFIED),
  );

  it.each(ASKED)('%j verifies the quotation right before it', async (text) =>
    expect(await rightAfter(QUOTED, `${mention} ${text}`)).toBe(VERIFIED),
  );

  it.each([
    ['what did Russia say to that?', /what did Russia say to that/],
    ['which missiles may stay?', /citations/],
    ['did Sherman reject missiles?', /citations/],
    ['show me the matrix', /^\*\*What the sides say/],
    ['what can you do', /^Who said what in the articles/],
    ['who are you?', /^Who said what in the articles/],
  ])('%j is a question of its own, whatever it replies to or follows', async (text, content) => {
    expect(await replyTo(QUOTED, `${mention} ${text}`)).toMatch(content);
    expect(await rightAfter(QUOTED, `${mention} ${text}`)).toMatch(content);
  });

  it('says who is asked for, where other words are theirs', async () => {
    const asked: (string | undefined)[] = [];
    running.app.override.verify = async (quote, _signal, beside) => {
      asked.push(beside);
      return { quote, verdict: 'not-found', warning: null, match: null, differences: [] };
    };
    try {
      await replyTo('“We need ironclad guarantees”', `${mention} did Sherman really say that?`);
    } finally {
      delete running.app.override.verify;
    }
    expect(asked).toEqual([expect.stringContaining('Sherman')]);
  });

  it('tells what is said on a claim in somebody’s own words', async () => {
    const told = await replyTo('russia demanded ironclad guarantees lol', `${mention} true?`);
    expect(told).toMatch(/^No article has these words; near them:\n\*\*.*\n-# russia demanded/);
    // What nothing is said on either is not found.
    expect(await replyTo('my cat ate the remote again', `${mention} true?`)).toBe(
      '1 quotation checked: 1 not found.',
    );
  });

  it('goes on with the bot’s answer where that was the last thing said', async () => {
    running.discord.message(QUOTED, { author: OTHER_PERSON });
    await running.discord.message(`${mention} what did the US offer on missiles?`).replied();
    for (const [i, text] of ['is that true?', 'did they really say that?'].entries()) {
      await running.logged('message handled', i + 2);
      await running.discord.message(`${mention} ${text}`).replied();
      expect(running.app.asked.at(-1)?.question).toMatch(/^what did the US offer on missiles/);
    }
  });

  it('is about no message that is no quotation, or was written long before', async () => {
    const help = /^Who said what in the articles/;
    running.discord.message('I had soup, it was fine');
    const soup = running.discord.message(`${mention} is this legit?`, { author: OTHER_PERSON });
    expect((await soup.replied()).body.content).toMatch(help);
    const hourAgo = String(BigInt(storedMessage({}).id) - (BigInt(60 * 60 * 1000) << 22n));
    const old = { ...storedMessage({}), id: hourAgo, author: OTHER_PERSON, content: QUOTED };
    const place = { channel_id: IDS.directChannel, channel_type: 1 };
    running.discord.dispatch('MESSAGE_CREATE', { ...old, ...place });
    const asked = running.discord.message('is this legit?', { place: 'direct' });
    expect((await asked.replied()).body.content).toMatch(help);
  });

  it('is read where the channel’s messages may not be', async () => {
    running.discord.message(QUOTED, { author: OTHER_PERSON });
    running.discord.fail({ method: 'GET', path: /\/messages$/, status: 403, code: 50001 });
    const asked = running.discord.message(`${mention} is this legit?`);
    expect((await asked.replied()).body.content).not.toBe(VERIFIED);
  });

  it('without a mention is said to whom it replies, not to the bot', async () => {
    const theirs = running.discord.message(QUOTED, { author: OTHER_PERSON });
    const chat = running.discord.message('is this true?', { repliesTo: theirs });
    await running.discord.message(`${mention} which missiles?`).replied();
    const replies = running.discord.all({
      method: 'POST',
      where: ({ body }) => body?.message_reference?.message_id === chat.id,
    });
    expect(replies).toEqual([]);
  });
});
