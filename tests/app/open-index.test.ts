import { expect, it } from 'vitest';
import { createUpToDateSearch } from '../../src/app/stores/open-index.ts';
import type { EmbeddingStamp, VectorIndex } from '../../src/store/ports.ts';

const OLD = { provider: 'test', model: 'old', dimensions: 2 };
const NEW = { ...OLD, model: 'new' };
const VECTOR = Float32Array.of(1, 0);
const HITS = [{ key: 7, score: 1 }];

/** An index whose `sync` does what `onSync` says. */
function searchWith(onSync: () => Promise<void>, stamps: { index: EmbeddingStamp; store: EmbeddingStamp }) {
  const said: string[] = [];
  const index: VectorIndex = {
    stamp: () => stamps.index,
    search: async () => HITS,
    sync: onSync,
    close: async () => undefined,
  };
  const store = { embeddingStamp: async () => stamps.store };
  return { search: createUpToDateSearch({ index, store, log: { warn: (line) => said.push(line) } }), said };
}

it('finds nothing while the index has vectors of others than the store', async () => {
  const stamps = { index: OLD, store: OLD };
  const { search } = searchWith(async () => undefined, stamps);
  expect(await search.search(VECTOR, 1)).toEqual(HITS);
  stamps.store = NEW;
  expect(await search.search(VECTOR, 1)).toEqual([]);
  stamps.index = NEW;
  expect(await search.search(VECTOR, 1)).toEqual(HITS);
});

it('searches what there is when the index cannot be brought up to date, and says so', async () => {
  let syncs = 0;
  const { search, said } = searchWith(
    async () => {
      if (++syncs > 1) throw new Error('disk full');
    },
    { index: OLD, store: OLD },
  );
  expect(await search.search(VECTOR, 1)).toEqual(HITS);
  expect(said).toEqual(['the vector index is not up to date: Error: disk full']);
});
