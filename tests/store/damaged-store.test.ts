import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { STORE_VERSION } from '../../src/store/sqlite/file/migrations.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { cli } from '../support/cli.ts';
import { temporaryFolder } from '../support/folders.ts';
import { TALKS } from '../support/records.ts';

function damaged(path: string): UserError {
  return new UserError(
    `The file ${path} should be Parley's store but is damaged or not a database: put a backup in its place, or delete it and ingest the articles again.`,
  );
}

/** A store with an article, changed by `sql` behind Parley's back. */
async function changedBy(sql: string, version = STORE_VERSION): Promise<string> {
  const path = join(temporaryFolder(), 'parley.sqlite');
  const store = await openSqliteStore({ path });
  await store.saveArticle(TALKS.geneva);
  await store.close();
  const db = new Database(path);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.pragma(`user_version = ${version}`);
  db.close();
  return path;
}

const TABLES = [
  'state',
  'notes',
  'articles',
  'sentences',
  'vectors',
  'statements',
  'statement_topics',
  'statement_sentences',
  'sentence_words',
  'passage_words',
  'corrections',
  'memories',
  'next_vectors',
];

describe('a store whose tables are not those of its version is refused in one sentence', () => {
  it.each<readonly [what: string, sql: string]>([
    ...TABLES.map((table): [string, string] => [`the table ${table} missing`, `DROP TABLE ${table}`]),
    ['all tables missing', TABLES.map((table) => `DROP TABLE ${table}`).join(';')],
    ['a column missing', 'DROP INDEX statements_by_side; ALTER TABLE statements DROP COLUMN act'],
    ['the text hashes missing', 'ALTER TABLE articles DROP COLUMN text_hash'],
    ['a column under another name', 'ALTER TABLE notes RENAME COLUMN value TO worth'],
    [
      'a view in place of a table',
      'DROP TABLE memories; CREATE VIEW memories AS SELECT 1 AS key, 2 AS value, 3 AS until',
    ],
    ['a plain table in place of the words', 'DROP TABLE sentence_words; CREATE TABLE sentence_words (words)'],
    ['its state missing', 'DELETE FROM state'],
  ])('with %s', async (_, sql) => {
    const path = await changedBy(sql);
    await expect(openSqliteStore({ path })).rejects.toThrow(damaged(path));
  });

  it.each([0, 1, 2, 3, 4])('of version %i by its stamp, with the tables of the last', async (version) => {
    const path = await changedBy('SELECT 1', version);
    await expect(openSqliteStore({ path })).rejects.toThrow(damaged(path));
  });

  it('of an older version with a table missing, and left as it was', async () => {
    const path = await changedBy(
      'DROP TABLE next_vectors; ALTER TABLE state DROP COLUMN next; ALTER TABLE articles DROP COLUMN text_hash; DROP TABLE vectors',
      3,
    );
    await expect(openSqliteStore({ path })).rejects.toThrow(damaged(path));
    const db = new Database(path);
    expect(db.pragma('user_version', { simple: true })).toBe(3);
    db.close();
  });

  it('also where a table goes while the store is open', async () => {
    const path = join(temporaryFolder(), 'parley.sqlite');
    const store = await openSqliteStore({ path });
    const db = new Database(path);
    db.exec('DROP TABLE corrections');
    db.close();
    await expect(store.corrections()).rejects.toThrow(damaged(path));
    await store.close();
  });

  it('by every command', async () => {
    const path = await changedBy('DROP TABLE statements');
    for (const command of [['ask', 'what?'], ['sources'], ['ingest']]) {
      const { code, out, err } = await cli([...command, '--data', join(path, '..')]);
      expect({ code, out, err }).toEqual({ code: 1, out: '', err: `${damaged(path).message}\n` });
    }
  });
});

it('a store with tables and indexes of somebody else beside its own is opened', async () => {
  const path = await changedBy('CREATE TABLE mine (a); CREATE INDEX mine_a ON mine (a); ANALYZE');
  const store = await openSqliteStore({ path });
  expect(await store.article('geneva')).toEqual(TALKS.geneva.article);
  await store.close();
});
