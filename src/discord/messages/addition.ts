import type { Logger } from 'pino';
import type { ReadQuestion } from '../../domain/answer.ts';
import { loggable } from '../../domain/loggable.ts';
import type { About, Journal } from '../journal.ts';
import { COMPOSE_WITHIN_MS } from '../limits.ts';
import type { Reply } from '../reply.ts';

export interface AdditionDependencies {
  readonly journal: Pick<Journal, 'claimsDropped'>;
  readonly log: Logger;
}

/** A message that shows its quotes, and how it is edited. */
export interface Addition {
  readonly messageId: string;
  readonly reply: Reply;
  readonly about: About;
  readonly edit: (reply: Reply) => Promise<unknown>;
  /** Told what the question was read as, before that is shown. */
  readonly onRead?: ((read: ReadQuestion) => Promise<void>) | undefined;
}

export interface Additions {
  /** Edits in what a model adds to a message, when it comes. Never rejects: at worst the quotes stand alone. */
  await(addition: Addition): Promise<void>;
  /**
   * The message is to show something else: what was awaited for it is not edited in any more. Settles when an edit that
   * was under way has arrived, so that it cannot come after what is shown then.
   */
  leave(messageId: string): Promise<void>;
}

/** What comes later for messages that show their quotes already. */
export function createAdditions({ journal, log }: AdditionDependencies): Additions {
  /** The reply that each message awaits something for. */
  const awaited = new Map<string, Reply>();
  const underWay = new Map<string, Promise<unknown>>();
  return {
    async await({ messageId, reply, about, edit, onRead }) {
      if (reply.later === undefined) return;
      awaited.set(messageId, reply);
      try {
        const { reply: next, dropped, read } = await reply.later(AbortSignal.timeout(COMPOSE_WITHIN_MS));
        journal.claimsDropped(dropped);
        const isAwaited = (): boolean => awaited.get(messageId) === reply;
        if (next === null || !isAwaited()) return;
        // Whoever goes on does so from what they then see.
        if (read !== undefined) await onRead?.(read);
        if (!isAwaited()) return;
        const editing = edit(next);
        underWay.set(messageId, editing);
        await editing.finally(() => underWay.delete(messageId));
      } catch (error) {
        log.warn({ ...about, err: loggable(error) }, 'nothing was added to an answer');
      } finally {
        if (awaited.get(messageId) === reply) awaited.delete(messageId);
      }
    },
    async leave(messageId) {
      awaited.delete(messageId);
      await underWay.get(messageId)?.catch(() => undefined);
    },
  };
}
