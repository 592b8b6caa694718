import { GatewayDispatchEvents } from 'discord.js';
import type { App } from '../../src/app.ts';
import { storedMessage, writtenMessage, type StoredMessage } from '../../src/discord-double/messages.ts';
import type { User } from '../../src/discord-double/people.ts';
import { IDS, OTHER_PERSON, PERSON } from '../support/discord-payloads.ts';
import type { Recorded } from '../support/discord-double.ts';
import { runBot } from '../support/running-bot.ts';
import { recordLookUps, type LookedUp } from './chat-recorder.ts';
import type { ChatMessage } from './chat.ts';

/** The bot answers within a tenth of it; only what it wrongly leaves unanswered waits so long. */
const REPLY_WITHIN_MS = 5_000;
/** Where no reply is wanted, and there should be none to wait for. */
const UNASKED_WITHIN_MS = 500;

/** What the bot did about a message. */
export interface Happened {
  readonly lookedUp: readonly LookedUp[];
  /** The text of its reply, all that can be read in it; null for none. */
  readonly reply: string | null;
  readonly reacted: boolean;
}

/** Writes the message to the real bot, after what came before it, and tells what the bot does about it. */
export async function writeToBot(real: App, { where, before, text }: ChatMessage): Promise<Happened> {
  const { app, lookedUp } = recordLookUps(real);
  const settings = where === 'auto-channel' ? { autoChannel: IDS.channel } : {};
  const running = await runBot({ app, settings });
  const { discord } = running;
  let channelId: string = where === 'dm' ? IDS.directChannel : IDS.channel;
  let last: StoredMessage | undefined;

  function write(content: string, author: User, repliesTo?: StoredMessage): StoredMessage {
    const marked = content
      .replaceAll('@Parley', `<@${IDS.bot}>`)
      .replaceAll('@Maria', `<@${OTHER_PERSON.id}>`);
    const sent = writtenMessage(marked, { author, channelId, repliesTo });
    const others = content.includes('@Maria') ? [OTHER_PERSON] : [];
    const message = { ...sent, mentions: [...mentionsOf(sent), ...others] };
    discord.dispatch(GatewayDispatchEvents.MessageCreate, message);
    return message;
  }

  /** Writes, and waits for the reply and for what is kept of it; without one, for as long as it could take. */
  async function exchange(
    content: string,
    author: User,
    withinMs: number,
  ): Promise<{ readonly written: StoredMessage; readonly replied: StoredMessage | null }> {
    const ended = running.lines().filter(({ msg }) => msg === 'interaction').length;
    const written = write(content, author);
    const isReply = ({ body }: Recorded): boolean => body?.message_reference?.message_id === written.id;
    const replied = discord
      .waitFor({ method: 'POST', path: /\/messages$/, status: 200, where: isReply })
      .then(async (given) => {
        await running.logged('interaction', ended + 1);
        return storedMessage(given.answer);
      });
    return { written, replied: await Promise.race([replied, timeout(withinMs)]) };
  }

  try {
    const [first] = before;
    let rest = before;
    if (where === 'thread') {
      // A thread of the bot's opens under an answer.
      const question = first?.from === 'user' ? first.text : 'what did the US offer on missiles?';
      const { body } = await discord.slash('ask', { question }).edited();
      const click = discord.click(body, 'Thread');
      channelId = (await discord.waitFor({ method: 'POST', path: /\/threads$/ })).answer.id;
      await click.edited();
      await running.logged('interaction', 2);
      rest = first?.from === 'user' ? before.slice(2) : before;
    }
    for (const [i, { from, text: said }] of rest.entries()) {
      if (from === 'bot') continue;
      const isAnswered = rest[i + 1]?.from === 'bot';
      const author = from === 'user' ? PERSON : OTHER_PERSON;
      const { written, replied } = await exchange(
        said,
        author,
        isAnswered ? REPLY_WITHIN_MS : UNASKED_WITHIN_MS,
      );
      last = isAnswered ? (replied ?? written) : written;
    }
    const [seen, done] = [lookedUp.length, discord.recorded.length];
    const message = write(text, PERSON, where === 'reply' ? last : undefined);
    // Packets come in order: when this is answered the message has been read, and what it led to ends before the bot stops.
    await discord.autocomplete('ask', 'speaker', '').callback();
    await running.bot.stop();
    const did = discord.recorded.slice(done);
    const reply = did.find(({ method, path, body }) => {
      return method === 'POST' && path.endsWith('/messages') && body?.message_reference !== undefined;
    });
    return {
      lookedUp: lookedUp.slice(seen),
      reply: reply ? JSON.stringify(reply.body) : null,
      reacted: did.some(({ method, path }) => method === 'PUT' && path.includes(`${message.id}/reactions`)),
    };
  } finally {
    await running.stop();
  }
}

function mentionsOf({ mentions }: StoredMessage): unknown[] {
  return Array.isArray(mentions) ? mentions : [];
}

function timeout(afterMs: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), afterMs).unref();
  });
}
