import type { Logger } from 'pino';
import { loggable } from '../../domain/loggable.ts';

const FIRST_REMINDER_MS = 60_000;
const LAST_REMINDER_MS = 3_600_000;

export interface ConnectionLogDependencies {
  readonly log: Pick<Logger, 'info' | 'warn'>;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

/**
 * Tells of the connection: once that it is lost, and why; while it stays so, after a minute, two, four and so on; and that it
 * is back. discord.js tries again twice a second.
 */
export function createConnectionLog({ log, now = () => performance.now() }: ConnectionLogDependencies) {
  let reason: object = {};
  let next: { readonly at: number; readonly wait: number } | null = null;
  let ended = false;

  return {
    /** Why it is going to be lost. */
    failed(error: unknown): void {
      reason = { err: loggable(error) };
    },
    closed(code: number): void {
      reason = { code };
    },
    lost(): void {
      if (ended || (next !== null && now() < next.at)) return;
      const wait = next === null ? FIRST_REMINDER_MS : Math.min(2 * next.wait, LAST_REMINDER_MS);
      log.warn(reason, `connection to discord ${next === null ? 'lost' : 'still lost'}, reconnecting`);
      next = { at: now() + wait, wait };
    },
    back(): void {
      if (next !== null && !ended) log.info('connection to discord resumed');
      next = null;
      reason = {};
    },
    /** What happens from now on is meant to. */
    end(): void {
      ended = true;
    },
  };
}
