import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { createFollows } from '../../src/app/keep-following.ts';
import { createStated } from '../../src/answer/show-statements.ts';
import { createDirectory } from '../../src/parties/directory.ts';
import type { Teller } from '../../src/follow/tell-arrivals.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { createHashedEmbeddings } from '../support/models/hashed-embeddings.ts';
import { recordOf } from '../support/records.ts';
import { articleOf } from './follow-world.ts';

/** The process that is killed: reads articles in, from the first that is not there, and tells those who follow. */
const [dir = '', url = '', articles = '0'] = process.argv.slice(2);
const store = await openSqliteStore({ path: path.join(dir, 'parley.sqlite') });
await store.setEmbeddingStamp(createHashedEmbeddings().stamp);
const { dimensions } = createHashedEmbeddings().stamp;
const follows = createFollows({
  store,
  stated: createStated({ store }),
  directory: createDirectory({ store, actors: { sides: [], actors: [] } }),
  topics: [],
  now: () => new Date(),
});
const run = randomUUID();
const Answer = z.object({ ok: z.boolean() });

const teller: Teller = {
  async tell({ destination, nonce, quotes }) {
    const sent = { place: destination.place, nonce, run, texts: quotes.map(({ text }) => text) };
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(sent) });
    return Answer.parse(await response.json()).ok ? 'told' : 'later';
  },
  async endOf() {},
};

writeSync(1, 'ready\n');
const { signal } = new AbortController();
const known = (await store.hashes()).size;
for (let i = known; i < Number(articles); i++) {
  await store.saveArticle(recordOf({ ...articleOf(i), dimensions }));
  writeSync(1, `saved ${i}\n`);
  if (i % 10 === 9) await follows.tellArrivals(teller, signal);
}
while ((await follows.tellArrivals(teller, signal)).isLeft);
await store.close();
writeSync(1, 'done\n');
