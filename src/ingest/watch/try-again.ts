const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

export interface TryAgainDependencies {
  /** Told why it did not succeed, each reason once. */
  readonly warn: (reason: string) => void;
  /** Rejects with the signal's reason. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Does the work, again after a pause (each twice as long, up to five minutes) where it fails, until it succeeds or the signal. */
export async function tryAgain(
  work: () => Promise<void>,
  { warn, wait }: TryAgainDependencies,
  signal: AbortSignal,
): Promise<void> {
  let told: string | null = null;
  for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== told) warn(reason);
      told = reason;
      await wait(pauseMs, signal).catch(() => undefined);
    }
  }
}
