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
