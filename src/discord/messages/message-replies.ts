import type { Message } from 'discord.js';
import type { Logger } from 'pino';
import { loggable } from '../../domain/loggable.ts';
import { isForbidden, isGone, reportBug } from '../failure.ts';
import type { About } from '../journal.ts';
import { editOptions, messageOptions } from '../layout/message-options.ts';
import { createReply, type Reply } from '../reply.ts';
import type { Additions } from './addition.ts';
import { REFUSAL_WORDS } from '../words/refusal-words.ts';

/** Nothing to say, but seen. */
const SEEN = '👍';

/** How the bot shows under a message that it read it: a reply, a reaction, that it types, or why it may not. */
export function createMessageReplies({
  additions,
  log,
}: {
  readonly additions: Additions;
  readonly log: Logger;
}) {
  async function showTyping(message: Message): Promise<void> {
    try {
      if ('sendTyping' in message.channel) await message.channel.sendTyping();
    } catch (error) {
      log.warn({ server: message.guildId, err: loggable(error) }, 'typing indicator refused');
    }
  }

  /** The bot may not write where it was asked: said to who asked directly, if they take such messages. */
  async function explain(message: Message, logged: object): Promise<void> {
    log.warn({ ...logged, channel: message.channelId }, 'not allowed to answer here');
    try {
      await message.author.send(messageOptions(createReply(NOT_ALLOWED)));
    } catch (error) {
      log.warn({ err: loggable(error) }, 'no direct message either');
    }
  }

  /** @param replyId the message to show it in, where there is one */
  async function send(
    message: Message,
    reply: Reply,
    replyId: string | null,
    about: About,
  ): Promise<Message> {
    const put = async (one: Reply): Promise<Message> => {
      if (replyId === null) {
        // Begun again after it was sent, it is not sent twice.
        return message.reply({
          ...messageOptions(one),
          failIfNotExists: false,
          nonce: message.id,
          enforceNonce: true,
        });
      }
      await additions.leave(replyId);
      return message.channel.messages.edit(replyId, editOptions(one));
    };
    try {
      return await put(reply);
    } catch (error) {
      if (isGone(error) || isForbidden(error)) throw error;
      return put(reportBug(log, error, { ...about }));
    }
  }

  return { showTyping, explain, send };
}

/** What is no question is seen, where that may be shown. */
export async function react(message: Message): Promise<void> {
  try {
    await message.react(SEEN);
  } catch (error) {
    if (!isForbidden(error) && !isGone(error)) throw error;
  }
}

const NOT_ALLOWED = REFUSAL_WORDS.mayNotAnswerThere;
