import { setImmediate as nextTurn } from 'node:timers/promises';

/** Long work stops so often for others. More often, each stop waits for all that others have to do. */
const TURN_MS = 40;

/** To be called between two steps of long work: lets others have a turn when the last was long ago. */
export function createTakeTurns(): () => Promise<void> {
  let ends = performance.now() + TURN_MS;
  return async () => {
    if (performance.now() < ends) return;
    await nextTurn();
    ends = performance.now() + TURN_MS;
  };
}
