import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { cli } from '../support/cli.ts';
import { temporaryFolder } from '../support/folders.ts';
import { TALKS } from '../support/records.ts';

const ALL = Number.MAX_SAFE_INTEGER;

function refused(id: string): UserError {
  return new UserError(
    `The text of the article "${id}" in the store is not the one that was read in, so nothing of it is quoted: read its file again with "parley ingest".`,
  );
}

/** Changes the stored text as somebody with an editor for SQLite files would, or a failing disk. */
function alter(path: string, id: string, from: string, to: string): void {
  const db = new Database(path);
  const { changes } = db
    .prepare('UPDATE articles SET text = replace(text, ?, ?) WHERE id = ? AND instr(text, ?)')
    .run(from, to, id, from);
  db.close();
  expect(changes).toBe(1);
}

async function talks() {
  const path = join(temporaryFolder(), 'parley.sqlite');
  const open = async () => {
    const store = await openSqliteStore({ path });
    onTestFinished(() => store.close());
    return store;
  };
  const store = await open();
  for (const record of [TALKS.geneva, TALKS.brussels]) await store.saveArticle(record);
  return { path, store, open };
}

describe('a text that is not the one that was read in', () => {
  it('is not given, also when it changes while the store is open; others are', async () => {
    const { path, store, open } = await talks();
    expect(await store.article('geneva')).toEqual(TALKS.geneva.article);
    alter(path, 'geneva', 'limits', 'no limits');
    for (const opened of [store, await open()]) {
      await expect(opened.article('geneva')).rejects.toThrow(refused('geneva'));
      expect(await opened.article('brussels')).toEqual(TALKS.brussels.article);
    }
  });

  it('is marked in what is found', async () => {
    const { path, open } = await talks();
    alter(path, 'geneva', 'limits', 'limbos');
    const store = await open();
    const found = await store.candidates(await store.keysInScope({}, ALL));
    expect(new Set(found.map(({ article, isIntact }) => `${article.id} ${isIntact}`))).toEqual(
      new Set(['geneva false', 'brussels true']),
    );
  });

  it('has no hash, so that ingestion reads it again, and is whole after that', async () => {
    const { path, store } = await talks();
    alter(path, 'geneva', 'limits', 'limbos');
    expect(await store.hashes()).toEqual(
      new Map([
        ['brussels', TALKS.brussels.article.hash],
        ['geneva', ''],
      ]),
    );
    await store.saveArticle(TALKS.geneva);
    expect(await store.article('geneva')).toEqual(TALKS.geneva.article);
    expect((await store.hashes()).get('geneva')).toBe(TALKS.geneva.article.hash);
  });
});

describe('on the command line, an article that was altered in the store', () => {
  it('is never quoted, is named with what to do, and is mended by reading it again', async () => {
    const data = temporaryFolder();
    const run = (...args: string[]) => cli([...args, '--data', data]);
    await run('ingest');
    const path = join(data, 'parley.sqlite');
    alter(path, 'eight-hour', 'would never join', 'could never join');
    const { message } = refused('eight-hour');

    const questions = [
      'What guarantees does Russia want about Ukraine and Georgia joining NATO?',
      'Does Russia want Ukraine and Georgia in NATO?',
    ];
    const asked = await cli(['ask', '--json', '--data', data], { input: questions.join('\n') });
    expect(asked.out).not.toContain('could never join');
    expect(asked.json()).toHaveLength(2);
    expect(asked.json()).toMatchObject([{ answered: true }, {}]);
    expect(asked.err.split('\n').filter((line) => line === message)).toHaveLength(1);
    for (const args of [
      ['speaker', 'Ryabkov'],
      ['position', 'Russia', 'nato-enlargement'],
      ['timeline', 'nato-enlargement'],
      ['export'],
      ['verify', 'could never join'],
    ]) {
      const { code, out, err } = await run(...args);
      expect({ args, code, out, err }).toEqual({ args, code: 1, out: '', err: `${message}\n` });
    }

    const [line] = (await run('ingest', '--json'))
      .json()
      .filter((one) => JSON.stringify(one).includes('replaced'));
    expect(line).toMatchObject({ id: 'eight-hour', outcome: 'replaced' });
    expect((await run('speaker', 'Ryabkov')).code).toBe(0);
    const again = await cli(['ask', '--json', '--data', data], { input: questions.join('\n') });
    expect(again.err).toBe('');
  });
});
