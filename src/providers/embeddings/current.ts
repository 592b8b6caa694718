import { isSameStamp, type EmbeddingStamp, type Store, type VectorIndex } from '../../store/ports.ts';
import type { EmbeddingModel } from './embeddings.ts';

export interface CurrentEmbeddingsDependencies {
  /** Those that the settings name. */
  readonly embeddings: EmbeddingModel;
  /** Opens those that made the vectors before; null where that cannot be done any more. */
  readonly openFormer: (stamp: EmbeddingStamp) => Promise<EmbeddingModel | null>;
  readonly index: Pick<VectorIndex, 'stamp'>;
  readonly store: Pick<Store, 'embeddingStamp'>;
}

/** A vector that is near to nothing. */
const NONE = new Float32Array();

/**
 * Embeds questions with what made the vectors that the index compares with: the former embeddings until all sentences
 * have vectors of the new ones. Where the former cannot be opened, nothing is found by meaning until then.
 */
export function createCurrentEmbeddings({
  embeddings,
  openFormer,
  index,
  store,
}: CurrentEmbeddingsDependencies): Pick<EmbeddingModel, 'embedQuestion' | 'close'> {
  let former: Promise<EmbeddingModel | null> | null = null;
  return {
    async embedQuestion(text, signal) {
      const stamp = index.stamp() ?? (await store.embeddingStamp());
      if (!stamp || isSameStamp(stamp, embeddings.stamp)) return embeddings.embedQuestion(text, signal);
      former ??= openFormer(stamp);
      return (await former)?.embedQuestion(text, signal) ?? NONE;
    },
    async close() {
      await Promise.all([embeddings.close(), former?.then((model) => model?.close())]);
    },
  };
}
