/** Opened by so many failures in a row. */
const FAILURES = 5;
/** Then nothing is asked for so long; after it one call tries. */
const REST_MS = 60_000;

export interface Breaker {
  /** Whether a call may be made now; the one that tries after the rest holds all others back until it ends. */
  enter(): boolean;
  succeeded(): void;
  failed(): void;
  /** The call ended for a reason that says nothing of the model. */
  left(): void;
}

/** A circuit breaker (Nygard 2007, "Release It!"). `now` is in milliseconds. */
export function createBreaker(now: () => number): Breaker {
  let failures = 0;
  let restUntilMs = 0;
  let trying = false;
  return {
    enter() {
      if (failures < FAILURES) return true;
      if (trying || now() < restUntilMs) return false;
      trying = true;
      return true;
    },
    succeeded() {
      failures = 0;
      trying = false;
    },
    failed() {
      trying = false;
      if (++failures >= FAILURES) restUntilMs = now() + REST_MS;
    },
    left() {
      trying = false;
    },
  };
}

export interface Guarded {
  readonly breaker: Breaker;
  readonly withinMs: number;
  /** Of who asks: the call rejects with its reason, and that says nothing of the model. */
  readonly signal: AbortSignal | undefined;
  /** What else ends the call. */
  readonly closing?: AbortSignal;
  /** What is thrown while nothing is asked. */
  readonly resting: () => Error;
  /** What is thrown of a call that took too long. */
  readonly late: () => Error;
}

/** What `work` gives within its time, if the breaker lets it be done; other failures than those above are as `work` has them. */
export async function guarded<T>(
  { breaker, withinMs, signal, closing, resting, late }: Guarded,
  work: (stop: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  closing?.throwIfAborted();
  if (!breaker.enter()) throw resting();
  const timeout = AbortSignal.timeout(withinMs);
  const stop = AbortSignal.any([timeout, ...[signal, closing].filter((one) => one !== undefined)]);
  try {
    const done = await work(stop);
    breaker.succeeded();
    return done;
  } catch (error) {
    if (signal?.aborted) {
      breaker.left();
      throw signal.reason;
    }
    breaker.failed();
    throw timeout.aborted ? late() : error;
  }
}
