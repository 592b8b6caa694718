import { describe, expect, it } from 'vitest';
import pg from 'pg';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { STEPS } from '../../../src/store/postgres/schema.ts';
import { emptyDatabase, whyNoServer } from '../../support/stores/postgres-server.ts';
import { recordOf, TALKS } from '../../support/records.ts';

const ALL = Number.MAX_SAFE_INTEGER;
const why = await whyNoServer();
if (why !== null) process.stderr.write(`no PostgreSQL to test on (${why}): its tests are skipped\n`);

/** The words of each sentence and passage as version 1 kept them, from where they stand now. */
const WORDS_OF_VERSION_1 = `
  CREATE TABLE words (
    key bigint PRIMARY KEY REFERENCES sentences (key) ON DELETE CASCADE,
    sentence tsvector NOT NULL, sentence_length integer NOT NULL,
    passage tsvector NOT NULL, passage_length integer NOT NULL
  );
`;

/** Texts of letters and full stops alone, of which PostgreSQL's own parser has no other view. */
const TEXTS = {
  first: 'Alpha beta alpha. Gamma beta. Alpha beta gamma alpha beta.',
  second: 'Beta gamma. Delta.',
};

describe.skipIf(why !== null)('on a PostgreSQL server', () => {
  it('finds by words as before in tables that version 1 made', async () => {
    const { url, remove } = await emptyDatabase();
    const fresh = await openPostgresStore(url);
    const records = Object.entries(TEXTS).map(([id, text]) => recordOf({ id, text }));
    for (const record of [...records, ...Object.values(TALKS)]) await fresh.saveArticle(record);
    for (const id of Object.keys(TALKS)) await fresh.removeArticle(id);
    const search = async (store: typeof fresh) => ({
      sentences: await store.searchSentences(['alpha', 'beta-gamma', 'delta'], ALL),
      passages: await store.searchPassages(['alpha', 'beta-gamma', 'delta'], ALL),
      frequencies: await store.sentenceFrequencies(['alpha', 'beta', 'beta-gamma', 'delta', 'none']),
    });
    const before = await search(fresh);
    expect(before.sentences.length).toBeGreaterThan(3);
    await fresh.close();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(WORDS_OF_VERSION_1);
    for (const { key, said, around } of await textsOf(client))
      await client.query(
        `INSERT INTO words SELECT $1, to_tsvector('simple', $2), array_length(string_to_array($2, ' '), 1),
           to_tsvector('simple', $3), array_length(string_to_array($3, ' '), 1)`,
        [key, said, around],
      );
    await client.query('DROP TABLE postings, word_counts, jobs, rate_limits; UPDATE state SET version = 1');
    const old = await openPostgresStore(url);
    expect(await search(old)).toEqual(before);
    expect((await client.query<{ version: number }>('SELECT version FROM state')).rows).toEqual([
      { version: STEPS.length },
    ]);
    await old.removeArticle('first');
    expect(await old.searchSentences(['alpha'], ALL)).toEqual([]);
    await old.close();
    await client.end();
    await remove();
  });
});

async function textsOf(client: pg.Client) {
  const { rows } = await client.query<{ key: string; said: string; around: string }>(
    `SELECT s.key, convert_from(substr(a.text, start_at + 1, end_at - start_at), 'UTF8') AS said,
       convert_from(substr(a.text, passage_start + 1, passage_end - passage_start), 'UTF8') AS around
     FROM sentences AS s JOIN articles AS a ON a.nr = s.article`,
  );
  return rows;
}
