import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { TABLES } from '../../../src/store/postgres/check-tables.ts';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { shownServer } from '../../../src/store/postgres/server-failure.ts';
import { emptyDatabase, whyNoServer } from '../../support/stores/postgres-server.ts';
import { TALKS } from '../../support/records.ts';

const why = await whyNoServer();
if (why !== null) process.stderr.write(`no PostgreSQL to test on (${why}): its tests are skipped\n`);

/** A store with an article, and a connection to it beside Parley's. */
async function storeWithTalks() {
  const { url, remove } = await emptyDatabase();
  const store = await openPostgresStore(url);
  await store.saveArticle(TALKS.geneva);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const end = async (): Promise<void> => {
    await client.end();
    await remove();
  };
  return { url, store, client, end };
}

const refusal = (url: string, how: string): UserError =>
  new UserError(
    `The tables of ${shownServer(url)} are not those of Parley (${how}): name another database in DATABASE_URL, or put a backup in place.`,
  );

describe.skipIf(why !== null)('on a PostgreSQL server', () => {
  it('lists every table and column that it makes', async () => {
    const { store, client, end } = await storeWithTalks();
    const { rows } = await client.query<{ name: string; columns: string }>(
      `SELECT table_name AS name, string_agg(column_name, ' ' ORDER BY ordinal_position) AS columns
       FROM information_schema.columns WHERE table_schema = current_schema() GROUP BY table_name`,
    );
    expect(Object.fromEntries(rows.map(({ name, columns }) => [name, columns]))).toEqual(TABLES);
    await store.close();
    await end();
  });

  it.each([
    ['statements', 'DROP TABLE statements CASCADE'],
    ['postings', 'DROP TABLE postings'],
    ['jobs', 'DROP TABLE jobs'],
    ['articles.text_hash', 'ALTER TABLE articles DROP COLUMN text_hash'],
    ['notes.value', 'ALTER TABLE notes RENAME COLUMN value TO worth'],
    ['memories', 'DROP TABLE memories; CREATE VIEW memories AS SELECT 1 AS key, 2 AS value, 3 AS until'],
  ])('refuses tables of its version without %s in one sentence, and leaves them', async (what, sql) => {
    const { url, store, client, end } = await storeWithTalks();
    await store.close();
    await client.query(sql);
    await expect(openPostgresStore(url)).rejects.toThrow(refusal(url, `no ${what}`));
    expect((await client.query('SELECT id FROM articles')).rowCount).toBe(1);
    await end();
  });

  it('refuses tables without their state, and those of a later step under an earlier version', async () => {
    const { url, store, client, end } = await storeWithTalks();
    await store.close();
    await client.query('UPDATE state SET version = 2');
    await expect(openPostgresStore(url)).rejects.toThrow(refusal(url, '42P07'));
    await client.query('DELETE FROM state');
    await expect(openPostgresStore(url)).rejects.toThrow(refusal(url, '42P07'));
    expect((await client.query('SELECT id FROM articles')).rowCount).toBe(1);
    await end();
  });

  it('opens a database with tables of somebody else beside its own', async () => {
    const { url, store, client, end } = await storeWithTalks();
    await store.close();
    await client.query('CREATE TABLE mine (a integer); ALTER TABLE articles ADD COLUMN mine text');
    const again = await openPostgresStore(url);
    expect(await again.article('geneva')).toEqual(TALKS.geneva.article);
    await again.close();
    await end();
  });

  it('says that the disk is full in the midst of an article, keeps nothing of it, and goes on once there is room', async () => {
    const { url, store, client, end } = await storeWithTalks();
    const revision = await store.revision();
    await client.query(`
      CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
      CREATE TRIGGER no_room BEFORE INSERT ON statements EXECUTE FUNCTION no_room()`);
    await expect(store.saveArticle(TALKS.brussels)).rejects.toThrow(
      new UserError(
        `The disk of ${shownServer(url)} is full and the last change was not saved: free some space, then try again.`,
      ),
    );
    expect([...(await store.hashes()).keys()]).toEqual(['geneva']);
    expect(await store.counts()).toMatchObject({ articles: 1, sentences: TALKS.geneva.sentences.length });
    expect(await store.revision()).toBe(revision);
    await client.query('DROP TRIGGER no_room ON statements');
    expect(await store.saveArticle(TALKS.brussels)).toBe('added');
    expect(await store.article('brussels')).toEqual(TALKS.brussels.article);
    await store.close();
    await end();
  });
});
