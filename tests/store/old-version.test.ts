import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { STORE_VERSION } from '../../src/store/sqlite/file/migrations.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { cli } from '../support/cli.ts';
import { temporaryFolder } from '../support/folders.ts';

/** A store as version 4 left it: one article, read with the packaged embeddings, a correction and a note. */
const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url));

function oldStore(): { readonly data: string; readonly path: string } {
  const data = temporaryFolder();
  const path = join(data, 'parley.sqlite');
  writeFileSync(path, gunzipSync(readFileSync(join(FIXTURES, 'version-4.sqlite.gz'))));
  return { data, path };
}

/** What is asked of the file itself. */
function read<T>(path: string, work: (db: Database.Database) => T): T {
  const db = new Database(path);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const versionOf = (path: string): unknown => read(path, (db) => db.pragma('user_version', { simple: true }));

it('a store of version 4 is brought to this version with its keys, stamps, vectors, corrections and notes', async () => {
  const { path } = oldStore();
  expect(versionOf(path)).toBe(4);
  const store = await openSqliteStore({ path });
  onTestFinished(() => store.close());
  expect(versionOf(path)).toBe(STORE_VERSION);
  expect(await store.keysInScope({}, 99)).toEqual([1, 2, 3, 4, 5]);
  expect((await store.statements()).map(({ key, speaker, act }) => [key, speaker, act])).toEqual([
    [1, 'Wendy Sherman', 'offers'],
    [2, 'Sergei Ryabkov', 'demands'],
    [3, 'Jens Stoltenberg', 'states'],
  ]);
  const stamp = { provider: 'packaged', model: 'universal-sentence-encoder-lite', dimensions: 512 };
  expect(await store.embeddingStamp()).toEqual(stamp);
  expect([...(await store.vectorsOf([1, 2, 3, 4, 5])).values()].map(({ length }) => length)).toEqual(
    Array(5).fill(512),
  );
  expect(await store.hashes()).toEqual(
    new Map([
      ['winter-talks', '4652d7b31a82287a5305388e5a23080d61777c0af1b668867d5f90d82852789b-b1f679c10072bf4b'],
    ]),
  );
  expect(await store.corrections()).toMatchObject([
    { id: 1, article: 'winter-talks', speaker: 'Sergei Ryabkov' },
  ]);
  expect(await store.note('commands')).toBe('as-registered');
  expect(await store.revision()).toBe(2);
  const article = await store.article('winter-talks');
  expect(readFileSync(join(FIXTURES, 'winter-talks.md'), 'utf8')).toContain(article?.text.trim());
});

it('a store of version 4 is asked as any other', async () => {
  const { data } = oldStore();
  const { code, json } = await cli(['ask', 'What did Sherman offer on missiles?', '--json', '--data', data]);
  expect({ code, answers: json() }).toMatchObject({
    code: 0,
    answers: [
      {
        answered: true,
        evidence: [
          {
            article: 'winter-talks',
            text: '“We offered to limit missiles in Europe if Moscow does the same,”',
            speaker: 'Wendy Sherman',
            act: 'offers',
          },
        ],
      },
    ],
  });
});

it('a text that was altered before the store was brought to this version is found out', async () => {
  const { path } = oldStore();
  read(path, (db) =>
    db.exec(`UPDATE articles SET text = replace(text, 'will never join', 'will soon join')`),
  );
  const store = await openSqliteStore({ path });
  onTestFinished(() => store.close());
  await expect(store.article('winter-talks')).rejects.toThrow('is not the one that was read in');
});

it('a text whose hash tells nothing of it alone is taken as it is', async () => {
  const { path } = oldStore();
  read(path, (db) => db.exec(`UPDATE articles SET hash = ''`));
  const store = await openSqliteStore({ path });
  onTestFinished(() => store.close());
  expect((await store.article('winter-talks'))?.text).toContain('will never join');
});
