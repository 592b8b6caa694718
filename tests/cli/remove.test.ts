import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { cli } from '../support/cli.ts';
import { temporaryFolder } from '../support/folders.ts';

const COMES_BACK =
  'A removed article comes back with the next "ingest" that finds its file: without paths, that reads the collection in seeds.\n';

const silent = { info: () => undefined, warn: () => undefined };

/** A store with three articles, and a correction of the first. */
async function ingested(): Promise<{ data: string; articles: string }> {
  const dir = temporaryFolder();
  const [data, articles] = [join(dir, 'data'), join(dir, 'articles')];
  mkdirSync(articles);
  const write = (name: string, text: string) => writeFileSync(join(articles, `${name}.txt`), text);
  write('geneva', 'Wendy Sherman said that the United States offered limits on missiles in Geneva.');
  write('brussels', 'Jens Stoltenberg said that the door of NATO remains open in Brussels.');
  write('vienna', 'Sergei Ryabkov said that Moscow demands guarantees about missiles in Vienna.');
  await cli(['ingest', articles, '--data', data]);
  const app = await createApp(readConfig({ DATA_DIR: data }), silent);
  const [said] = (await app.article('geneva'))?.statements ?? [];
  const { start, end } = said ?? { start: 0, end: 12 };
  const by = { id: '1', name: 'Nelly' };
  await app.correct({ article: 'geneva', start, end, speaker: 'Antony Blinken', side: null, note: null, by });
  await app.close();
  return { data, articles };
}

const idsIn = async (data: string): Promise<unknown[]> =>
  (await cli(['sources', '--json', '--data', data])).json().map((row) => Object(row).id);

it('removes an article with its statements, vectors and corrections, and says so', async () => {
  const { data, articles } = await ingested();
  const { code, out, err } = await cli(['remove', 'geneva', 'vienna', '--data', data]);
  expect({ code, out, err }).toEqual({
    code: 0,
    out: `removed   geneva (1 statement, 1 correction)\nremoved   vienna (1 statement, 0 corrections)\n`,
    err: COMES_BACK,
  });
  expect(await idsIn(data)).toEqual(['brussels']);
  expect((await cli(['corrections', '--json', '--data', data])).out).toBe('');
  const db = new Database(join(data, 'parley.sqlite'), { readonly: true });
  const rows = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  const found = db.prepare(`SELECT count(*) FROM sentence_words WHERE sentence_words MATCH 'missiles'`);
  expect(['articles', 'sentences', 'vectors', 'statements'].map(rows)).toEqual([1, 1, 1, 1]);
  expect(found.pluck().get()).toBe(0);
  db.close();
  expect(JSON.parse(readFileSync(join(data, 'index', 'manifest.json'), 'utf8'))).toMatchObject({ count: 1 });

  const again = await cli(['ingest', articles, '--json', '--data', data]);
  expect(again.json()).toMatchObject([
    { id: 'brussels', outcome: 'unchanged' },
    { id: 'geneva', outcome: 'added' },
    { id: 'vienna', outcome: 'added' },
  ]);
});

it('prints one object a line, with the same fields also for an id that there is not', async () => {
  const { data } = await ingested();
  const { code, json, err } = await cli(['remove', 'genova', 'brussels', '--json', '--data', data]);
  expect({ code, objects: json() }).toEqual({
    code: 1,
    objects: [
      { id: 'genova', removed: false, statements: 0, corrections: 0 },
      { id: 'brussels', removed: true, statements: 1, corrections: 0 },
    ],
  });
  expect(err).toBe(`${COMES_BACK}There is no article "genova"; did you mean geneva?\n`);
  expect(await idsIn(data)).toEqual(['geneva', 'vienna']);
});

it('removes nothing, and promises nothing, for ids that are nothing like those there are', async () => {
  const { data } = await ingested();
  const { code, out, err } = await cli(['remove', 'x\u001B[31m', 'geneva ', '--data', data]);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toBe(
    'There is no article "x[31m"; the command "sources" lists those there are.\nThere is no article "geneva "; did you mean geneva?\n',
  );
  expect(await idsIn(data)).toHaveLength(3);
});

it('says one id twice once, and wants at least one', async () => {
  const { data } = await ingested();
  const { code, json } = await cli(['remove', 'geneva', 'geneva', '--json', '--data', data]);
  expect({ code, objects: json() }).toEqual({
    code: 0,
    objects: [{ id: 'geneva', removed: true, statements: 1, corrections: 1 }],
  });
  expect((await cli(['remove', '--data', data])).code).toBe(2);
});

it('reads no collection first where there is no store', async () => {
  const data = temporaryFolder();
  rmSync(data, { recursive: true });
  const { code, err } = await cli(['remove', 'ndo', '--data', data]);
  expect({ code, err }).toEqual({
    code: 1,
    err: 'There is no article "ndo"; the command "sources" lists those there are.\n',
  });
});
