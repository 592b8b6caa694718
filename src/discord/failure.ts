import { randomBytes } from 'node:crypto';
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { Logger } from 'pino';
import { loggable } from '../domain/loggable.ts';
import { UserError } from '../errors.ts';
import { createReply, sentenceReply, type Reply } from './reply.ts';
import { REFUSAL_WORDS } from './words/refusal-words.ts';

/** How a piece of work ended: as it should, with a sentence for the person, or in a bug. */
export type Outcome = 'done' | 'refused' | 'failed';

export interface Attempt {
  readonly log: Logger;
  readonly withinMs: number;
  /** What is being done and where, for the log; never the words of a question. */
  readonly about: Readonly<Record<string, unknown>>;
}

/** Runs `work` to a reply, whatever happens: this is one of the two places where errors are caught. */
export async function attempt(
  { log, withinMs, about }: Attempt,
  work: (signal: AbortSignal) => Promise<Reply>,
): Promise<{ readonly reply: Reply; readonly outcome: Outcome }> {
  try {
    return { reply: await within(withinMs, work), outcome: 'done' };
  } catch (error) {
    if (error instanceof UserError) return { reply: sentenceReply(error.message), outcome: 'refused' };
    return { reply: reportBug(log, error, about), outcome: 'failed' };
  }
}

/** The result of `work`; after `withinMs` it is told to stop, and a `UserError` says so. */
export async function within<T>(withinMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new UserError(REFUSAL_WORDS.tookTooLong(withinMs / 1000)));
      controller.abort();
    }, withinMs);
  });
  try {
    return await Promise.race([tooLate, work(controller.signal)]);
  } finally {
    clearTimeout(timer);
  }
}

/** Logs the error under a short reference, and gives the reply that names it. */
export function reportBug(log: Logger, error: unknown, about: Readonly<Record<string, unknown>>): Reply {
  const reference = randomBytes(3).toString('hex');
  log.error({ ...about, reference, err: loggable(error) }, 'failed');
  return createReply(REFUSAL_WORDS.wentWrong(reference));
}

/** Whether Discord has forgotten the interaction, or the message is gone: nobody is waiting any more. */
export function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && GONE.has(error.code);
}
const GONE = new Set<string | number>([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
]);

/** Whether it was acknowledged before. */
export function isAcknowledged(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
}

/** Whether Discord does not let the bot do this in that place. */
export function isForbidden(error: unknown): boolean {
  return error instanceof DiscordAPIError && FORBIDDEN.has(error.code);
}
const FORBIDDEN = new Set<string | number>([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory,
]);
