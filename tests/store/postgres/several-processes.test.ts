import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { acquireServerLock } from '../../../src/store/postgres/server-lock.ts';
import { listenForChanges } from '../../../src/store/postgres/tell-changes.ts';
import { emptyDatabase, whyNoServer } from '../../support/stores/postgres-server.ts';
import { TALKS } from '../../support/records.ts';
import { startChild } from '../../support/children.ts';

const why = await whyNoServer();
if (why !== null) process.stderr.write(`no PostgreSQL to test on (${why}): its tests are skipped\n`);

describe.skipIf(why !== null)('on a PostgreSQL server', () => {
  it('tells a process what another one ingested', async () => {
    const { url, remove } = await emptyDatabase();
    const [writer, reader] = [await openPostgresStore(url), await openPostgresStore(url)];
    const changes = new EventEmitter();
    const connected = once(changes, 'told');
    const stop = listenForChanges(url, () => void changes.emit('told'));
    await connected;
    const changed = once(changes, 'told');
    await writer.saveArticle(TALKS.geneva);
    await changed;
    expect((await reader.counts()).articles).toBe(1);
    expect(await reader.sentenceFrequencies(['missiles'])).toEqual([1]);
    await stop();
    await Promise.all([writer.close(), reader.close()]);
    await remove();
  });

  it('keeps a second process from ingesting until the first is killed', async () => {
    const { url, remove } = await emptyDatabase();
    const holder = startChild(`
      import { acquireServerLock } from './src/store/postgres/server-lock.ts';
      await acquireServerLock(${JSON.stringify(url)}, { waitMs: 0 });
      console.log('held');
      process.stdin.resume();
    `);
    expect(await holder.next()).toBe('held');
    const said: string[] = [];
    const onWait = (message: string) => void said.push(message);
    await expect(acquireServerLock(url, { waitMs: 0, onWait })).rejects.toThrow(
      /^Another Parley process is ingesting into PostgreSQL at .* and has not finished within 0 s/,
    );
    expect(said).toHaveLength(1);
    await holder.kill();
    (await acquireServerLock(url))();
    await remove();
  });

  it('keeps articles whole that several processes save at once', async () => {
    const { url, remove } = await emptyDatabase();
    const stores = await Promise.all([1, 2, 3].map(() => openPostgresStore(url)));
    await Promise.all(
      Array.from({ length: 5 }).flatMap(() =>
        stores.flatMap((store) => Object.values(TALKS).map((record) => store.saveArticle(record))),
      ),
    );
    const counts = await Promise.all(stores.map((store) => store.counts()));
    expect(counts).toEqual(stores.map(() => ({ articles: 3, sentences: 9, passages: 9, statements: 5 })));
    await Promise.all(stores.map((store) => store.close()));
    await remove();
  });
});
