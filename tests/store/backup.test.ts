import { appendFileSync, mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { STORE_VERSION } from '../../src/store/sqlite/file/migrations.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { cli } from '../support/cli.ts';
import { startChild } from '../support/children.ts';
import { temporaryFolder } from '../support/folders.ts';
import { TALKS } from '../support/records.ts';

const OLD = gunzipSync(readFileSync(new URL('fixtures/version-4.sqlite.gz', import.meta.url)));

let dir: string;
let data: string;
let path: string;
let file: string;

beforeEach(() => {
  dir = temporaryFolder();
  data = join(dir, 'data');
  path = join(data, 'parley.sqlite');
  file = join(dir, 'backup.sqlite');
});

async function open(at = path) {
  const store = await openSqliteStore({ path: at });
  onTestFinished(() => store.close());
  return store;
}

/** A store with these talks, closed. */
async function stored(...names: (keyof typeof TALKS)[]): Promise<void> {
  const store = await openSqliteStore({ path });
  for (const name of names) await store.saveArticle(TALKS[name]);
  await store.close();
}

const run = async (...args: string[]) => {
  const { code, out, err } = await cli([...args, '--data', data]);
  return { code, out, err };
};

const idsIn = async (at: string): Promise<string[]> => {
  const store = await openSqliteStore({ path: at });
  const ids = [...(await store.hashes()).keys()];
  await store.close();
  return ids;
};

function edit(at: string, work: (db: Database.Database) => unknown): void {
  const db = new Database(at);
  work(db);
  db.close();
}

describe('backup', () => {
  it('writes one whole file while another process has the store open and writes to it', async () => {
    await stored('geneva');
    const writer = startChild(`
      import { openSqliteStore } from './src/store/sqlite/store.ts';
      const store = await openSqliteStore({ path: ${JSON.stringify(path)} });
      await store.setNote('in', 'the log');
      console.log('open');
      for (let i = 0; ; i++) { await store.setNote('counter', String(i)); await new Promise(setImmediate); }
    `);
    expect(await writer.next()).toBe('open');
    expect(await run('backup', file)).toEqual({
      code: 0,
      out: `The store is backed up in ${file}\n`,
      err: '',
    });
    await writer.kill();
    expect(readdirSync(dir).toSorted()).toEqual(['backup.sqlite', 'data']);
    const copy = await open(file);
    expect(await copy.article('geneva')).toEqual(TALKS.geneva.article);
    expect(await copy.note('in')).toBe('the log');
  });

  it('never writes over a file without --force', async () => {
    await stored('geneva');
    writeFileSync(file, 'mine');
    expect(await run('backup', file)).toEqual({
      code: 1,
      out: '',
      err: `${file} is there already: name another file, or write over it with --force.\n`,
    });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(await run('backup', file, '--force')).toMatchObject({ code: 0, err: '' });
    expect(await idsIn(file)).toEqual(['geneva']);
  });

  it.each<[string, () => string, (at: string) => string]>([
    ['no file', () => dir, (at) => `${at} is no file: name one to write the backup to.`],
    ['the store', () => path, (at) => `${at} is the store itself: name another file.`],
    ['the log of the store', () => `${path}-wal`, (at) => `${at} is the store itself: name another file.`],
    [
      'in a folder that is not there',
      () => join(dir, 'none', 'b.sqlite'),
      () => `There is no folder ${join(dir, 'none')}: make it, or name another file.`,
    ],
  ])('refuses a place that is %s', async (_, placeOf, sentenceOf) => {
    await stored('geneva');
    expect(await run('backup', placeOf(), '--force')).toEqual({
      code: 1,
      out: '',
      err: `${sentenceOf(placeOf())}\n`,
    });
    expect(await idsIn(path)).toEqual(['geneva']);
  });

  it('says that there is no store yet, and makes none', async () => {
    expect(await run('backup', file)).toMatchObject({
      code: 1,
      err: `There is no store ${path} yet: nothing is there to back up.\n`,
    });
    expect(readdirSync(dir)).toEqual([]);
  });

  it('keeps no copy of a damaged store, and the backup of before', async () => {
    await stored('geneva');
    await run('backup', file);
    const before = readFileSync(file);
    edit(path, (db) => {
      db.pragma('foreign_keys = OFF');
      db.exec('DELETE FROM articles');
    });
    const { code, err } = await run('backup', file, '--force');
    expect({ code, err }).toEqual({
      code: 1,
      err: `${path} is damaged (rows that belong to nothing in sentences, statements), so no copy of it was kept.\n`,
    });
    expect(readFileSync(file)).toEqual(before);
    expect(readdirSync(dir).toSorted()).toEqual(['backup.sqlite', 'data']);
  });
});

describe('restore', () => {
  it('brings back what was backed up, and its index is made anew', async () => {
    const first = await cli(['ask', 'What did the US offer on missiles?', '--json', '--data', data]);
    await run('backup', file);
    await run('remove', 'ndo', 'messenger', 'eight-hour');
    expect(await run('restore', file)).toEqual({
      code: 1,
      out: '',
      err: `There is a store ${path} already: put ${file} in its place with --force; what is in it is lost then.\n`,
    });
    expect(await run('restore', file, '--force')).toEqual({
      code: 0,
      out: `The store is that of ${file}; its index is made anew with the next question.\n`,
      err: '',
    });
    expect(readdirSync(data)).not.toContain('index');
    const again = await cli(['ask', 'What did the US offer on missiles?', '--json', '--data', data]);
    expect(again.json()).toEqual(first.json());
    expect(again.err).toBe('');
    expect(readdirSync(data)).toContain('index');
  });

  it('refuses the store as its own backup', async () => {
    await stored('geneva');
    expect(await run('restore', path, '--force')).toEqual({
      code: 1,
      out: '',
      err: `${path} is the store itself: name another file.\n`,
    });
    expect(await idsIn(path)).toEqual(['geneva']);
  });

  it('needs no store and no folder', async () => {
    await stored('geneva', 'brussels');
    await run('backup', file);
    data = join(dir, 'another', 'place');
    expect(await run('restore', file)).toMatchObject({ code: 0, err: '' });
    expect(await idsIn(join(data, 'parley.sqlite'))).toEqual(['brussels', 'geneva']);
  });

  it('reads a backup of an older version, and the file of a store that was not closed', async () => {
    writeFileSync(file, OLD);
    expect(await run('restore', file)).toMatchObject({ code: 0, err: '' });
    expect(await idsIn(path)).toEqual(['winter-talks']);
    expect(readFileSync(file)).toEqual(OLD);
    const live = join(dir, 'live.sqlite');
    const store = await open(live);
    await store.saveArticle(TALKS.geneva);
    expect(await run('restore', live, '--force')).toMatchObject({ code: 0, err: '' });
    expect(await idsIn(path)).toEqual(['geneva']);
  });

  it.each<[string, (at: string) => void, (at: string) => string]>([
    ['is not there', () => undefined, (at) => `There is no file ${at}.`],
    [
      'is no database',
      (at) => writeFileSync(at, 'somebody’s notes'),
      (at) => `${at} is damaged or no Parley store: name a file that "parley backup" wrote.`,
    ],
    [
      'is empty',
      (at) => writeFileSync(at, ''),
      (at) => `${at} is damaged or no Parley store: name a file that "parley backup" wrote.`,
    ],
    [
      'is another program’s database',
      (at) => edit(at, (db) => db.exec('CREATE TABLE theirs (a)')),
      (at) => `${at} is a database but no Parley store: name a file that "parley backup" wrote.`,
    ],
    [
      'is of a newer version',
      (at) => {
        writeFileSync(at, OLD);
        edit(at, (db) => db.pragma('user_version = 99'));
      },
      (at) =>
        `${at} was made by a newer Parley (its version is 99, this one reads up to ${STORE_VERSION}): install the newer Parley first.`,
    ],
    [
      'lacks a table',
      (at) => {
        writeFileSync(at, OLD);
        edit(at, (db) => db.exec('DROP TABLE vectors'));
      },
      (at) => `${at} is damaged: name another file that "parley backup" wrote.`,
    ],
  ])('refuses a file that %s, and leaves the store as it was', async (_, make, sentenceOf) => {
    await stored('geneva');
    make(file);
    const before = readFileSync(path);
    expect(await run('restore', file, '--force')).toEqual({ code: 1, out: '', err: `${sentenceOf(file)}\n` });
    expect(readFileSync(path)).toEqual(before);
    expect(await idsIn(path)).toEqual(['geneva']);
  });

  it('refuses a file that was cut short, and leaves the store as it was', async () => {
    await stored('geneva', 'brussels', 'undated');
    await run('backup', file);
    truncateSync(file, readFileSync(file).length - 8192 * 3);
    const { code, out, err } = await run('restore', file, '--force');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(new RegExp(`^${file} is damaged[^\n]+\n$`));
    expect(await idsIn(path)).toHaveLength(3);
    expect(readdirSync(data)).not.toContain('parley.sqlite.part');
  });

  it('refuses while another process has the store open, and says so', async () => {
    await stored('geneva');
    await run('backup', file);
    const other = startChild(`
      import { openSqliteStore } from './src/store/sqlite/store.ts';
      const store = await openSqliteStore({ path: ${JSON.stringify(path)} });
      console.log('open');
      process.stdin.resume();
    `);
    expect(await other.next()).toBe('open');
    expect(await run('restore', file, '--force')).toEqual({
      code: 1,
      out: '',
      err: `The store ${path} is in use by another process: stop the bot and whatever else uses it, then restore again.\n`,
    });
    await other.kill();
    expect(await run('restore', file, '--force')).toMatchObject({ code: 0, err: '' });
  });

  it('refuses while another process ingests', async () => {
    await stored('geneva');
    await run('backup', file);
    const other = startChild(`
      import { acquireIngestLock } from './src/store/lock.ts';
      await acquireIngestLock(${JSON.stringify(data)});
      console.log('held');
      process.stdin.resume();
    `);
    expect(await other.next()).toBe('held');
    const { code, err } = await run('restore', file, '--force');
    expect(code).toBe(1);
    expect(err).toMatch(/^Another Parley process \(pid \d+\) is ingesting into /);
  });

  it('puts a backup in the place of a damaged store, and takes its log along', async () => {
    await stored('geneva');
    await run('backup', file);
    writeFileSync(path, 'no database any more'.repeat(1000));
    appendFileSync(`${path}-wal`, 'nor its log');
    expect(await run('restore', file, '--force')).toMatchObject({ code: 0, err: '' });
    expect(await idsIn(path)).toEqual(['geneva']);
  });

  it('puts a backup in the place of a store without its tables', async () => {
    await stored('geneva');
    await run('backup', file);
    edit(path, (db) => db.exec('DROP TABLE statements'));
    expect(await run('restore', file, '--force')).toMatchObject({ code: 0, err: '' });
    expect(await idsIn(path)).toEqual(['geneva']);
  });

  it('says that the data folder is a file', async () => {
    await stored('geneva');
    await run('backup', file);
    data = join(dir, 'a-file');
    writeFileSync(data, '');
    mkdirSync(join(dir, 'x'));
    const { code, err } = await run('restore', file);
    expect(code).toBe(1);
    expect(err).toMatch(/^Parley cannot write to its data folder /);
  });
});
