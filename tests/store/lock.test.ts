import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { acquireIngestLock } from '../../src/store/lock.ts';
import { startChild } from '../support/children.ts';
import { temporaryFolder } from '../support/folders.ts';

function holderOf(folder: string) {
  return startChild(`
    import { acquireIngestLock } from './src/store/lock.ts';
    const release = await acquireIngestLock(${JSON.stringify(folder)}, { waitMs: 0 });
    console.log('held');
    process.stdin.on('data', () => { release(); console.log('released'); });
  `);
}

it('is taken, released and taken again; the folder is made', async () => {
  const folder = join(temporaryFolder(), 'new', 'data');
  for (let i = 0; i < 2; i++) (await acquireIngestLock(folder, { waitMs: 0 }))();
});

it('keeps a second process out, saying who holds it, until that one is killed', async () => {
  const folder = temporaryFolder();
  const holder = holderOf(folder);
  expect(await holder.next()).toBe('held');
  const said: string[] = [];
  const onWait = (message: string) => void said.push(message);
  await expect(acquireIngestLock(folder, { waitMs: 0, onWait })).rejects.toThrow(
    new UserError(
      `Another Parley process (pid ${holder.pid}) is ingesting into ${folder} and has not finished within 0 s: wait for it or stop it, then try again.`,
    ),
  );
  const waiting = acquireIngestLock(folder, { onWait });
  expect(said).toEqual(
    Array(2).fill(`another Parley process (pid ${holder.pid}) is ingesting into ${folder}; waiting`),
  );
  await holder.kill();
  (await waiting)();
});

it('keeps a second holder in the same process out until the first releases', async () => {
  const folder = temporaryFolder();
  const release = await acquireIngestLock(folder);
  const order: string[] = [];
  const second = acquireIngestLock(folder, { onWait: () => void order.push('waits') }).then((free) => {
    order.push('has it');
    free();
  });
  order.push('releases');
  release();
  await second;
  expect(order).toEqual(['waits', 'releases', 'has it']);
});

it('stops waiting when aborted', async () => {
  const folder = temporaryFolder();
  const release = await acquireIngestLock(folder);
  const stop = new AbortController();
  const waiting = acquireIngestLock(folder, { signal: stop.signal });
  stop.abort(new Error('stopped'));
  await expect(waiting).rejects.toThrow('stopped');
  release();
});

it('names a holder that left no pid without one', async () => {
  const folder = temporaryFolder();
  const release = await acquireIngestLock(folder);
  writeFileSync(join(folder, 'ingest.lock.pid'), '');
  const said = await new Promise((resolve) => {
    void acquireIngestLock(folder, { onWait: resolve }).then((free) => free());
  });
  expect(said).toBe(`another Parley process is ingesting into ${folder}; waiting`);
  release();
});

it('says when the folder cannot be used', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  await expect(acquireIngestLock(file)).rejects.toThrow(
    new UserError(
      `Parley cannot write to its data folder ${file} (EEXIST): make it a folder that can be written to, or set DATA_DIR to another one.`,
    ),
  );
});
