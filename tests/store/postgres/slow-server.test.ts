import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { acquireServerLock } from '../../../src/store/postgres/server-lock.ts';
import { emptyDatabase, whyNoServer } from '../../support/stores/postgres-server.ts';
import { TALKS } from '../../support/records.ts';
import { startStallingProxy } from '../../support/stores/stalling-proxy.ts';

const why = await whyNoServer();
if (why !== null) process.stderr.write(`no PostgreSQL to test on (${why}): its tests are skipped\n`);

const SHORT = { connectMs: 500, queryMs: 150, bulkMs: 300 };
const UNANSWERED =
  /^The PostgreSQL at .* did not answer in time, and the last change was not saved: try again when it has less to do\.$/;

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** The lock's sentence when it is lost. */
function lostLock(url: string, askEveryMs?: number): { lost: Promise<Error>; held: Promise<() => void> } {
  let held: Promise<() => void> | undefined;
  const lost = new Promise<Error>((onLost) => {
    held = acquireServerLock(url, { onLost, waitMs: 0, ...(askEveryMs === undefined ? {} : { askEveryMs }) });
  });
  if (!held) throw new Error('a promise begins at once');
  return { lost, held };
}

describe.skipIf(why !== null)('on a PostgreSQL server', () => {
  it('says so where it takes too long, saves nothing of that, and goes on when it is free again', async () => {
    const { url, remove } = await emptyDatabase();
    const store = await openPostgresStore(url, SHORT);
    await store.saveArticle(TALKS.geneva);
    const other = await connected(url);
    await other.query('BEGIN; LOCK TABLE sentences, notes IN ACCESS EXCLUSIVE MODE');
    await expect(store.counts()).rejects.toThrow(UNANSWERED);
    await expect(store.setNote('a', 'b')).rejects.toThrow(UNANSWERED);
    await expect(store.saveArticle(TALKS.brussels)).rejects.toThrow(UNANSWERED);
    await other.query('ROLLBACK');
    expect([...(await store.hashes()).keys()]).toEqual(['geneva']);
    expect(await store.note('a')).toBeNull();
    expect(await store.saveArticle(TALKS.brussels)).toBe('added');
    await other.end();
    await store.close();
    await remove();
  });

  it('lets what keeps an article take longer than what is asked', async () => {
    const { url, remove } = await emptyDatabase();
    const store = await openPostgresStore(url, { connectMs: 10_000, queryMs: 100, bulkMs: 60_000 });
    const other = await connected(url);
    await other.query('BEGIN; LOCK TABLE vectors IN ACCESS EXCLUSIVE MODE');
    const saving = store.saveArticle(TALKS.geneva);
    await expect(store.vectorsOf([1])).rejects.toThrow(UNANSWERED);
    await other.query('COMMIT');
    expect(await saving).toBe('added');
    await other.end();
    await store.close();
    await remove();
  });

  it('waits no longer for a server that is silent, and goes on by itself', async () => {
    const { url, remove } = await emptyDatabase();
    const proxy = await startStallingProxy(url);
    const store = await openPostgresStore(proxy.url, SHORT);
    await store.saveArticle(TALKS.geneva);
    proxy.stall();
    const failures = await Promise.allSettled([
      store.counts(),
      store.candidates([1]),
      store.saveArticle(TALKS.brussels),
    ]);
    for (const failure of failures)
      expect(failure).toEqual({ status: 'rejected', reason: expect.any(UserError) });
    proxy.resume();
    expect([...(await store.hashes()).keys()]).toEqual(['geneva']);
    expect(await store.saveArticle(TALKS.brussels)).toBe('added');
    await store.close();
    await proxy.close();
    await remove();
  });

  it('tells who ingests that its connection was cut, and lets others ingest', async () => {
    const { url, remove } = await emptyDatabase();
    const { lost, held } = lostLock(url);
    await held;
    const other = await connected(url);
    await other.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'
         AND classid = (hashtext('parley ingest')::bigint & 4294967295)::oid
         AND objid = (hashtext(current_schema())::bigint & 4294967295)::oid`,
    );
    expect((await lost).message).toMatch(
      /^The connection to PostgreSQL at .* that kept others from ingesting was lost, so ingestion was stopped/,
    );
    (await acquireServerLock(url, { waitMs: 10_000 }))();
    await other.end();
    await remove();
  });

  it('tells who ingests that the server is silent', async () => {
    const { url, remove } = await emptyDatabase();
    const proxy = await startStallingProxy(url);
    const { lost, held } = lostLock(proxy.url, 100);
    await held;
    proxy.stall();
    expect(await lost).toBeInstanceOf(UserError);
    await proxy.close();
    await remove();
  });
});
