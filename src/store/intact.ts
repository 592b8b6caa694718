import { DamagedText } from './damaged-text.ts';
import type { Store } from './ports.ts';

export interface IntactStoreDependencies {
  readonly store: Store;
  readonly log: { warn(message: string): void };
}

/** The store without the articles whose text is damaged, for who can do without one; each is said once. */
export function createIntactStore({ store, log }: IntactStoreDependencies): Store {
  const told = new Set<string>();
  const tell = ({ message }: DamagedText): void => {
    if (!told.has(message)) log.warn(message);
    told.add(message);
  };
  return {
    ...store,
    async article(id) {
      try {
        return await store.article(id);
      } catch (error) {
        if (!(error instanceof DamagedText)) throw error;
        tell(error);
        return null;
      }
    },
    async candidates(keys, scope) {
      const found = await store.candidates(keys, scope);
      for (const { article, isIntact } of found) if (!isIntact) tell(new DamagedText(article.id));
      return found.filter(({ isIntact }) => isIntact);
    },
  };
}
