import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  RESTJSONErrorCodes,
  type Message,
} from 'discord.js';
import type { App } from '../../app.ts';
import { UserError } from '../../errors.ts';
import { rememberTalk, talkOf } from './talk.ts';
import { plainLine, unescapeMarkdown } from '../render/escape.ts';
import { readMessageText } from '../layout/read-message-text.ts';
import { isForbidden } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { messageOptions } from '../layout/message-options.ts';
import { createReply, type Reply } from '../reply.ts';
import type { ShownMessage } from './shown-message.ts';
import { REFUSAL_WORDS } from '../words/refusal-words.ts';

const ASK_ON = REFUSAL_WORDS.threadOpened;

/**
 * Opens a thread under an answer and lets the conversation go on there; gives what is said to who wanted it, which leads to
 * the one that exists where there is one.
 */
export async function openThread(app: App, message: Message, shown: ShownMessage): Promise<Reply> {
  const { question } = shown.options;
  const about = typeof question === 'string' ? question : headingOf(message);
  const title = plainLine(about, LIMITS.threadNameChars);
  const opened = await message.startThread({ name: title || shown.command }).catch(refused);
  if (opened === null) {
    // A message's thread has the message's id.
    return createReply(REFUSAL_WORDS.threadThereAlready(message.id));
  }
  await rememberTalk(app, [opened.id], await talkOf(app, shown.options));
  await opened.send(messageOptions(createReply(ASK_ON)));
  return createReply(REFUSAL_WORDS.threadIs(opened.id));
}

/** The first line of a message, without Markdown. */
function headingOf(message: Message): string {
  const [heading = ''] = readMessageText(message).split('\n');
  return unescapeMarkdown(heading.replaceAll('**', ''));
}

/** Null where the message has a thread: discord.js knows it of the message, or Discord says so. */
function refused(error: unknown): null {
  const exists =
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.MessageExistingThread) ||
    (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage);
  if (exists) return null;
  if (isForbidden(error)) throw new UserError(REFUSAL_WORDS.mayNotOpenThread, { cause: error });
  throw error;
}
