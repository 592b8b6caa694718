import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/ports.ts';
import { tryExclusive } from '../../src/store/exclusive.ts';
import { createHnswIndex } from '../../src/store/vector/hnsw.ts';
import { vectorIndexContract } from '../contracts/vector-index.ts';
import { createExactIndex } from '../support/stores/exact-index.ts';
import { temporaryFolder } from '../support/folders.ts';
import { createMemoryStore } from '../support/stores/memory-store.ts';
import { clusteredVectors } from '../support/stores/random.ts';
import { DIMENSIONS, TALKS, recordOf, textVector } from '../support/records.ts';

const STAMP = { provider: 'test', model: 'letters', dimensions: DIMENSIONS };
const QUERY = textVector('missiles');

const silent = { info: () => undefined, warn: () => undefined };

vectorIndexContract('the HNSW index', (store) =>
  createHnswIndex({ store, dir: temporaryFolder(), log: silent }),
);
vectorIndexContract('the exact index', createExactIndex);

/** An index over `store` in `dir`, synced; what it said is in `said`. */
async function opened(store: Store, dir: string) {
  const said: string[] = [];
  const log = {
    info: (message: string) => void said.push(`info: ${message}`),
    warn: (message: string) => void said.push(`warn: ${message}`),
  };
  const index = createHnswIndex({ store, dir, log });
  await index.sync();
  return { index, said };
}

async function talks(): Promise<Store> {
  const store = createMemoryStore();
  await store.setEmbeddingStamp(STAMP);
  for (const record of Object.values(TALKS)) await store.saveArticle(record);
  return store;
}

/** A store with the talks, and what its index finds; the index is saved in `dir`. */
async function built() {
  const store = await talks();
  const dir = join(temporaryFolder(), 'index');
  const { index, said } = await opened(store, dir);
  const hits = await index.search(QUERY, 99);
  await index.close();
  expect(said).toEqual([`info: no vector index in ${dir} yet; building it from the store's 9 vectors`]);
  return { store, dir, hits };
}

describe('the saved index', () => {
  it('is read back silently, with the same results', async () => {
    const { store, dir, hits } = await built();
    const { index, said } = await opened(store, dir);
    expect(await index.search(QUERY, 99)).toEqual(hits);
    expect(said).toEqual([]);
  });

  it('is stamped with what made it', async () => {
    const { dir } = await built();
    expect(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'))).toMatchObject({
      ...STAMP,
      format: 2,
      count: 9,
      lastKey: 9,
      dropped: [],
    });
  });

  it('is not written again when nothing changed, and leaves one folder when something did', async () => {
    const { store, dir } = await built();
    const manifest = readFileSync(join(dir, 'manifest.json'), 'utf8');
    const { index } = await opened(store, dir);
    await index.sync();
    expect(readFileSync(join(dir, 'manifest.json'), 'utf8')).toBe(manifest);
    await store.saveArticle(TALKS.geneva);
    await index.sync();
    expect(readFileSync(join(dir, 'manifest.json'), 'utf8')).not.toBe(manifest);
    expect(readdirSync(dir).filter((name) => name.startsWith('graph-'))).toHaveLength(1);
  });

  it('remembers what was dropped, and takes in what changed since', async () => {
    const { store, dir } = await built();
    const first = await opened(store, dir);
    await store.removeArticle('undated');
    await first.index.sync();
    await first.index.close();
    await store.saveArticle(recordOf({ id: 'new', text: 'Talks go on.' }));
    const { index, said } = await opened(store, dir);
    const found = (await index.search(QUERY, 99)).map(({ key }) => key);
    expect(found.toSorted((a, b) => a - b)).toEqual(await store.keysInScope({}, 99));
    expect(said).toEqual([]);
  });

  it('is built anew when it is gone', async () => {
    const { store, dir, hits } = await built();
    rmSync(dir, { recursive: true });
    const { index, said } = await opened(store, dir);
    expect(await index.search(QUERY, 99)).toEqual(hits);
    expect(said).toEqual([`info: no vector index in ${dir} yet; building it from the store's 9 vectors`]);
  });

  it('is built anew when another model made it', async () => {
    const { store, dir } = await built();
    await store.setEmbeddingStamp({ ...STAMP, model: 'other' });
    await store.saveArticle(TALKS.geneva);
    const { index, said } = await opened(store, dir);
    expect(await index.search(QUERY, 99)).toHaveLength(5);
    expect(said).toEqual([
      `info: the vector index in ${dir} was made by test/letters (16), not test/other (16); building it from the store's 9 vectors`,
    ]);
  });

  it('is built anew when it is of a store that was deleted', async () => {
    const { dir, hits } = await built();
    const { index, said } = await opened(await talks(), dir);
    expect(await index.search(QUERY, 99)).toEqual(hits);
    expect(said).toEqual([
      `warn: the vector index in ${dir} is not of this store; building it from the store's 9 vectors`,
    ]);
  });

  it('is built anew when more than a quarter of it is stale', async () => {
    const { store, dir } = await built();
    const { index, said } = await opened(store, dir);
    await store.saveArticle(TALKS.geneva);
    await index.sync();
    expect(said).toEqual([
      'info: building the vector index anew: 5 of its 9 vectors are of replaced or removed articles',
    ]);
    expect((await index.search(QUERY, 99)).map(({ key }) => key).toSorted((a, b) => a - b)).toEqual(
      await store.keysInScope({}, 99),
    );
  });

  it('works from memory, with a warning, where it cannot be saved', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const { index, said } = await opened(await talks(), join(file, 'index'));
    expect(await index.search(QUERY, 99)).toHaveLength(9);
    expect(said.at(-1)).toMatch(
      /^warn: the vector index could not be saved in .* \(ENOTDIR: .*\); it is used from memory$/,
    );
  });

  it('is saved later when another process is saving', async () => {
    const { store, dir } = await built();
    await store.saveArticle(recordOf({ id: 'new', text: 'Talks go on.' }));
    const release = tryExclusive(join(dir, 'save.lock'));
    const { index, said } = await opened(store, dir);
    expect(said).toEqual([
      `info: another process is saving the vector index in ${dir}; this one tries again later`,
    ]);
    release?.();
    await index.sync();
    expect(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'))).toMatchObject({ count: 10 });
  });

  it('is left as it was when building it is aborted or the index is closed', async () => {
    const store = await talks();
    const dir = join(temporaryFolder(), 'index');
    const index = createHnswIndex({ store, dir, log: silent });
    const stop = new AbortController();
    const stopped = index.sync(stop.signal);
    stop.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
    const closed = index.sync();
    await Promise.all([expect(closed).rejects.toThrow('the vector index was closed'), index.close()]);
    expect(existsSync(dir)).toBe(false);
    expect(await index.search(QUERY, 5)).toEqual([]);
  });
});

it('finds at least 95 of 100 of the truly nearest ten', async () => {
  const dimensions = 64;
  const { vectors, queries } = clusteredVectors({
    seed: 1,
    count: 4000,
    queries: 50,
    clusters: 80,
    dimensions,
  });
  const store = createMemoryStore();
  await store.setEmbeddingStamp({ ...STAMP, dimensions });
  const text = vectors.map((_, i) => `${i}\n`).join('');
  await store.saveArticle({ ...recordOf({ id: 'many', text, dimensions }), vectors });
  const { index } = await opened(store, temporaryFolder());
  const exact = createExactIndex(store);
  await exact.sync();
  let found = 0;
  for (const query of queries) {
    const truth = new Set((await exact.search(query, 10)).map(({ key }) => key));
    found += (await index.search(query, 10)).filter(({ key }) => truth.has(key)).length;
  }
  expect(found / (10 * queries.length)).toBeGreaterThanOrEqual(0.95);
});
