import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli } from '../support/cli.ts';
import { temporaryFolder } from '../support/folders.ts';

const dir = mkdtempSync(join(tmpdir(), 'parley-'));
const backup = join(dir, 'backup.sqlite');

beforeAll(async () => {
  const data = ['--data', join(dir, 'data')];
  await cli(['ingest', ...data]);
  await cli(['backup', backup, ...data]);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** A data folder with the articles that come with Parley, and its index. */
async function ingested(): Promise<string> {
  const data = temporaryFolder();
  await cli(['restore', backup, '--data', data]);
  await cli(['ask', 'What did the US offer?', '--data', data]);
  return data;
}

/** The checks by name, and the exit code. */
async function examine(data: string, environment: Readonly<Record<string, string>> = {}) {
  const { code, json, err } = await cli(['doctor', '--json', '--data', data], { environment });
  const checks = json().map((line): Readonly<Record<string, unknown>> => Object(line));
  return { code, err, checks, of: (name: string) => checks.find(({ check }) => check === name) };
}

describe('the doctor', () => {
  it('finds nothing to do where all is well, a line a check', async () => {
    const data = await ingested();
    const { code, err, checks } = await examine(data);
    expect(checks.map(({ check }) => check)).toEqual([
      'settings',
      'collection',
      'disk',
      'store',
      'index',
      'embeddings',
      'model',
      'discord',
    ]);
    for (const check of checks) {
      expect(check).toMatchObject({ ok: true, todo: null });
      expect(Object.keys(check)).toEqual(['check', 'ok', 'found', 'todo']);
    }
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { out } = await cli(['doctor', '--data', data]);
    expect(out.trimEnd().split('\n')).toHaveLength(8);
    expect(out).toMatch(/^ok {5}store {7}5 articles with \d+ statements$/m);
  });

  it('finds nothing to do where there is no store yet, and makes none', async () => {
    const data = temporaryFolder();
    const { code, of } = await examine(data);
    expect(of('store')).toMatchObject({ ok: true, found: expect.stringContaining('there is none') });
    expect(code).toBe(0);
    expect(readdirSync(data)).toEqual([]);
  });

  it.each<[string, (data: string) => void, string, object]>([
    [
      'a text that was altered',
      (data) => edit(data, `UPDATE articles SET text = replace(text, 'NATO', 'OTAN') WHERE id = 'ndo'`),
      'store',
      { found: expect.stringContaining('"ndo"'), todo: expect.stringContaining('parley ingest') },
    ],
    [
      'rows that belong to nothing',
      (data) => edit(data, `PRAGMA foreign_keys = OFF; DELETE FROM articles WHERE id = 'ndo'`),
      'store',
      {
        found: 'damaged: rows that belong to nothing in sentences, statements',
        todo: expect.stringContaining('parley restore'),
      },
    ],
    [
      'vectors of another length',
      (data) => edit(data, `UPDATE vectors SET vector = x'00000000' WHERE key = 3`),
      'store',
      { found: "damaged: 1 vectors of another length than their model's" },
    ],
    [
      'a table missing',
      (data) => edit(data, 'DROP TABLE statement_topics'),
      'store',
      { found: 'it cannot be opened', todo: expect.stringContaining('is damaged') },
    ],
    [
      'pages overwritten',
      (data) => overwrite(join(data, 'parley.sqlite')),
      'store',
      { todo: expect.stringMatching(/backup/) },
    ],
    [
      'an index cut short',
      (data) => {
        const folder = readdirSync(join(data, 'index')).find((name) => name.startsWith('graph-')) ?? '';
        truncateSync(join(data, 'index', folder, 'hnswlib.index'), 1000);
      },
      'index',
      { found: expect.stringContaining('damaged: hnswlib.index has 1000 bytes') },
    ],
    [
      'an index of another store',
      (data) => edit(data, `UPDATE notes SET value = 'graph-other' WHERE name = 'vector-index'`),
      'index',
      { found: 'it is of another store' },
    ],
    [
      'vectors of another model',
      (data) => edit(data, `UPDATE state SET model = 'another'`),
      'embeddings',
      { found: expect.stringContaining('packaged:another (512 numbers)') },
    ],
  ])('names %s and what to do', async (_, damage, name, expected) => {
    const data = await ingested();
    damage(data);
    const { code, err, of } = await examine(data);
    expect(of(name)).toMatchObject({ ok: false, ...expected });
    expect(of(name)?.['todo']).toEqual(expect.any(String));
    expect(code).toBe(1);
    expect(err).toMatch(/^\d of \d checks found something to do\.\n$/);
  });

  it('says that the index is behind, which mends itself', async () => {
    const data = await ingested();
    edit(data, `DELETE FROM sentences WHERE key = 1`);
    const { of } = await examine(data);
    expect(of('index')).toMatchObject({
      ok: true,
      found: expect.stringMatching(/^\d+ vectors; what changed since is read in with the next question$/),
    });
  });

  it('names settings that cannot be used, without what is secret, and stops there', async () => {
    const { code, checks } = await examine(temporaryFolder(), { DISCORD_TOKEN: 'se cret', PORT: '99999999' });
    expect(code).toBe(1);
    expect(checks).toHaveLength(1);
    expect(checks[0]).toMatchObject({ check: 'settings', ok: false, found: expect.stringContaining('PORT') });
    expect(JSON.stringify(checks)).not.toContain('se cret');
  });

  it('names a collection that cannot be read, and embeddings that cannot be asked', async () => {
    const collection = temporaryFolder();
    writeFileSync(join(collection, 'actors.yaml'), 'sides: 7');
    const { code, of } = await examine(temporaryFolder(), {
      COLLECTION_DIR: collection,
      EMBEDDINGS: 'ollama:none',
      EMBEDDINGS_BASE_URL: 'http://127.0.0.1:9',
    });
    expect(of('collection')).toMatchObject({ ok: false, todo: expect.stringContaining('actors.yaml') });
    expect(of('embeddings')).toMatchObject({ ok: false, todo: expect.stringContaining('EMBEDDINGS') });
    expect(code).toBe(1);
  });
});

function edit(data: string, sql: string): void {
  const db = new Database(join(data, 'parley.sqlite'));
  db.exec(sql);
  db.close();
}

/** Some pages in the middle become zeros. */
function overwrite(path: string): void {
  const db = new Database(path);
  db.pragma('journal_mode = DELETE');
  const bytes = db.serialize();
  db.close();
  writeFileSync(path, bytes.fill(0, 8192 * 20, 8192 * 40));
}
