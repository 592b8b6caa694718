import { UserError } from '../errors.ts';
import type { Store } from './ports.ts';

/**
 * A store that can only be read, as a store that refuses every change with `reason` (one sentence). What is kept for a
 * while (the buttons of messages …) is kept in memory.
 */
export function createReadOnlyStore(store: Store, reason: string): Store {
  const kept = new Map<string, { readonly value: string; readonly until: number }>();
  const refuse = async (): Promise<never> => {
    throw new UserError(reason);
  };
  return {
    ...store,
    readOnly: reason,
    saveArticle: refuse,
    replaceStatements: refuse,
    removeArticle: refuse,
    addCorrection: refuse,
    removeCorrection: refuse,
    setEmbeddingStamp: refuse,
    saveNext: refuse,
    switchToNext: refuse,
    saveVisit: refuse,
    setNote: refuse,
    addFollow: refuse,
    removeFollow: refuse,
    removeDestination: refuse,
    claimBatch: refuse,
    finishBatch: refuse,
    passOver: refuse,
    setLastAsked: refuse,
    forgetAsked: refuse,
    forgetMemories: refuse,
    async remember(key, value, keepMs) {
      const now = Date.now();
      for (const [old, { until }] of kept) if (until <= now) kept.delete(old);
      kept.set(key, { value, until: now + keepMs });
    },
    async recall(key) {
      const memory = kept.get(key);
      if (!memory) return store.recall(key);
      return memory.until > Date.now() ? memory.value : null;
    },
  };
}
