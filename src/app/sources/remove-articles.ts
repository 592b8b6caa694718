import { nearest } from '../../text/words/likeness.ts';
import type { Removed, Store, VectorIndex } from '../../store/ports.ts';
import { addRetraction } from '../../ingest/retractions.ts';

/** What became of one id; nothing went where there is no article of it. */
export interface RemoveResult extends Removed {
  readonly id: string;
  readonly removed: boolean;
  /** The ids most like it where there is none of it. */
  readonly nearest: readonly string[];
}

interface RemoveDependencies {
  readonly store: Pick<Store, 'removeArticle' | 'sources'>;
  readonly index: Pick<VectorIndex, 'sync'>;
  /** Held while articles go, so that none is written meanwhile. Resolves to its release. */
  readonly lock: (signal?: AbortSignal) => Promise<() => void>;
}

const MOST_NEAREST = 3;

/** Removes articles, each in one transaction, and their vectors from the index; a result an id, in their order. */
export function createRemove({ store, index, lock }: RemoveDependencies) {
  return async (ids: readonly string[], signal?: AbortSignal): Promise<readonly RemoveResult[]> => {
    const results: RemoveResult[] = [];
    const release = await lock(signal);
    try {
      for (const id of new Set(ids)) {
        signal?.throwIfAborted();
        const gone = await store.removeArticle(id);
        if (gone) results.push({ id, removed: true, ...gone, nearest: [] });
        else results.push({ id, removed: false, statements: 0, corrections: 0, nearest: await near(id) });
      }
    } finally {
      release();
    }
    await index.sync(signal);
    return results;
  };

  async function near(id: string): Promise<string[]> {
    const all = (await store.sources()).map((source) => source.id);
    return nearest(id, all, (one) => [one], MOST_NEAREST);
  }
}

interface RetractDependencies {
  readonly store: Pick<Store, 'article' | 'note' | 'setNote'>;
  readonly remove: (ids: readonly string[], signal?: AbortSignal) => Promise<readonly RemoveResult[]>;
  readonly now: () => Date;
}

/**
 * Takes articles out for good: their files and feeds do not bring them back, only somebody who names them.
 *
 * @param by who does, by the name they are shown with
 */
export function createRetract({ store, remove, now }: RetractDependencies) {
  return async (
    ids: readonly string[],
    by: string,
    signal?: AbortSignal,
  ): Promise<readonly RemoveResult[]> => {
    for (const id of new Set(ids)) {
      // Kept first: what is interrupted in between is removed once more, and does not come back.
      const article = await store.article(id);
      if (article) await addRetraction(store, article, { by, at: now().toISOString() });
    }
    return remove(ids, signal);
  };
}
