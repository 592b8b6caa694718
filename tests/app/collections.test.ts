import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  createCollections,
  refusalOf,
  type Collections,
  type CollectionsOptions,
} from '../../src/app/collections.ts';
import { readConfig } from '../../src/config.ts';
import { UserError } from '../../src/errors.ts';
import { pageOf, startNewsSite } from '../support/pages/news-site.ts';

let dir: string;
let collections: Collections;
const warned: string[] = [];

async function open(options?: CollectionsOptions): Promise<Collections> {
  const log = { info: () => undefined, warn: (line: string) => void warned.push(line) };
  return createCollections(readConfig({ DATA_DIR: dir }), log, options);
}

async function addArticle(key: string, name: string, text: string): Promise<void> {
  const file = path.join(dir, `${name}.md`);
  await writeFile(file, `---\ntitle: ${name}\n---\n${text}\n`);
  await collections.use(key, (app) => app.ingest([file]));
}

const sourcesOf = (key: string): Promise<string[]> =>
  collections.use(key, async (app) => (await app.sources()).map(({ title }) => title));

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'parley-'));
  collections = await open();
});
afterEach(async () => {
  await collections.close();
  await rm(dir, { recursive: true, force: true });
});

it('keeps what is read into one from every other, also after a restart', async () => {
  const [one, two] = [await collections.make(), await collections.make()];
  await addArticle(one, 'Harbour', 'The port offered six tugs, Ada Quill said.');
  await addArticle(two, 'Orchard', 'The growers rejected the price, Bo Finch said.');
  await collections.close();
  collections = await open();
  expect(await sourcesOf(one)).toEqual(['Harbour']);
  expect(await sourcesOf(two)).toEqual(['Orchard']);
  expect(await collections.shared.sources()).toEqual([]);
  expect(await collections.keys()).toEqual([one, two].toSorted());
  const asked = await collections.use(two, (app) => app.ask('what did Ada Quill say about tugs?'));
  expect(JSON.stringify(asked)).not.toContain('six');
});

it('opens one again when it was closed because nobody used it', async () => {
  await collections.close();
  collections = await open({ mostIdle: 0 });
  const key = await collections.make();
  await addArticle(key, 'Harbour', 'The port offered six tugs, Ada Quill said.');
  expect(await sourcesOf(key)).toEqual(['Harbour']);
  const both = await Promise.all([sourcesOf(key), sourcesOf(key)]);
  expect(both).toEqual([['Harbour'], ['Harbour']]);
});

it('a removed one is gone at once, and its folder with who still works in it', async () => {
  const key = await collections.make();
  await addArticle(key, 'Harbour', 'The port offered six tugs, Ada Quill said.');
  await collections.use(key, async (app) => {
    await collections.remove(key);
    await expect(sourcesOf(key)).rejects.toThrow(UserError);
    // Whoever is under way is served.
    expect(await app.sources()).toHaveLength(1);
  });
  await collections.close();
  expect(await readdir(path.join(dir, 'collections'))).toEqual([]);
  collections = await open();
  expect(await collections.keys()).toEqual([]);
});

it('what was to be removed when the process ended is removed at the next start', async () => {
  const key = await collections.make();
  await writeFile(path.join(dir, 'collections', key, 'removed'), '');
  await expect(sourcesOf(key)).rejects.toThrow(UserError);
  await collections.close();
  collections = await open();
  expect(existsSync(path.join(dir, 'collections', key))).toBe(false);
});

it('fetches nothing for a server’s collection that is not public, whatever the operator’s may fetch', async () => {
  await collections.close();
  const site = await startNewsSite((_asked, response) => response.end(pageOf('Inside')));
  const log = { info: () => undefined, warn: () => undefined };
  collections = await createCollections(readConfig({ DATA_DIR: dir, FETCH_ALLOW: '127.0.0.1' }), log);
  const inside = [site.at('/inside', '127.0.0.1')];
  const key = await collections.make();
  const checked = await collections.use(key, (app) => app.checkSources(inside));
  expect(checked).toMatchObject([{ kind: 'refused', reason: expect.stringContaining('FETCH_ALLOW') }]);
  const { sources } = await collections.use(key, (app) => app.addSources(inside));
  expect(sources).toMatchObject([{ outcome: 'refused', article: null }]);
  expect(site.asked).toEqual([]);
  await collections.shared.checkSources(inside);
  expect(site.asked).toContain('/inside');
});

it('opens nothing outside its folder', async () => {
  for (const key of ['', '.', '..', '../collections', 'x'.repeat(32)])
    await expect(sourcesOf(key)).rejects.toThrow(/There is no such collection/);
});

it('says in one sentence that a database keeps the operator’s collection alone', async () => {
  expect(collections.refusal).toBeNull();
  expect(refusalOf({ databaseUrl: 'postgres://localhost/parley' })).toMatch(/^[^.]+ \(DATABASE_URL\)\.$/);
});

it('tells nobody the key of one that is damaged', async () => {
  const key = await collections.make();
  await writeFile(path.join(dir, 'collections', key, 'parley.sqlite'), 'no store at all '.repeat(500));
  const error: unknown = await sourcesOf(key).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  expect(String(error)).not.toContain(key);
  expect(warned.join()).toContain(key);
});
