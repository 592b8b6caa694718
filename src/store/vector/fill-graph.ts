import { createTakeTurns } from '../../take-turns.ts';
import type { Store } from '../ports.ts';
import type { Graph } from './graph.ts';

const READ_AT_ONCE = 256;

export interface FillOptions {
  readonly store: Pick<Store, 'vectorsOf'>;
  readonly signal: AbortSignal;
  /** Called between any two. */
  readonly takeTurns?: () => Promise<void>;
  readonly onAdded: () => void;
}

/** Adds the vectors of keys that a graph lacks; throws the signal's reason. */
export async function fillGraph(
  graph: Graph,
  keys: readonly number[],
  { store, signal, takeTurns = createTakeTurns(), onAdded }: FillOptions,
): Promise<void> {
  const missing = keys.filter((key) => !graph.keys.has(key));
  for (let i = 0; i < missing.length; i += READ_AT_ONCE) {
    signal.throwIfAborted();
    for (const [key, vector] of await store.vectorsOf(missing.slice(i, i + READ_AT_ONCE))) {
      await takeTurns();
      signal.throwIfAborted();
      if (graph.add(key, vector)) onAdded();
    }
  }
}
