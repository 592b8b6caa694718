import type { Config } from '../../config.ts';
import { isSameStamp, type Store, type VectorIndex } from '../../store/ports.ts';
import type { AppLog } from '../create-log.ts';
import type { OpenedStore } from './open-store.ts';
import { indexFolder } from './places.ts';

/** The vector index of an opened store: the server's where it keeps one, else one on this machine, made of the store. */
export async function openIndex(
  { indexed, openServerIndex }: Pick<OpenedStore, 'indexed' | 'openServerIndex'>,
  config: Config,
  log: AppLog,
): Promise<VectorIndex> {
  const ofServer = await openServerIndex(log);
  if (ofServer) return ofServer;
  const { createHnswIndex } = await import('../../store/vector/hnsw.ts');
  return createHnswIndex({ store: indexed, dir: indexFolder(config), log });
}

interface UpToDateSearchDependencies {
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

/** The vector index of a process that looks for nothing. */
export const NO_INDEX: VectorIndex = {
  stamp: () => null,
  search: async () => [],
  sync: async () => undefined,
  close: async () => undefined,
};
