import { GatewayDispatchEvents } from 'discord.js';
import type { App } from '../../../src/app.ts';
import { storedMessage, writtenMessage, type StoredMessage } from '../../../src/discord-double/messages.ts';
import type { User } from '../../../src/discord-double/people.ts';
import { IDS, OTHER_PERSON, PERSON } from '../../support/discord/discord-payloads.ts';
import type { Recorded } from '../../support/discord/discord-double.ts';
import { buttonsOf } from '../../support/discord/read-cards.ts';
import { runBot } from '../../support/discord/running-bot.ts';
import { recordLookUps, type LookedUp } from './chat-recorder.ts';
import type { ChatMessage } from './chat.ts';

/** What the bot did about a message. */
export interface Happened {
  readonly lookedUp: readonly LookedUp[];
  /** The text of its reply, all that can be read in it; null for none. */
  readonly reply: string | null;
  readonly reacted: boolean;
}

/** Writes the message to the real bot, after what came before it, and tells what the bot does about it. */
export async function writeToBot(real: App, { where, before, text, edits }: ChatMessage): Promise<Happened> {
  const { app, lookedUp } = recordLookUps(real);
  const settings = where === 'auto-channel' ? { autoChannel: IDS.channel } : {};
  const running = await runBot({ app, settings });
  const { discord } = running;
  let channelId: string = where === 'dm' ? IDS.directChannel : IDS.channel;
  let last: StoredMessage | undefined;
  let handled = 0;

  /** Has the bot hear of it, and waits until it has done what there is to do about it. */
  async function tell(event: GatewayDispatchEvents, message: StoredMessage): Promise<void> {
    discord.dispatch(event, message);
    await running.logged('message handled', ++handled);
  }

  async function write(content: string, author: User, repliesTo?: StoredMessage): Promise<StoredMessage> {
    const sent = writtenMessage(marked(content), { author, channelId, repliesTo });
    const others = content.includes('@Maria') ? [OTHER_PERSON] : [];
    const message = { ...sent, mentions: [...mentionsOf(sent), ...others] };
    await tell(GatewayDispatchEvents.MessageCreate, message);
    return message;
  }

  /** A thread of the bot's opens under an answer; gives whether there is one. */
  async function openThread(command: string, options: Readonly<Record<string, string>>): Promise<boolean> {
    const { body } = await discord.slash(command, options).edited();
    if (buttonsOf(body.components).every(({ label }) => label !== 'Thread')) return false;
    const click = discord.click(body, 'Thread');
    channelId = (await discord.waitFor({ method: 'POST', path: /\/threads$/ })).answer.id;
    await click.edited();
    return true;
  }

  const answerTo = ({ id }: StoredMessage): Recorded | undefined =>
    discord.recorded.find(({ body }) => body?.message_reference?.message_id === id);

  try {
    const [first] = before;
    let rest = before;
    if (where === 'thread') {
      const asked = first?.from === 'user' && (await openThread('ask', { question: first.text }));
      if (asked) rest = before.slice(2);
      // Under what is no answer, none opens.
      else await openThread('timeline', { topic: app.topics[0]?.id ?? '' });
    }
    for (const { from, text: said } of rest) {
      if (from === 'bot') continue;
      const written = await write(said, from === 'user' ? PERSON : OTHER_PERSON);
      const answer = answerTo(written)?.answer;
      last = answer === undefined ? written : storedMessage(answer);
    }
    const repliesTo = where === 'reply' ? last : undefined;
    const edited = edits === undefined ? null : await write(edits, PERSON, repliesTo);
    const [seen, done] = [lookedUp.length, discord.recorded.length];
    const now = edited && { ...edited, content: marked(text), edited_timestamp: new Date().toISOString() };
    if (now !== null) await tell(GatewayDispatchEvents.MessageUpdate, now);
    const message = now ?? (await write(text, PERSON, repliesTo));
    const did = discord.recorded.slice(done);
    const answerId = edited && answerTo(edited)?.answer.id;
    // An edited question edits its answer.
    const reply = answerId
      ? did.find(({ method, path }) => method === 'PATCH' && path.endsWith(`/messages/${answerId}`))
      : answerTo(message);
    return {
      lookedUp: lookedUp.slice(seen),
      reply: reply ? JSON.stringify(reply.body) : null,
      reacted: did.some(({ method, path }) => method === 'PUT' && path.includes(`${message.id}/reactions`)),
    };
  } finally {
    await running.stop();
  }
}

function marked(content: string): string {
  return content.replaceAll('@Parley', `<@${IDS.bot}>`).replaceAll('@Maria', `<@${OTHER_PERSON.id}>`);
}

function mentionsOf({ mentions }: StoredMessage): unknown[] {
  return Array.isArray(mentions) ? mentions : [];
}
