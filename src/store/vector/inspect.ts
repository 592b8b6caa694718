import { isSameStamp, type Store } from '../ports.ts';
import { readGraph } from './saved.ts';

/** How a saved index stands to its store: `lacking` keys of the store are not in it, `stale` ones of it not in the store. */
export type IndexState =
  | { readonly kind: 'missing' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'other-model' }
  | { readonly kind: 'damaged'; readonly reason: string }
  | { readonly kind: 'loaded'; readonly count: number; readonly lacking: number; readonly stale: number };

export interface InspectDependencies {
  readonly store: Pick<Store, 'embeddingStamp' | 'keysInScope' | 'note'>;
  /** The index's own folder. */
  readonly dir: string;
}

/** Reads the index that is saved in `dir`, checks and all, and changes nothing. */
export async function inspectIndex({ store, dir }: InspectDependencies): Promise<IndexState> {
  const saved = await readGraph(dir, { get: () => store.note('vector-index') });
  if (saved.kind !== 'loaded') return saved;
  const stamp = await store.embeddingStamp();
  if (!stamp || !isSameStamp(saved.stamp, stamp)) return { kind: 'other-model' };
  const live = new Set(await store.keysInScope({}, Number.MAX_SAFE_INTEGER));
  const { keys } = saved.graph;
  return {
    kind: 'loaded',
    count: keys.size,
    lacking: [...live].filter((key) => !keys.has(key)).length,
    stale: [...keys].filter((key) => !live.has(key)).length,
  };
}
