import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { STORE_VERSION } from '../../src/store/sqlite/file/migrations.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { createHnswIndex } from '../../src/store/vector/hnsw.ts';
import { startChild } from '../support/children.ts';
import { temporaryFolder } from '../support/folders.ts';
import { TALKS, textVector } from '../support/records.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OLD = gunzipSync(readFileSync(new URL('fixtures/version-4.sqlite.gz', import.meta.url)));
const STAMP = { provider: 'test', model: 'letters', dimensions: 16 };
const ALL = Number.MAX_SAFE_INTEGER;

const sentence = (path: string, why: string): string =>
  `The store ${path} cannot be written to (${why}), so it is only read: to ingest, correct or set something, make it and its folder ones that can be written to.`;

async function talks(): Promise<string> {
  const path = join(temporaryFolder(), 'data', 'parley.sqlite');
  const store = await openSqliteStore({ path });
  await store.setEmbeddingStamp(STAMP);
  for (const record of Object.values(TALKS)) await store.saveArticle(record);
  await store.setNote('commands', 'registered');
  await store.close();
  return path;
}

async function openReadOnly(path: string) {
  const store = await openSqliteStore({ path }, 'EROFS');
  onTestFinished(() => store.close());
  return store;
}

describe('a store that is only read', () => {
  it('gives all that was saved, and says why nothing else', async () => {
    const path = await talks();
    const store = await openReadOnly(path);
    expect(store.readOnly).toBe(sentence(path, 'EROFS'));
    expect(await store.article('geneva')).toEqual(TALKS.geneva.article);
    expect(await store.counts()).toMatchObject({ articles: 3, sentences: 9 });
    const hits = await store.searchSentences(['guarantees'], ALL);
    expect((await store.candidates(hits.map(({ key }) => key))).map(({ text }) => text)).toEqual([
      'Ryabkov demanded guarantees.',
    ]);
    expect(await store.note('commands')).toBe('registered');
    expect(await store.embeddingStamp()).toEqual(STAMP);
  });

  it('refuses every change in one sentence, and changes nothing on the disk', async () => {
    const path = await talks();
    const before = readFileSync(path);
    const store = await openSqliteStore({ path }, 'EROFS');
    const refused = new UserError(sentence(path, 'EROFS'));
    const correction = {
      article: 'geneva',
      quote: 'Ryabkov',
      start: 105,
      end: 112,
      speaker: null,
      side: null,
      was: { speaker: null, side: null },
      note: null,
      by: { id: '1', name: 'Nelly' },
      at: '2022-01-13T09:30:00.000Z',
    };
    for (const change of [
      () => store.saveArticle(TALKS.geneva),
      () => store.removeArticle('geneva'),
      () => store.addCorrection(correction),
      () => store.setEmbeddingStamp({ ...STAMP, model: 'other' }),
      () => store.saveNext({ ...STAMP, model: 'other' }, []),
      () => store.switchToNext({ ...STAMP, model: 'other' }),
      () => store.setNote('a', 'b'),
    ])
      await expect(change()).rejects.toThrow(refused);
    await store.close();
    expect(readFileSync(path)).toEqual(before);
  });

  it('keeps for a while what is kept for a while', async () => {
    const store = await openReadOnly(await talks());
    await store.remember('message', 'one', 60_000);
    await store.remember('over', 'two', 0);
    expect(await store.recall('message')).toBe('one');
    expect(await store.recall('over')).toBeNull();
    expect(await store.recall('none')).toBeNull();
  });

  it('has its index in memory, and says nothing of saving it', async () => {
    const path = await talks();
    const store = await openReadOnly(path);
    const dir = join(path, '..', 'index');
    const said: string[] = [];
    const log = {
      info: (line: string) => void said.push(line),
      warn: (line: string) => void said.push(line),
    };
    const index = createHnswIndex({ store, dir, log });
    await index.sync();
    await index.sync();
    expect(await index.search(textVector('missiles'), 99)).toHaveLength(9);
    expect(said).toEqual([`no vector index in ${dir} yet; building it from the store's 9 vectors`]);
    expect(readdirSync(join(path, '..'))).not.toContain('index');
  });

  it('of an older version is brought to this one in memory', async () => {
    const path = join(temporaryFolder(), 'parley.sqlite');
    writeFileSync(path, OLD);
    const store = await openReadOnly(path);
    expect((await store.article('winter-talks'))?.text).toContain('will never join');
    expect((await store.statements()).map(({ speaker }) => speaker)).toContain('Jens Stoltenberg');
    const db = new Database(path, { readonly: true });
    expect(db.pragma('user_version', { simple: true })).toBeLessThan(STORE_VERSION);
    db.close();
  });

  it('is refused where it is damaged, foreign or newer, as any other', async () => {
    const path = join(temporaryFolder(), 'parley.sqlite');
    writeFileSync(path, 'no database');
    await expect(openSqliteStore({ path }, 'EROFS')).rejects.toThrow('is damaged or not a database');
    writeFileSync(path, OLD);
    const db = new Database(path);
    db.pragma('user_version = 99');
    db.close();
    await expect(openSqliteStore({ path }, 'EROFS')).rejects.toThrow('was made by a newer Parley');
  });
});

/** Runs command lines one after the other as somebody whom permissions bind; gives what each said. */
async function runAs(
  commands: readonly (readonly string[])[],
): Promise<{ code: number; out: string; err: string }[]> {
  const child = startChild(
    `import { runCli } from './src/cli/run-cli.ts';
     for (const args of ${JSON.stringify(commands)}) {
       let [out, err] = ['', ''];
       const terminal = { out: (text) => { out += text; }, err: (text) => { err += text; }, colours: false, interactive: false };
       const code = await runCli(args, {}, { terminal, signal: new AbortController().signal });
       console.log(JSON.stringify({ code, out, err }));
     }`,
    process.getuid?.() === 0 ? { uid: 65_534 } : {},
  );
  const said: { code: number; out: string; err: string }[] = [];
  for (const _ of commands) said.push(JSON.parse((await child.next()) ?? 'null'));
  return said;
}

describe('as somebody who may not write', () => {
  const question = ['ask', 'What did Sherman offer on missiles?', '--json'];

  it.each([
    ['folder', 0o555, 0o644],
    ['file', 0o777, 0o444],
    ['folder and file', 0o555, 0o444],
  ])(
    'the %s: questions are answered, with one line, and ingestion is refused',
    async (_, ofFolder, ofFile) => {
      const folder = join(temporaryFolder(), 'data');
      const path = join(folder, 'parley.sqlite');
      mkdirSync(folder);
      chmodSync(join(folder, '..'), 0o755);
      writeFileSync(path, OLD);
      chmodSync(path, ofFile);
      chmodSync(folder, ofFolder);
      const why = sentence(path, 'EACCES');
      const [asked, ingested] = await runAs([
        [...question, '--data', folder],
        ['ingest', '--data', folder],
      ]);
      chmodSync(folder, 0o755);
      expect(asked).toMatchObject({ code: 0, err: `${why}\n` });
      expect(JSON.parse(asked?.out ?? '')).toMatchObject({
        answered: true,
        evidence: [{ article: 'winter-talks' }],
      });
      expect(ingested).toEqual({ code: 1, out: '', err: `${why}\n` });
      expect(readFileSync(path)).toEqual(OLD);
    },
  );

  it('a store that was not closed is read with its log, or says where it can be', async () => {
    const folder = join(temporaryFolder(), 'data');
    mkdirSync(folder);
    chmodSync(join(folder, '..'), 0o755);
    const from = join(temporaryFolder(), 'parley.sqlite');
    const store = await openSqliteStore({ path: from });
    await store.setEmbeddingStamp(STAMP);
    await store.saveArticle(TALKS.geneva);
    // As a killed process leaves it.
    for (const name of ['', '-wal', '-shm']) copyFileSync(from + name, join(folder, `parley.sqlite${name}`));
    await store.close();
    chmodSync(folder, 0o555);
    const [whole] = await runAs([['sources', '--json', '--data', folder]]);
    expect(whole).toMatchObject({ code: 0 });
    expect(JSON.parse(whole?.out ?? '')).toMatchObject({ id: 'geneva' });
    chmodSync(folder, 0o755);
    execFileSync('rm', [join(folder, 'parley.sqlite-shm')]);
    chmodSync(folder, 0o555);
    const [refused] = await runAs([['sources', '--data', folder]]);
    chmodSync(folder, 0o755);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused?.err).toBe(
      `The store ${join(folder, 'parley.sqlite')} cannot be written to and was not closed: its last changes are in ${join(folder, 'parley.sqlite')}-wal. Copy both to a folder that can be written to, and set DATA_DIR to it.\n`,
    );
  });
});

/** Whether this machine lets a test mount something in a namespace of its own. */
function canMount(): boolean {
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

it.skipIf(!canMount())('a disk that is mounted for reading only can be asked (needs leave to mount)', () => {
  const folder = join(temporaryFolder(), 'data');
  const path = join(folder, 'parley.sqlite');
  mkdirSync(folder);
  writeFileSync(path, OLD);
  const script = `mount --bind '${folder}' '${folder}' && mount -o remount,ro,bind '${folder}' &&
    '${process.execPath}' --import tsx src/cli.ts ask 'What did Sherman offer on missiles?' --json --data '${folder}' 2>&1`;
  const out = execFileSync('unshare', ['-m', 'sh', '-c', script], { cwd: ROOT, encoding: 'utf8' });
  const [said, answer] = out.trimEnd().split('\n');
  expect(said).toBe(sentence(path, 'EROFS'));
  expect(JSON.parse(answer ?? '')).toMatchObject({ answered: true });
});
