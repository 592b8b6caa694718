import type { EmbeddingStamp, Store, VectorIndex } from '../../../src/store/ports.ts';

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
}

/** Compares with every vector that the store has at that moment: slow, exact, and what other indexes are measured by. */
export function createExactIndex(
  store: Pick<Store, 'keysInScope' | 'vectorsOf' | 'embeddingStamp'>,
): VectorIndex {
  let closed = false;
  let stamp: EmbeddingStamp | null = null;
  return {
    stamp: () => stamp,
    async search(vector, k) {
      if (closed || vector.length !== stamp?.dimensions) return [];
      const rows = await store.vectorsOf(await store.keysInScope({}, Number.MAX_SAFE_INTEGER));
      return [...rows]
        .map(([key, row]) => ({
          key,
          score: dot(row, vector) / Math.sqrt(dot(row, row) * dot(vector, vector)),
        }))
        .filter(({ score }) => Number.isFinite(score))
        .toSorted((a, b) => b.score - a.score || a.key - b.key)
        .slice(0, Math.max(Math.floor(k) || 0, 0));
    },
    async sync() {
      stamp = await store.embeddingStamp();
    },
    async close() {
      closed = true;
    },
  };
}
