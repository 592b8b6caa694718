import { createHash } from 'node:crypto';
import type { LanguageModel } from '../../domain/model/language-model.ts';
import type { Store } from '../../store/ports.ts';

/** How long an answer is kept: until an article changes, but no longer. */
const KEEP_MS = 30 * 24 * 60 * 60 * 1000;

export interface RememberedModelDependencies {
  readonly model: LanguageModel;
  readonly store: Pick<Store, 'revision' | 'remember' | 'recall'>;
  readonly log: { warn(message: string): void };
}

/**
 * The same model, not asked twice: what it wrote is kept in the store under its name and the prompt until an article
 * changes, and read anew each time. A failure is not kept, and what cannot be read any more does not count.
 */
export function createRememberedModel({ model, store, log }: RememberedModelDependencies): LanguageModel {
  return {
    name: model.name,
    async complete(prompt, read, signal) {
      const parts = [await store.revision(), model.name, prompt];
      const key = `answer ${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;
      const kept = await store.recall(key);
      if (kept !== null) {
        try {
          return read(kept);
        } catch {
          // Kept by a Parley that read answers otherwise: it is asked for again.
        }
      }
      const { text, result } = await model.complete(
        prompt,
        (written) => ({ text: written, result: read(written) }),
        signal,
      );
      await store
        .remember(key, text, KEEP_MS)
        // A store that takes nothing now is no reason to withhold an answer.
        .catch((error: unknown) =>
          log.warn(`an answer of ${model.name} could not be kept: ${String(error)}`),
        );
      return result;
    },
  };
}
