import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EmbeddingModel } from '../../src/providers/embeddings/embedding-model.ts';

const cosine = (a: Float32Array | undefined, b: Float32Array | undefined): number =>
  (a ?? new Float32Array()).reduce((sum, x, i) => sum + x * (b?.[i] ?? 0), 0);

/** What every embedding model must do. `open` gives one; the suite closes it. */
export function embeddingsContract(name: string, open: () => Promise<EmbeddingModel>): void {
  describe(`${name} keeps the embeddings' contract`, () => {
    let model: EmbeddingModel;
    beforeEach(async () => {
      model = await open();
    });
    afterEach(() => model.close());

    const all = async (texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> => {
      const vectors: Float32Array[] = [];
      for await (const batch of model.embedBatches(texts, signal)) vectors.push(...batch);
      return vectors;
    };

    it('makes unit vectors of the length that its stamp says', async () => {
      const vectors = await all(['The talks lasted long.', '', '🙂', 'word '.repeat(3000)]);
      expect(vectors).toHaveLength(4);
      for (const vector of vectors) {
        expect(vector).toBeInstanceOf(Float32Array);
        expect(vector).toHaveLength(model.stamp.dimensions);
        expect(cosine(vector, vector)).toBeCloseTo(1, 4);
      }
    });

    it('keeps the order over batches, and a question’s vector is its text’s', async () => {
      const texts = Array.from(
        { length: 70 },
        (_, i) => `Sentence number ${i} about ${'missiles '.repeat(i % 3)}.`,
      );
      const vectors = await all(texts);
      expect(vectors).toHaveLength(70);
      expect(cosine(vectors[69], await model.embedQuestion(texts[69] ?? ''))).toBeCloseTo(1, 4);
      expect(cosine(vectors[0], vectors[69])).toBeLessThan(0.9999);
    });

    it('makes nothing of nothing', async () => {
      expect(await all([])).toEqual([]);
    });

    it('stops when aborted', async () => {
      const reason = new Error('enough');
      await expect(model.embedQuestion('text', AbortSignal.abort(reason))).rejects.toBe(reason);
      await expect(all(['text'], AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
}
