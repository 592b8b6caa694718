import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';

/** Nobody who asks notices so long a wait. */
const TURN_MS = 8;

/**
 * For long work in the thread that answers, too: called between two steps, it lets others have a turn when the last was long ago.
 *
 * @param ms so long others wait at most. Shorter turns make the work longer: each waits for all that others have to do.
 */
export function createTakeTurns(ms = TURN_MS): () => Promise<void> {
  let ends = performance.now() + ms;
  return async () => {
    if (performance.now() < ends) return;
    await nextTurn();
    ends = performance.now() + ms;
  };
}

/** While somebody is waited for, work that nobody waits for takes one part in so many of the time. */
const SHARE_PART = 8;
/** However long its step took, it waits no longer: the step may itself have waited for something. */
const MOST_WAIT_MS = 1000;

/** How the one thread is shared between what somebody waits for and what nobody does. */
export interface Turns {
  /** Does what somebody waits for. */
  waitedFor<T>(work: () => Promise<T>): Promise<T>;
  /**
   * What is called between two steps of long work that nobody waits for: it lets who is waited for go first until nobody is, but
   * no longer than some times what its own step took, so that it goes on however many come.
   */
  createGiveWay(): () => Promise<void>;
}

/**
 * @param now milliseconds
 * @param wait resolves after so many milliseconds; rejects when aborted
 */
export function createTurns(
  now: () => number = () => performance.now(),
  wait: (ms: number, signal: AbortSignal) => Promise<unknown> = (ms, signal) => delay(ms, null, { signal }),
): Turns {
  let waitedFor = 0;
  let nobody = new AbortController();

  async function untilNobody(mostMs: number): Promise<void> {
    // Aborted when nobody is waited for any more.
    if (waitedFor > 0) await wait(mostMs, nobody.signal).catch(() => undefined);
  }

  return {
    async waitedFor(work) {
      if (waitedFor++ === 0) nobody = new AbortController();
      try {
        return await work();
      } finally {
        if (--waitedFor === 0) nobody.abort();
      }
    },
    createGiveWay() {
      let sinceMs = now();
      return async () => {
        const tookMs = now() - sinceMs;
        if (tookMs < TURN_MS) return;
        await nextTurn();
        await untilNobody(Math.min(MOST_WAIT_MS, (SHARE_PART - 1) * tookMs));
        sinceMs = now();
      };
    },
  };
}

/** Those of this process, which has one thread for them. */
export const turns = createTurns();

/**
 * What `work` makes of each, in their order. Each of its steps waits for a whole turn of all that others have to do, so that one at
 * a time would hardly get on while many ask: so many are under way at once.
 *
 * @param work does not reject
 */
export async function* workAhead<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  most: number,
): AsyncGenerator<R, void> {
  const under: Promise<R>[] = [];
  for (const item of items) {
    under.push(work(item));
    const first = under.length < most ? undefined : under.shift();
    if (first) yield await first;
  }
  for (const left of under) yield await left;
}
