import { UserError } from '../../errors.ts';
import { isSameStamp, type EmbeddingStamp, type Store } from '../../store/ports.ts';
import type { EmbeddingModel } from './embedding-model.ts';

export interface CurrentEmbeddingsDependencies {
  /** Those that the settings name. */
  readonly embeddings: EmbeddingModel;
  /** Opens those that made the vectors before; null where that cannot be done any more. */
  readonly openFormer: (stamp: EmbeddingStamp) => Promise<EmbeddingModel | null>;
  readonly store: Pick<Store, 'embeddingStamp'>;
  readonly log: { info(message: string): void; warn(message: string): void };
}

export interface CurrentEmbeddings {
  /**
   * The vector of a question; null where it can have none, and why is in the log, once until there are vectors again.
   * Rejects with the signal's reason when aborted.
   */
  embedQuestion(text: string, signal?: AbortSignal): Promise<Float32Array | null>;
  close(): Promise<void>;
}

/**
 * Embeds questions with what made the stored vectors: the former embeddings until all sentences have vectors of the new
 * ones. Where the former cannot be opened, nothing is found by meaning until then.
 */
export function createCurrentEmbeddings({
  embeddings,
  openFormer,
  store,
  log,
}: CurrentEmbeddingsDependencies): CurrentEmbeddings {
  /** What was opened, by its stamp. */
  const former = new Map<string, Promise<EmbeddingModel | null>>();
  let isDown = false;

  async function modelFor(stamp: EmbeddingStamp | null): Promise<EmbeddingModel | null> {
    if (!stamp || isSameStamp(stamp, embeddings.stamp)) return embeddings;
    const key = JSON.stringify([stamp.provider, stamp.model, stamp.dimensions]);
    const opened = former.get(key) ?? openFormer(stamp);
    former.set(key, opened);
    try {
      return await opened;
    } catch (error) {
      former.delete(key);
      throw error;
    }
  }

  return {
    async embedQuestion(text, signal) {
      try {
        const model = await modelFor(await store.embeddingStamp());
        const vector = (await model?.embedQuestion(text, signal)) ?? null;
        if (isDown && vector) log.info('questions are embedded again');
        if (vector) isDown = false;
        return vector;
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof UserError)) throw error;
        if (!isDown) log.warn(`questions are answered by their words alone: ${error.message}`);
        isDown = true;
        return null;
      }
    },
    async close() {
      const opened = await Promise.allSettled(former.values());
      const models = opened.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
      await Promise.all([embeddings, ...models].map((model) => model.close()));
    },
  };
}
