import { isSameStamp, type Store, type VectorIndex } from '../store/ports.ts';

export interface UpToDateSearchDependencies {
  readonly index: VectorIndex;
  readonly store: Pick<Store, 'embeddingStamp'>;
  readonly log: { warn(message: string): void };
}

/**
 * The index opened at once, and brought up to date beside the questions: another process may have ingested. It finds
 * nothing while its vectors are of other embeddings than the store's, by which questions are embedded.
 */
export function createUpToDateSearch({
  index,
  store,
  log,
}: UpToDateSearchDependencies): Pick<VectorIndex, 'search'> & { readonly opened: Promise<void> } {
  const opened = index.sync();
  opened.catch(() => undefined);
  return {
    opened,
    async search(vector, k) {
      await opened;
      void index
        .sync()
        .catch((error: unknown) => log.warn(`the vector index is not up to date: ${String(error)}`));
      const [stored, indexed] = [await store.embeddingStamp(), index.stamp()];
      return stored && indexed && isSameStamp(stored, indexed) ? index.search(vector, k) : [];
    },
  };
}
