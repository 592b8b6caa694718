import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyFromSqlite } from '../../../src/store/postgres/copy-from-sqlite.ts';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import type { Store } from '../../../src/store/ports.ts';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { emptyDatabase, whyNoServer } from '../../support/stores/postgres-server.ts';
import { TALKS } from '../../support/records.ts';

const ALL = Number.MAX_SAFE_INTEGER;
const why = await whyNoServer();
if (why !== null) process.stderr.write(`no PostgreSQL to test on (${why}): its tests are skipped\n`);

async function shown(store: Store) {
  const keys = await store.keysInScope({}, ALL);
  const words = ['missiles', 'Europe', 'guarantees', 'said', 'U-S'];
  const hits = [...(await store.searchSentences(words, ALL)), ...(await store.searchPassages(words, ALL))];
  return {
    stamp: await store.embeddingStamp(),
    candidates: await store.candidates(keys),
    vectors: await store.vectorsOf(keys),
    articles: await Promise.all(Object.keys(TALKS).map((id) => store.article(id))),
    statements: await store.statements(),
    sources: await store.sources(),
    signatures: await store.signatures(),
    // FTS5 still counts removed sentences in its scores.
    hits: hits.map(({ key }) => key).toSorted((a, b) => a - b),
    arrivals: await store.arrivals(0, ALL),
    follows: await store.follows(),
    destinations: await store.destinations(),
    recalled: await store.recall('message'),
    note: await store.note('commands'),
  };
}

describe.skipIf(why !== null)('on a PostgreSQL server', () => {
  it('copies all that a file holds, and goes on with its numbers', async () => {
    const { url, remove } = await emptyDatabase();
    const path = join(temporaryFolder(), 'parley.sqlite');
    const source = await openSqliteStore({ path });
    await source.setEmbeddingStamp({ provider: 'test', model: 'letters', dimensions: 16 });
    for (const record of Object.values(TALKS)) await source.saveArticle(record);
    await source.saveArticle(TALKS.brussels);
    await source.removeArticle('undated');
    await source.addFollow({
      kind: 'channel',
      place: '1',
      pace: 'at once',
      quiet: null,
      due: null,
      subject: 'side',
      target: 'US',
      act: null,
      person: '2',
    });
    await source.remember('message', "it's \\x41 kept", 60_000);
    await source.setNote('commands', 'a');
    const copied = await copyFromSqlite({ path, url, force: false });
    expect(copied).toEqual({ articles: 2, statements: 4, vectors: 7 });
    const target = await openPostgresStore(url);
    expect(await shown(target)).toEqual(await shown(source));
    const before = await source.keysInScope({}, ALL);
    await target.saveArticle(TALKS.undated);
    const added = (await target.keysInScope({}, ALL)).filter((key) => !before.includes(key));
    // Those of the removed article are not given again.
    await source.saveArticle(TALKS.undated);
    expect(added).toEqual((await source.keysInScope({}, ALL)).filter((key) => !before.includes(key)));
    await Promise.all([source.close(), target.close()]);
    await remove();
  });

  it('refuses a database that is not empty, unless told to', async () => {
    const { url, remove } = await emptyDatabase();
    const path = join(temporaryFolder(), 'parley.sqlite');
    const source = await openSqliteStore({ path });
    await source.saveArticle(TALKS.geneva);
    await source.close();
    const target = await openPostgresStore(url);
    await target.saveArticle(TALKS.brussels);
    await expect(copyFromSqlite({ path, url, force: false })).rejects.toThrow(
      /already has a store \(articles, /,
    );
    expect([...(await target.hashes()).keys()]).toEqual(['brussels']);
    await copyFromSqlite({ path, url, force: true });
    expect([...(await target.hashes()).keys()]).toEqual(['geneva']);
    await target.close();
    await remove();
  });
});
