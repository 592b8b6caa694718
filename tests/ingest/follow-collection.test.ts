import { once } from 'node:events';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { followCollection } from '../../src/ingest/watch/follow-collection.ts';
import { resultOf } from '../../src/ingest/drafts.ts';
import type { IngestReport } from '../../src/ingest/ingest.ts';
import { temporaryFolder } from '../support/folders.ts';

const nobody = (): void => undefined;

/** Follows a fresh collection; `next` gives what is read or said next. */
function follow(
  outcomeOf: (file: string) => IngestReport['results'][number] = (file) => resultOf(file, 'a', 'added'),
  wait = async (_ms: number, signal: AbortSignal): Promise<void> =>
    void (signal.aborted || (await once(signal, 'abort'))),
) {
  const dir = temporaryFolder();
  const folder = path.join(dir, 'articles');
  mkdirSync(folder);
  const stopping = new AbortController();
  const events: string[] = [];
  let wake: () => void = nobody;
  const happened = (event: string): void => {
    events.push(event.replaceAll(dir, ''));
    wake();
  };
  let open = 0;
  const ended = followCollection(
    {
      collectionDir: dir,
      async ingest(names) {
        if (open++ > 0) happened('two at once');
        await new Promise((resolve) => setImmediate(resolve));
        open--;
        happened(`read ${names.join(' ') || 'all'}`);
        return { results: names.map(outcomeOf), stopped: false };
      },
      log: { info: (line) => happened(line), warn: (line) => happened(`! ${line}`) },
      now: () => 0,
      wait,
    },
    stopping.signal,
  );
  const stop = async (): Promise<void> => {
    stopping.abort();
    await ended;
  };
  onTestFinished(stop);
  return {
    dir,
    folder,
    stop,
    next: async (): Promise<string | undefined> => {
      while (events.length === 0) await new Promise<void>((resolve) => void (wake = resolve));
      return events.shift();
    },
  };
}

describe('a collection that is followed', () => {
  it('is read at the beginning, then file by file, and what goes is said', async () => {
    const { folder, next } = follow();
    expect(await next()).toBe('read all');
    const file = path.join(folder, 'a.txt');
    writeFileSync(file, 'The talks began.');
    expect([await next(), await next()]).toEqual(['read /articles/a.txt', '/articles/a.txt: added.']);
    writeFileSync(file, 'The talks began, and went on.');
    expect([await next(), await next()]).toEqual(['read /articles/a.txt', '/articles/a.txt: added.']);
    rmSync(file);
    expect(await next()).toBe(
      '! /articles/a.txt is gone from the folder; its article stays in the store until "parley remove" takes it out.',
    );
  });

  it('reads neither what is hidden, nor what is no article, nor what a link leads to outside', async () => {
    const { dir, folder, next } = follow();
    expect(await next()).toBe('read all');
    writeFileSync(path.join(dir, 'secret.txt'), 'Nobody named this.');
    symlinkSync(path.join(dir, 'secret.txt'), path.join(folder, 'link.txt'));
    writeFileSync(path.join(folder, '.hidden.txt'), 'Hidden.');
    writeFileSync(path.join(folder, 'picture.png'), 'x');
    // Written last and whole at once, so that all before it has been seen.
    writeFileSync(path.join(dir, 'b.part'), 'The talks went on.');
    renameSync(path.join(dir, 'b.part'), path.join(folder, 'b.txt'));
    expect(await next()).toBe('read /articles/b.txt');
  });

  it('is read anew when its list of addresses changes', async () => {
    const { dir, next } = follow();
    expect(await next()).toBe('read all');
    writeFileSync(path.join(dir, 'sources.yaml'), 'pages: []\n');
    expect(await next()).toBe('read all');
  });

  it('says what was refused, and stops when it is told to', async () => {
    const { folder, next, stop } = follow((file) => resultOf(file, null, 'refused', `${file} is empty.`));
    expect(await next()).toBe('read all');
    writeFileSync(path.join(folder, 'a.txt'), '');
    expect([await next(), await next()]).toEqual(['read /articles/a.txt', '! /articles/a.txt is empty.']);
    await stop();
  });

  it('reads a file again when the store is back, and says once that it was away', async () => {
    let away = 3;
    const waited: number[] = [];
    const { folder, next } = follow(
      (file) => {
        if (away-- > 0) throw new Error('The store is away.');
        return resultOf(file, 'a', 'added');
      },
      async (ms, signal) => {
        // The other wait is the feeds' own.
        if (ms < 60_000) waited.push(ms);
        else if (!signal.aborted) await once(signal, 'abort');
      },
    );
    expect(await next()).toBe('read all');
    writeFileSync(path.join(folder, 'a.txt'), 'The talks began.');
    const said = [];
    for (let i = 0; i < 6; i++) said.push(await next());
    const read = 'read /articles/a.txt';
    expect(said).toEqual([read, '! The store is away.', read, read, read, '/articles/a.txt: added.']);
    expect(waited).toEqual([5_000, 10_000, 20_000]);
  });
});
