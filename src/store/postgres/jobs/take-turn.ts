import { setTimeout as pause } from 'node:timers/promises';
import { acquireServerLock } from '../server-lock.ts';

const TRY_EVERY_MS = 1000;

export interface TakeTurnDependencies {
  readonly url: string;
  /** What one process at a time does. */
  readonly name: string;
  /** Does it until its signal, which also comes when another process may have begun. */
  readonly work: (signal: AbortSignal) => Promise<void>;
  readonly log: { warn(message: string): void };
}

/** Waits until no other process does the work, then does it; again when the connection was lost, until the signal. */
export async function takeTurn(
  { url, name, work, log }: TakeTurnDependencies,
  signal: AbortSignal,
): Promise<void> {
  let told: string | null = null;
  while (!signal.aborted) {
    const lost = new AbortController();
    try {
      const release = await acquireServerLock(url, {
        name,
        signal,
        waitMs: Infinity,
        tryEveryMs: TRY_EVERY_MS,
        onLost: (why) => lost.abort(why),
      });
      told = null;
      try {
        await work(AbortSignal.any([signal, lost.signal]));
      } finally {
        release();
      }
      if (!lost.signal.aborted) return;
    } catch (error) {
      if (signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== told) log.warn(reason);
      told = reason;
      await pause(TRY_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
