import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli } from '../support/cli.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'parley-'));
const data = path.join(dir, 'data');
const store = path.join(data, 'parley.sqlite');

beforeAll(async () => {
  expect(await cli(['ingest', '--data', data])).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('what is typed wrongly is said in one sentence, exit code 2', () => {
  const tooLong = 'what did they say about missiles? '.repeat(150);
  it.each<[string, string[], string]>([
    [
      'an empty question',
      ['ask', ' '],
      'The question is empty; ask something like "What did the US offer on missiles?"',
    ],
    [
      'a question of 5,000 characters',
      ['ask', tooLong],
      'The question has 5,099 characters; ask in at most 1,000.',
    ],
    ['a question of emoji', ['ask', '🙂🙃'], 'The question has no words in it; ask in words.'],
    [
      'an unknown side',
      ['ask', 'what?', '--side', 'Rusia'],
      'There is no side "Rusia"; did you mean Russia? Sides: US, Russia, NATO, Ukraine.',
    ],
    [
      'an unknown speaker',
      ['ask', 'what?', '--speaker', 'Shermann'],
      'There is no speaker "Shermann"; did you mean Wendy Sherman?',
    ],
    [
      'an unknown topic',
      ['ask', 'what?', '--topic', 'misiles'],
      'There is no topic "misiles"; did you mean missiles? Topics: missiles, nato-enlargement, exercises, ukraine, security-guarantees, sanctions, talks.',
    ],
    [
      'a date that is none',
      ['ask', 'what?', '--since', '2022-02-30'],
      '"since" takes a date like 2022-01-10; found "2022-02-30".',
    ],
    [
      'a limit that is none',
      ['ask', 'what?', '--limit', 'many'],
      '--limit takes a whole number, or all; found "many".',
    ],
    [
      'a format that there is not',
      ['export', '--format', 'pdf'],
      '--format takes one of csv, jsonl, markdown, bibtex; found "pdf".',
    ],
    ['an unknown option', ['ask', 'what?', '--colour'], "error: unknown option '--colour'"],
    ['an unknown command', ['tell'], "error: unknown command 'tell'"],
    ['a name missing', ['speaker'], "error: missing required argument 'name'"],
  ])('%s', async (_name, args, sentence) => {
    const { code, out, err } = await cli([...args, '--data', data]);
    expect({ code, out, err: err.trimEnd().split('\n')[0] }).toEqual({ code: 2, out: '', err: sentence });
  });
});

describe('questions on standard input', () => {
  it('gives one result a line in order, also for lines that cannot be asked', async () => {
    const input = ['what did the US offer on missiles?', '', 'What is the recipe for borscht?'].join('\n');
    const run = await cli(['ask', '--json', '--data', data], { input });
    expect(run.json()).toMatchObject([
      { question: 'what did the US offer on missiles?', answered: true },
      {
        question: '',
        answered: false,
        evidence: [],
        error: expect.stringContaining('The question is empty'),
      },
      { question: 'What is the recipe for borscht?', answered: false, evidence: [] },
    ]);
    expect(run.code).toBe(1);
  });
});

describe('files that cannot be read lose nothing', () => {
  it('refuses them by name and takes the others, exit code 1', async () => {
    const folder = mkdtempSync(path.join(dir, 'articles-'));
    writeFileSync(path.join(folder, 'good.txt'), 'The envoy said that the strait would stay open.');
    writeFileSync(path.join(folder, 'empty.txt'), '');
    writeFileSync(path.join(folder, 'latin1.txt'), Buffer.from([0x63, 0x61, 0x66, 0xe9]));
    const other = path.join(dir, 'other');
    const run = await cli(['ingest', folder, '--data', other]);
    expect(run.code).toBe(1);
    expect(run.out).toContain(`added     ${folder}/good.txt`);
    expect(run.out).toContain(`${folder}/empty.txt is empty`);
    expect(run.out).toContain(`added     ${folder}/latin1.txt`);
    expect(run.err).toContain(`${folder}/latin1.txt: it is not UTF-8 and was read as windows-1252`);
    expect((await cli(['sources', '--json', '--data', other])).json()).toMatchObject([
      { id: 'good' },
      { id: 'latin1' },
    ]);
  });

  it('says that a path is not there', async () => {
    const run = await cli(['ingest', '/nowhere', '--data', data]);
    expect(run).toMatchObject({
      code: 1,
      err: '/nowhere cannot be read: there is no such file or folder.\n',
    });
  });
});

describe('stores that cannot be used', () => {
  it('refuses one of a newer version and leaves it untouched', async () => {
    const newer = path.join(dir, 'newer');
    await cli(['sources', '--data', newer]);
    const file = path.join(newer, 'parley.sqlite');
    const db = new Database(file);
    db.pragma('user_version = 999');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const before = readFileSync(file);
    const run = await cli(['sources', '--data', newer]);
    expect(run.code).toBe(1);
    expect(run.err).toMatch(
      /^The store \S+ was made by a newer Parley \(its version is 999, this one reads up to \d+\): install the newer Parley, or set DATA_DIR to another folder\.\n$/,
    );
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it.each(['missing', 'damaged'])('builds a %s index anew from the store', async (state) => {
    const copy = path.join(dir, `index-${state}`);
    await cli(['ingest', '--data', copy]);
    const answer = await cli(['ask', 'what did the US offer on missiles?', '--json', '--data', copy]);
    const index = path.join(copy, 'index');
    expect(existsSync(index)).toBe(true);
    rmSync(index, { recursive: true });
    if (state === 'damaged') writeFileSync(index, 'garbage');
    const again = await cli(['ask', 'what did the US offer on missiles?', '--json', '--data', copy]);
    expect(again.code).toBe(0);
    expect(again.json()).toEqual(answer.json());
  });

  it('says that the data folder cannot be written to', async () => {
    const file = path.join(dir, 'a-file');
    writeFileSync(file, 'x');
    const run = await cli(['sources', '--data', path.join(file, 'data')]);
    expect(run.code).toBe(1);
    expect(run.err.trimEnd().split('\n')).toHaveLength(1);
    expect(run.err).toContain(path.join(file, 'data'));
  });

  it('says that the database is damaged and keeps it', async () => {
    const damaged = path.join(dir, 'damaged');
    await cli(['sources', '--data', damaged]);
    const copy = path.join(damaged, 'parley.sqlite');
    copyFileSync(store, copy);
    writeFileSync(copy, 'not a database at all, but somebody’s notes'.repeat(20));
    const run = await cli(['sources', '--data', damaged]);
    expect(run.code).toBe(1);
    expect(run.err.trimEnd().split('\n')).toHaveLength(1);
    expect(readFileSync(copy, 'utf8')).toContain('somebody’s notes');
  });
});
