import { addRetraction } from '../../ingest/retractions.ts';
import type { Store } from '../../store/ports.ts';
import type { RemoveResult } from './remove-articles.ts';

export interface RetractDependencies {
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
