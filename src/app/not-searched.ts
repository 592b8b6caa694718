import type { EmbeddingModel } from '../providers/embeddings/embedding-model.ts';
import type { VectorIndex } from '../store/ports.ts';

/** The vector index of a process that looks for nothing. */
export const NO_INDEX: VectorIndex = {
  stamp: () => null,
  search: async () => [],
  sync: async () => undefined,
  close: async () => undefined,
};

const never = (): never => {
  throw new Error('a process that neither answers nor ingests embeds nothing');
};

/** The embeddings of a process that embeds nothing. */
export const NO_EMBEDDINGS: EmbeddingModel = {
  stamp: { provider: 'none', model: 'none', dimensions: 1 },
  embedQuestion: async () => never(),
  embedBatches: never,
  close: async () => undefined,
};
