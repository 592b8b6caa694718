import { describe, expect, it } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import type { Store } from '../../../src/store/ports.ts';
import { followContract } from '../../contracts/follows.ts';
import { storeContract } from '../../contracts/store.ts';
import { createMemoryStore } from '../../support/stores/memory-store.ts';
import { emptyDatabase, whyNoServer } from '../../support/stores/postgres-server.ts';
import { TALKS } from '../../support/records.ts';

const why = await whyNoServer();
if (why !== null) process.stderr.write(`no PostgreSQL to test on (${why}): its tests are skipped\n`);

async function open(): Promise<Store> {
  const { url, remove } = await emptyDatabase();
  const store = await openPostgresStore(url);
  return {
    ...store,
    async close() {
      await store.close();
      await remove();
    },
  };
}

describe.skipIf(why !== null)('on a PostgreSQL server', () => {
  storeContract('the PostgreSQL store', open);
  followContract('the PostgreSQL store', open);

  it('scores as the store in memory does', async () => {
    const words = ['missiles', 'Europe', 'weather', 'Geneva', 'said', 'of'];
    const scores = [];
    for (const store of [await open(), createMemoryStore()]) {
      for (const record of Object.values(TALKS)) await store.saveArticle(record);
      const hits = [...(await store.searchSentences(words, 99)), ...(await store.searchPassages(words, 99))];
      scores.push(hits.map(({ key, score }) => [key, score.toFixed(6)]));
      await store.close();
    }
    expect(scores[0]).toEqual(scores[1]);
  });
});
