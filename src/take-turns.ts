import { setImmediate as nextTurn } from 'node:timers/promises';

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
