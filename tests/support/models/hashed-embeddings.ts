import { DIMENSIONS, textVector } from '../records.ts';
import type { EmbeddingStamp } from '../../../src/store/ports.ts';

/** Embeddings that work without a model; `embedded` counts the texts. */
export function createHashedEmbeddings(): {
  readonly stamp: EmbeddingStamp;
  readonly embedded: () => number;
  embedQuestion: (text: string, signal?: AbortSignal) => Promise<Float32Array>;
  embedBatches: (texts: readonly string[], signal?: AbortSignal) => AsyncGenerator<Float32Array[]>;
} {
  let count = 0;
  return {
    stamp: { provider: 'test', model: 'hashed-words', dimensions: DIMENSIONS },
    embedded: () => count,
    async embedQuestion(text, signal) {
      signal?.throwIfAborted();
      return textVector(text);
    },
    async *embedBatches(texts) {
      for (const text of texts) {
        count++;
        yield [textVector(text)];
      }
    },
  };
}
