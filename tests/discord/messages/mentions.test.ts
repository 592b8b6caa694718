import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { BOT_USER, IDS, OTHER_BOT, OTHER_PERSON } from '../../support/discord/discord-payloads.ts';
import { runBot } from '../../support/discord/running-bot.ts';

let running: Awaited<ReturnType<typeof runBot>>;
const mention = `<@${IDS.bot}>`;

beforeAll(async () => {
  running = await runBot();
});
afterEach(() => {
  delete running.app.override.ask;
});
afterAll(() => running.stop());

describe('a mention', () => {
  it('is answered as /ask is, as a reply that pings nobody, after a typing indicator', async () => {
    const sent = running.discord.message(`${mention} what did the US offer on  missiles?`);
    const { body } = await sent.replied();
    const slash = running.discord.slash('ask', { question: 'what did the US offer on missiles?' });
    expect(body.cards).toEqual((await slash.edited()).body.cards);
    expect(body.allowed_mentions).toEqual({ parse: [], replied_user: false });
    const paths = running.discord.recorded.map(({ path }) => path);
    const typing = paths.indexOf(`/channels/${IDS.channel}/typing`);
    expect(typing).toBeGreaterThan(-1);
    expect(typing).toBeLessThan(paths.indexOf(`/channels/${IDS.channel}/messages`));
  });

  it('counts in the middle, with a nickname mark, and of the role of its own', async () => {
    await running.discord.message(`please ${mention}, what did they say on missiles?`).replied();
    expect(running.app.asked.at(-1)?.question).toBe('please , what did they say on missiles?');
    await running.discord.message(`<@!${IDS.bot}> where may missiles stand?`).replied();
    expect(running.app.asked.at(-1)?.question).toBe('where may missiles stand?');
    await running.discord.message(`<@&${IDS.botRole}> which guarantees?`).replied();
    expect(running.app.asked.at(-1)?.question).toBe('which guarantees?');
  });

  it('goes without its apostrophe', async () => {
    const { body } = await running.discord.message(`${mention} whos Wendy Sherman`).replied();
    expect(body.content).toMatch(/^\*\*Wendy Sherman/);
  });

  it.each(['', 'what can you do?', 'help', '?!'])('of %j alone gets help', async (text) => {
    const { body } = await running.discord.message(`${mention} ${text}`).replied();
    expect(body.content).toMatch(/^Who said what in the articles I have read:\n/);
  });

  it.each(['👋', 'hi!', 'Hello there', 'Thank you so much', 'nice one', 'ty ur a legend'])(
    'of %j alone gets a reaction, and no words',
    async (text) => {
      const { id } = running.discord.message(`${mention} ${text}`);
      await running.discord.waitFor({ method: 'PUT', path: new RegExp(`/messages/${id}/reactions/👍/@me$`) });
      const replies = running.discord.all({
        method: 'POST',
        where: ({ body }) => body?.message_reference?.message_id === id,
      });
      expect(replies).toEqual([]);
    },
  );

  it.each([
    ['show me the matrix', /^\*\*What the sides say/],
    ['who is Sherman', /^\*\*Wendy Sherman \(US\)\*\*/],
    ['which articles do you have', /^Answers come from 3 articles/],
    ['list the speakers', /^2 speakers/],
    ['compare the US and Russia on missiles', /^\*\*Missiles, compared\*\*\n-# US 2 quotes, Russia/],
    ['timeline of missiles pls', /^\*\*Missiles, by date/],
    ['timeline on missiles', /^\*\*Missiles, by date/],
    ['gimme the list of articles', /^Answers come from 3 articles/],
    ['did she really say “We will not allow anyone to close NATO’s”', /^1 quotation checked/],
  ])('%j does what the command does that it means', async (text, content) => {
    expect((await running.discord.message(`${mention} ${text}`).replied()).body.content).toMatch(content);
  });

  it('checks what somebody else wrote, where it replies to that', async () => {
    const theirs = running.discord.message('Sherman said “We will not allow anyone to close NATO’s”', {
      author: OTHER_PERSON,
    });
    const on = running.discord.message(`${mention} is this true?`, { repliesTo: theirs });
    expect((await on.replied()).body.content).toBe('1 quotation checked: 1 verbatim.');
  });

  it('in another language gets one line in it, with commands that need no words', async () => {
    const { body } = await running.discord
      .message(`${mention} ¿qué dijo Sherman sobre los misiles?`)
      .replied();
    expect(body.content).toMatch(/^Los artículos están en inglés.*\/matrix/);
    expect(body.cards).toEqual([]);
  });

  it('of what the bot can do gets help where the articles have no answer', async () => {
    for (const text of ['can u read pdfs', 'how does this work']) {
      const asked = running.discord.message(text, { place: 'direct' });
      expect((await asked.replied()).body.content).toMatch(/^Who said what in the articles/);
    }
    const { body } = await running.discord.message(`${mention} can you find any missiles`).replied();
    expect(body.content).toContain('citations');
  });

  it('edits its answer when the question is edited, for ten minutes', async () => {
    const asked = running.discord.message(`${mention} what did the US offer on missiles?`);
    const { answer } = await asked.replied();
    await running.logged('interaction');
    running.discord.editMessage(asked, `${mention} which guarantees did Ryabkov demand?`);
    const edited = await running.discord.waitFor({
      method: 'PATCH',
      path: new RegExp(`^/channels/${IDS.channel}/messages/${answer.id}$`),
    });
    expect(JSON.stringify(edited.body)).toContain('ironclad');
  });

  it('gets the sentence of a UserError, and a reference for anything else', async () => {
    running.app.override.ask = async () => {
      throw new UserError('Ask something shorter.');
    };
    expect((await running.discord.message(`${mention} missiles`).replied()).body.content).toBe(
      'Ask something shorter.',
    );
    running.app.override.ask = async () => {
      throw new Error('broken');
    };
    const { body } = await running.discord.message(`${mention} missiles`).replied();
    expect(body.content).toMatch(/reference [0-9a-f]{6}/);
  });

  it('is still answered when the typing indicator is refused', async () => {
    running.discord.fail({ method: 'POST', path: /typing$/, status: 403, code: 50013 });
    await running.discord.message(`${mention} missiles?`).replied();
  });
});

describe('a direct message', () => {
  it('is answered without a mention', async () => {
    const { body, path } = await running.discord.message('which guarantees?', { place: 'direct' }).replied();
    expect(path).toBe(`/channels/${IDS.directChannel}/messages`);
    expect(body.content).toContain('Sergey Ryabkov (Russia)');
  });
});

describe('nobody is answered', () => {
  it('who is a bot, is this bot, or speaks to somebody else', async () => {
    const asked = running.app.asked.length;
    const ignored = [
      running.discord.message(`${mention} missiles?`, { author: OTHER_BOT }),
      running.discord.message(`${mention} missiles?`, { author: BOT_USER }),
      running.discord.message('missiles?', { author: OTHER_BOT, place: 'direct' }),
      running.discord.message('what about missiles?'),
      running.discord.message(`<@${IDS.person}> and @everyone: missiles?`),
    ];
    await running.discord.message(`${mention} missiles?`).replied();
    expect(running.app.asked.length).toBe(asked + 1);
    const repliedTo = running.discord.recorded.map(({ body }) => body?.message_reference?.message_id);
    for (const { id } of ignored) expect(repliedTo).not.toContain(id);
  });
});
