import { vector } from '@electric-sql/pglite/vector';
import { describe, expect, it } from 'vitest';
import { openPgvectorIndex } from '../../../src/store/postgres/vector/pgvector-index.ts';
import type { VectorIndex } from '../../../src/store/ports.ts';
import { vectorIndexContract } from '../../contracts/vector-index.ts';
import { createExactIndex } from '../../support/stores/exact-index.ts';
import { usePglite } from '../../support/stores/pglite-server.ts';
import { clusteredVectors } from '../../support/stores/random.ts';
import { DIMENSIONS, recordOf, TALKS } from '../../support/records.ts';

const { url, db, openStore } = usePglite({ extensions: { vector } });

const silent = { info: () => undefined };

async function open(): Promise<VectorIndex> {
  const index = await openPgvectorIndex({ url: url(), log: silent });
  if (!index) throw new Error('PGlite has pgvector');
  return index;
}

vectorIndexContract('the index of pgvector', open, openStore);

describe('the index of pgvector', () => {
  it('finds the nearest of many by its graph', async () => {
    const store = await openStore();
    const dimensions = 32;
    await store.setEmbeddingStamp({ provider: 'test', model: 'letters', dimensions });
    const { vectors, queries } = clusteredVectors({
      seed: 7,
      count: 2000,
      queries: 40,
      clusters: 50,
      dimensions,
    });
    for (let i = 0; i < vectors.length; i += 500) {
      const record = recordOf({ id: `made-${i}`, text: 'One. '.repeat(500), dimensions });
      await store.saveArticle({ ...record, vectors: vectors.slice(i, i + 500) });
    }
    const [index, exact] = [await open(), createExactIndex(store)];
    await Promise.all([index.sync(), exact.sync()]);
    // It has one session for all: so little would be read in a row.
    await db().exec('SET enable_seqscan = off; SET enable_sort = off');
    const { rows } = await db().query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT key FROM nearest WHERE vector IS NOT NULL
       ORDER BY vector <#> '[${[...(queries[0] ?? [])].join(',')}]'::halfvec LIMIT 10`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('nearest_by_vector');
    let found = 0;
    for (const asked of queries) {
      const wanted = new Set((await exact.search(asked, 10)).map(({ key }) => key));
      found += (await index.search(asked, 10)).filter(({ key }) => wanted.has(key)).length;
    }
    expect(found / (10 * queries.length)).toBeGreaterThanOrEqual(0.95);
    // More than the graph looks at without going on.
    expect(await index.search(queries[0] ?? new Float32Array(dimensions), 300)).toHaveLength(300);
    await db().exec('RESET enable_seqscan; RESET enable_sort');
    await index.close();
    await store.close();
  });

  it('is kept with the store: another process finds what one has indexed, and what went is gone', async () => {
    const store = await openStore();
    await store.setEmbeddingStamp({ provider: 'test', model: 'letters', dimensions: DIMENSIONS });
    await store.saveArticle(TALKS.geneva);
    const [one, other] = [await open(), await open()];
    await Promise.all([one.sync(), other.sync()]);
    const query = TALKS.geneva.vectors[0] ?? new Float32Array(DIMENSIONS);
    expect(await other.search(query, 99)).toHaveLength(TALKS.geneva.sentences.length);
    await store.removeArticle('geneva');
    expect(await other.search(query, 1)).toEqual([]);
    await one.close();
    await other.close();
    await store.close();
  });
});
