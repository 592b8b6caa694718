import type { VectorIndex } from '../store/ports.ts';

/** The index opened at once, and brought up to date beside the questions: another process may have ingested. */
export function createUpToDateSearch(
  index: VectorIndex,
  log: { warn(message: string): void },
): Pick<VectorIndex, 'search'> & { readonly opened: Promise<void> } {
  const opened = index.sync();
  opened.catch(() => undefined);
  return {
    opened,
    async search(vector, k) {
      await opened;
      void index
        .sync()
        .catch((error: unknown) => log.warn(`the vector index is not up to date: ${String(error)}`));
      return index.search(vector, k);
    },
  };
}
