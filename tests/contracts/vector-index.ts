import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleRecord, Store, VectorIndex } from '../../src/store/ports.ts';
import { createMemoryStore } from '../support/stores/memory-store.ts';
import { DIMENSIONS, TALKS, recordOf, textVector } from '../support/records.ts';

const STAMP = { provider: 'test', model: 'letters', dimensions: DIMENSIONS };
const ALL = Number.MAX_SAFE_INTEGER;

/** The record with other vectors, one for each sentence. */
function withVectors(record: ArticleRecord, vectors: readonly Float32Array[]): ArticleRecord {
  return { ...record, vectors };
}

/** A vector along one axis. */
function axis(at: number, length: number): Float32Array {
  return new Float32Array(DIMENSIONS).fill(length, at, at + 1);
}

/** What every `VectorIndex` must do. `open` gives one over `store`, which is empty; the suite closes both. */
export function vectorIndexContract(
  name: string,
  open: (store: Store) => VectorIndex | Promise<VectorIndex>,
  openStore: () => Store | Promise<Store> = createMemoryStore,
): void {
  describe(`${name} keeps the vector index's contract`, () => {
    let store: Store;
    let index: VectorIndex;
    beforeEach(async () => {
      store = await openStore();
      await store.setEmbeddingStamp(STAMP);
      index = await open(store);
    });
    afterEach(async () => {
      await index.close();
      await store.close();
    });
    const query = textVector('Russia warned of missiles');
    const keysOf = async (k = ALL) => (await index.search(query, k)).map(({ key }) => key);
    const save = async (...records: ArticleRecord[]) => {
      for (const record of records) await store.saveArticle(record);
      await index.sync();
    };

    it('finds nothing in an empty store', async () => {
      await index.sync();
      expect(await index.search(query, 10)).toEqual([]);
    });

    it('says what made its vectors, also after the store has others, and compares with no others', async () => {
      expect(index.stamp()).toBeNull();
      await save(TALKS.geneva);
      expect(index.stamp()).toEqual(STAMP);
      expect(await index.search(new Float32Array(DIMENSIONS + 1).fill(1), 10)).toEqual([]);
      const next = { ...STAMP, model: 'next', dimensions: 2 };
      const keys = await store.missingNext(next);
      await store.saveNext(
        next,
        keys.map((key) => ({ key, vector: Float32Array.of(1, key) })),
      );
      await store.switchToNext(next);
      expect(index.stamp()).toEqual(STAMP);
      await index.sync();
      expect(index.stamp()).toEqual(next);
      expect(await index.search(query, 10)).toEqual([]);
      expect(await index.search(Float32Array.of(1, 1), ALL)).toHaveLength(keys.length);
    });

    it('gives cosine similarities, best first', async () => {
      await save(TALKS.geneva, TALKS.brussels);
      const hits = await index.search(TALKS.brussels.vectors[0] ?? query, 3);
      const keys = await store.keysInScope({}, ALL);
      expect(hits).toHaveLength(3);
      expect(hits.map(({ score }) => score)).toEqual(
        hits.map(({ score }) => score).toSorted((a, b) => b - a),
      );
      expect(hits[0]?.score).toBeCloseTo(1, 5);
      expect(keys.slice(5)).toContain(hits[0]?.key);
    });

    it('compares directions, whatever the lengths', async () => {
      const record = recordOf({ id: 'a', text: 'One. Two. Three.' });
      await save(withVectors(record, [axis(0, 100), axis(1, 1e-3), axis(2, -5)]));
      const [first, second, third] = await store.keysInScope({}, ALL);
      const scores = new Map((await index.search(axis(1, 7), 3)).map(({ key, score }) => [key, score]));
      expect(scores.get(second ?? 0)).toBeCloseTo(1, 5);
      expect(scores.get(first ?? 0)).toBeCloseTo(0, 5);
      expect((await index.search(axis(2, 1), 3)).at(-1)?.key).toBe(third);
      expect((await index.search(axis(2, 1), 3)).at(-1)?.score).toBeCloseTo(-1, 5);
    });

    it('gives fewer than k where there are fewer, and none for a k below one', async () => {
      await save(TALKS.brussels);
      expect(await keysOf(100)).toHaveLength(2);
      expect(await keysOf(Number.POSITIVE_INFINITY)).toHaveLength(2);
      expect(await keysOf(1)).toHaveLength(1);
      for (const k of [0, -1, Number.NaN]) expect(await keysOf(k)).toEqual([]);
    });

    it('gives nothing for a vector without a direction, and never finds one', async () => {
      const record = recordOf({ id: 'a', text: 'One. Two. Three.' });
      await save(
        withVectors(record, [new Float32Array(DIMENSIONS), new Float32Array(DIMENSIONS).fill(NaN), query]),
      );
      expect(await keysOf()).toHaveLength(1);
      expect(await index.search(new Float32Array(DIMENSIONS), 5)).toEqual([]);
      expect(await index.search(new Float32Array(DIMENSIONS).fill(NaN), 5)).toEqual([]);
    });

    it('follows what is added, replaced and removed', async () => {
      await save(TALKS.geneva);
      expect(await keysOf()).toHaveLength(5);
      await save(TALKS.brussels, TALKS.undated);
      await save(recordOf({ id: 'geneva', text: 'Nothing of it was true.' }));
      await store.removeArticle('undated');
      await index.sync();
      expect((await keysOf()).toSorted((a, b) => a - b)).toEqual(await store.keysInScope({}, ALL));
      await store.removeArticle('geneva');
      await store.removeArticle('brussels');
      await index.sync();
      expect(await keysOf()).toEqual([]);
    });

    it('gives no passage that is gone, and still k of the others, before the next sync', async () => {
      await save(TALKS.geneva, TALKS.brussels, TALKS.undated);
      await store.removeArticle('brussels');
      await store.removeArticle('undated');
      const left = await store.keysInScope({}, ALL);
      expect((await keysOf(5)).toSorted((a, b) => a - b)).toEqual(left);
      expect(await keysOf(3)).toHaveLength(3);
    });

    it('follows a change of the model', async () => {
      await save(TALKS.geneva);
      await store.setEmbeddingStamp({ ...STAMP, model: 'other', dimensions: 4 });
      await save(recordOf({ id: 'brussels', text: TALKS.brussels.article.text, dimensions: 4 }));
      expect(await index.search(textVector('Russia', 4), 10)).toHaveLength(2);
    });

    it('syncs at once when called twice, and after a sync was aborted', async () => {
      await store.saveArticle(TALKS.geneva);
      await index.sync(AbortSignal.abort(new Error('stopped'))).catch((error: unknown) => {
        expect(error).toEqual(new Error('stopped'));
      });
      await Promise.all([index.sync(), index.sync()]);
      expect(await keysOf()).toHaveLength(5);
    });
  });
}
