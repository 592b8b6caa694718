import { chmodSync, mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Act, Statement } from '../../src/domain/statement.ts';
import { UserError } from '../../src/errors.ts';
import { APPLICATION_ID, STORE_VERSION } from '../../src/store/sqlite/file/migrations.ts';
import { openDatabase } from '../../src/store/sqlite/file/open.ts';
import { createSqliteStore, openSqliteStore } from '../../src/store/sqlite/store.ts';
import { signatureOf } from '../../src/text/shingles.ts';
import { createTexts } from '../../src/store/sqlite/texts.ts';
import { startChild } from '../support/children.ts';
import { temporaryFolder } from '../support/folders.ts';
import { TALKS, recordOf, UNSAID } from '../support/records.ts';

const ALL = Number.MAX_SAFE_INTEGER;

function newPath(): string {
  return join(temporaryFolder(), 'parley.db');
}

function damaged(path: string): UserError {
  return new UserError(
    `The file ${path} should be Parley's store but is damaged or not a database: put a backup in its place, or delete it and ingest the articles again.`,
  );
}

describe('opening', () => {
  it('makes the folder, a WAL database and its version', async () => {
    const path = join(temporaryFolder(), 'new', 'data', 'parley.db');
    const store = await openSqliteStore({ path });
    const db = new Database(path, { readonly: true });
    const pragmas = ['journal_mode', 'user_version', 'application_id'].map((name) =>
      db.pragma(name, { simple: true }),
    );
    db.close();
    await store.close();
    expect(pragmas).toEqual(['wal', STORE_VERSION, APPLICATION_ID]);
  });

  it('brings an empty file (version 0) to this version, and opens it again with what was saved', async () => {
    const path = newPath();
    writeFileSync(path, '');
    const first = await openSqliteStore({ path });
    await first.saveArticle(TALKS.geneva);
    await first.close();
    const second = await openSqliteStore({ path });
    expect(await second.article('geneva')).toEqual(TALKS.geneva.article);
    await second.close();
  });

  it('brings a store of version 1, without corrections, to this version', async () => {
    const path = newPath();
    const first = await openSqliteStore({ path });
    await first.saveArticle(TALKS.geneva);
    await first.close();
    const db = new Database(path);
    db.exec('DROP TABLE corrections; DROP TABLE memories; DROP TABLE next_vectors; DROP TABLE visits');
    db.exec('DROP TABLE follows; DROP TABLE destinations; DROP TABLE arrivals; DROP TABLE last_asked');
    db.exec('ALTER TABLE state DROP COLUMN next; ALTER TABLE articles DROP COLUMN text_hash');
    db.exec('DROP INDEX articles_by_published');
    for (const column of ['speaker_kind', 'sides', 'denied', 'time'])
      db.exec(`ALTER TABLE statements DROP COLUMN ${column}`);
    for (const column of ['modified', 'language', 'partial', 'fetched', 'copy_of', 'places', 'shingles'])
      db.exec(`ALTER TABLE articles DROP COLUMN ${column}`);
    db.pragma('user_version = 1');
    db.close();
    const second = await openSqliteStore({ path });
    expect(await second.corrections()).toEqual([]);
    expect(await second.article('geneva')).toEqual(TALKS.geneva.article);
    expect(await second.signatures()).toEqual(new Map([['geneva', signatureOf(TALKS.geneva.article.text)]]));
    expect(await second.statements({ speaker: 'Wendy Sherman' })).toMatchObject([
      { side: 'US', sides: ['US'], speakerKind: null, denied: false, when: null },
    ]);
    await second.close();
  });

  it('is safe in two processes at once', async () => {
    const paths = Array.from({ length: 40 }, newPath);
    const children = [1, 2].map(() =>
      startChild(`
        import { createInterface } from 'node:readline';
        import { openSqliteStore } from './src/store/sqlite/store.ts';
        console.log('ready');
        for await (const path of createInterface({ input: process.stdin })) {
          await (await openSqliteStore({ path })).close();
          console.log('opened');
        }
      `),
    );
    const both = () => Promise.all(children.map((child) => child.next()));
    expect(await both()).toEqual(['ready', 'ready']);
    for (const path of paths) {
      // Both wait for it: neither opens it long before the other.
      for (const child of children) child.tell(path);
      expect(await both()).toEqual(['opened', 'opened']);
    }
  });

  it('refuses a store of a newer version and leaves every file as it was', async () => {
    const path = newPath();
    await (await openSqliteStore({ path })).close();
    const db = new Database(path);
    db.pragma('user_version = 99');
    const refused = new UserError(
      `The store ${path} was made by a newer Parley (its version is 99, this one reads up to ${STORE_VERSION}): install the newer Parley, or set DATA_DIR to another folder.`,
    );
    const files = () =>
      readdirSync(join(path, '..')).map((name) => [name, readFileSync(join(path, '..', name))]);
    // While the newer Parley runs, its version may be in the log only.
    const running = [readFileSync(path), readFileSync(`${path}-wal`)];
    expect(running[1]?.length).toBeGreaterThan(0);
    await expect(openSqliteStore({ path })).rejects.toThrow(refused);
    expect([readFileSync(path), readFileSync(`${path}-wal`)]).toEqual(running);
    db.close();
    const before = files();
    await expect(openSqliteStore({ path })).rejects.toThrow(refused);
    expect(files()).toEqual(before);
    expect(before.map(([name]) => name)).toEqual(['parley.db']);
  });

  it("refuses another program's database", async () => {
    const path = newPath();
    const db = new Database(path);
    db.exec('CREATE TABLE theirs (a)');
    db.close();
    const before = readFileSync(path);
    await expect(openSqliteStore({ path })).rejects.toThrow(
      new UserError(`The file ${path} is a database but not Parley's: set DATA_DIR to another folder.`),
    );
    expect(readFileSync(path)).toEqual(before);
  });

  it('says when the file is no database, or a damaged one', async () => {
    const path = newPath();
    writeFileSync(path, 'no database');
    await expect(openSqliteStore({ path })).rejects.toThrow(damaged(path));
    writeFileSync(path, Buffer.alloc(10_000, 'SQLite format 3\0'));
    await expect(openSqliteStore({ path })).rejects.toThrow(UserError);
  });

  it('says when the data folder is a file', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    await expect(openSqliteStore({ path: join(file, 'parley.db') })).rejects.toThrow(
      new UserError(
        `Parley cannot write to its data folder ${file} (EEXIST): make it a folder that can be written to, or set DATA_DIR to another one.`,
      ),
    );
  });

  it('says when the data folder is read-only and there is no store in it', async () => {
    const folder = join(temporaryFolder(), 'data');
    const path = join(folder, 'parley.db');
    mkdirSync(folder);
    chmodSync(join(folder, '..'), 0o755);
    chmodSync(folder, 0o555);
    const code = `
      import { openSqliteStore } from './src/store/sqlite/store.ts';
      const done = await openSqliteStore({ path: ${JSON.stringify(path)} }).catch((error) => error);
      console.log(done.name + ': ' + done.message);
    `;
    // Root may write anywhere: as root, somebody else opens it.
    const child = startChild(code, process.getuid?.() === 0 ? { uid: 65_534 } : {});
    expect(await child.next()).toBe(
      `UserError: Parley cannot write to its data folder ${folder} (SQLITE_CANTOPEN): make it a folder that can be written to, or set DATA_DIR to another one.`,
    );
  });
});

describe('saving', () => {
  it('is whole or not at all', async () => {
    const path = newPath();
    const store = await openSqliteStore({ path });
    await store.saveArticle(TALKS.geneva);
    const [before, revision] = [
      await store.candidates(await store.keysInScope({}, ALL)),
      await store.revision(),
    ];
    const last: Statement = {
      content: [{ start: 0, end: 3 }],
      source: [],
      cue: [],
      ...UNSAID,
      type: 'narration',
      topics: [],
      get act(): Act {
        throw new Error('interrupted');
      },
    };
    const article = { ...TALKS.geneva.article, title: 'Another' };
    const statements = [...TALKS.geneva.statements, last];
    await expect(store.saveArticle({ ...TALKS.geneva, article, statements })).rejects.toThrow('interrupted');
    expect(await store.article('geneva')).toEqual(TALKS.geneva.article);
    expect(await store.candidates(await store.keysInScope({}, ALL))).toEqual(before);
    expect(await store.searchSentences(['guarantees'], ALL)).toHaveLength(1);
    expect(await store.revision()).toBe(revision);
    await store.close();
  });

  it('says when the disk is full, and keeps what was there', async () => {
    const path = newPath();
    const db = openDatabase({ path });
    const store = createSqliteStore({ db, path });
    await store.saveArticle(TALKS.geneva);
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 2}`);
    const long = recordOf({ id: 'long', text: 'A sentence that takes some room on the disk. '.repeat(2000) });
    await expect(store.saveArticle(long)).rejects.toThrow(
      new UserError(
        `The disk that holds ${path} is full and the last change was not saved: free some space, then try again.`,
      ),
    );
    expect(await store.article('geneva')).toEqual(TALKS.geneva.article);
    expect(await store.counts()).toMatchObject({ articles: 1, sentences: 5 });
    expect(await store.saveArticle(TALKS.geneva)).toBe('replaced');
    // There is room again.
    db.pragma('max_page_count = 1000000');
    expect(await store.saveArticle(long)).toBe('added');
    expect(await store.article('long')).toEqual(long.article);
    await store.close();
  });

  it('says when another process keeps the store locked', async () => {
    const path = newPath();
    const store = await openSqliteStore({ path, busyTimeoutMs: 0 });
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.setNote('a', 'b')).rejects.toThrow(
      new UserError(
        `Another process keeps the store ${path} locked: wait for it or stop it, then try again.`,
      ),
    );
    other.exec('ROLLBACK');
    other.close();
    await store.setNote('a', 'b');
    await store.close();
  });

  it('is seen at once by another process, and its revision too', async () => {
    const path = newPath();
    const [writer, reader] = [await openSqliteStore({ path }), await openSqliteStore({ path })];
    const revision = await reader.revision();
    expect(await reader.sentenceFrequencies(['guarantees'])).toEqual([0]);
    await writer.saveArticle(TALKS.geneva);
    expect(await reader.revision()).toBeGreaterThan(revision);
    expect(await reader.sentenceFrequencies(['guarantees'])).toEqual([1]);
    const keys = (await reader.searchSentences(['guarantees'], ALL)).map(({ key }) => key);
    expect((await reader.candidates(keys)).map(({ text }) => text)).toEqual(['Ryabkov demanded guarantees.']);
    await writer.saveArticle(recordOf({ id: 'geneva', text: 'Other words. Guarantees!' }));
    expect(await reader.candidates(keys)).toEqual([]);
    const [hit] = await reader.searchSentences(['guarantees'], ALL);
    expect((await reader.candidates([hit?.key ?? 0])).map(({ text }) => text)).toEqual(['Guarantees!']);
    await writer.close();
    await reader.close();
  });
});

describe('reading', () => {
  it('says when a stored row is damaged', async () => {
    const path = newPath();
    const db = openDatabase({ path });
    const store = createSqliteStore({ db, path });
    await store.saveArticle(TALKS.geneva);
    db.exec(
      `UPDATE statements SET content = '[{"start":1'; UPDATE articles SET skips = '7'; UPDATE vectors SET vector = x'00'`,
    );
    await expect(store.statements()).rejects.toThrow(damaged(path));
    await expect(store.article('geneva')).rejects.toThrow(damaged(path));
    await expect(store.vectorsOf([1])).rejects.toThrow(damaged(path));
    await store.close();
  });

  it('says when the file was cut short', async () => {
    const path = newPath();
    const store = await openSqliteStore({ path });
    await store.saveArticle(recordOf({ id: 'long', text: 'A sentence that takes room. '.repeat(500) }));
    await store.close();
    truncateSync(path, 40_960);
    const read = async () => {
      const opened = await openSqliteStore({ path });
      onTestFinished(() => opened.close());
      return opened.article('long');
    };
    await expect(read()).rejects.toThrow(damaged(path));
  });

  it('keeps the texts last asked for, up to a size', () => {
    const reads: number[] = [];
    const textOf = createTexts((nr) => {
      reads.push(nr);
      return 'x'.repeat(nr);
    }, 10);
    for (const nr of [4, 5, 4, 6, 4, 5, 20, 20, 4]) expect(textOf(nr)).toHaveLength(nr);
    expect(reads).toEqual([4, 5, 6, 5, 20, 4]);
  });
});
