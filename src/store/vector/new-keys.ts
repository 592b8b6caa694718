import type { Store } from '../ports.ts';

/**
 * Tells which sentences came in, without looking at all of them: their keys go up, and are never used again, so that where
 * there are as many more as have higher keys none went.
 */
export function createNewKeys(store: Pick<Store, 'counts' | 'keysInScope'>) {
  /** How many there were, and the newest's key; null before they were looked at. */
  let known: { readonly sentences: number; readonly last: number } | null = null;
  return {
    /** The keys above all that are known, in their order; null where others may have gone. */
    async cameIn(): Promise<readonly number[] | null> {
      if (!known) return null;
      const { sentences } = await store.counts();
      const above = await store.keysInScope({}, Number.MAX_SAFE_INTEGER, known.last);
      return sentences - above.length === known.sentences ? above : null;
    },
    /** Told of what came in, once it is dealt with. */
    add(above: readonly number[]): void {
      if (known) known = { sentences: known.sentences + above.length, last: above.at(-1) ?? known.last };
    },
    /** Told of all keys there are, in their order; of null, it knows none. */
    set(all: readonly number[] | null): void {
      known = all && { sentences: all.length, last: all.at(-1) ?? 0 };
    },
  };
}
