import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { followContract } from '../contracts/follows.ts';
import { storeContract } from '../contracts/store.ts';
import { createMemoryStore } from '../support/stores/memory-store.ts';
import { TALKS } from '../support/records.ts';
import { temporaryFolder } from '../support/folders.ts';

storeContract('the SQLite store', async () =>
  openSqliteStore({ path: join(temporaryFolder(), 'parley.db') }),
);
storeContract('the in-memory store', async () => createMemoryStore());
followContract('the SQLite store', async () =>
  openSqliteStore({ path: join(temporaryFolder(), 'parley.db') }),
);
followContract('the in-memory store', async () => createMemoryStore());

it('scores in memory as FTS5 does', async () => {
  const stores = [await openSqliteStore({ path: join(temporaryFolder(), 'parley.db') }), createMemoryStore()];
  const words = ['missiles', 'Europe', 'weather', 'Geneva', 'said', 'of'];
  const scores = [];
  for (const store of stores) {
    for (const record of Object.values(TALKS)) await store.saveArticle(record);
    const hits = [...(await store.searchSentences(words, 99)), ...(await store.searchPassages(words, 99))];
    scores.push(hits.map(({ key, score }) => [key, score.toFixed(6)]));
    await store.close();
  }
  expect(scores[0]).toEqual(scores[1]);
});
