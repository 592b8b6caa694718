import { setTimeout as pauseFor } from 'node:timers/promises';

/** Does something again and again, with `everyMs` between, from `start` to `stop`. */
export function createRepeated(everyMs: number) {
  const stopping = new AbortController();
  const { signal } = stopping;
  let running: Promise<void> | null = null;

  async function run(work: (signal: AbortSignal, round: number) => Promise<void>): Promise<void> {
    for (let round = 0; !signal.aborted; round++) {
      await work(signal, round);
      await pauseFor(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  return {
    /** Once; a second time does nothing. The signal is aborted by `stop`. */
    start(work: (signal: AbortSignal, round: number) => Promise<void>): void {
      running ??= run(work);
    },
    /** Resolves when what is under way is done. */
    async stop(): Promise<void> {
      stopping.abort();
      await running;
    },
  };
}
