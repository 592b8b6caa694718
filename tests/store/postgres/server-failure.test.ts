import { createServer } from 'node:net';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { serverFailure } from '../../../src/store/postgres/server-failure.ts';
import { emptyDatabase, whyNoServer } from '../../support/stores/postgres-server.ts';
import { TALKS } from '../../support/records.ts';

const SECRET = 'not-a-real-password';

async function failure(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.message).not.toContain(SECRET);
    return error.message;
  }
  throw new Error('it did not fail');
}

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

it('says that no server answers', async () => {
  const port = await freePort();
  expect(await failure(openPostgresStore(`postgres://me:${SECRET}@127.0.0.1:${port}/talks`))).toBe(
    `No server answers as PostgreSQL at 127.0.0.1:${port}/talks (ECONNREFUSED): start it, or mend DATABASE_URL.`,
  );
});

it('says that the disk is full', () => {
  const full = new pg.DatabaseError('could not extend file', 1, 'error');
  full.code = '53100';
  expect(serverFailure(full, `postgres://me:${SECRET}@db.example/talks`)).toEqual(
    new UserError(
      'The disk of PostgreSQL at db.example/talks is full and the last change was not saved: free some space, then try again.',
    ),
  );
});

const why = await whyNoServer();
if (why !== null) process.stderr.write(`no PostgreSQL to test on (${why}): its tests are skipped\n`);

describe.skipIf(why !== null)('on a PostgreSQL server', () => {
  it('says that the password is wrong, or the database missing, without the password', async () => {
    const { url, remove } = await emptyDatabase();
    const wrong = new URL(url);
    wrong.password = SECRET;
    const missing = new URL(url);
    missing.pathname = '/no_such_database';
    expect(await failure(openPostgresStore(wrong.href))).toContain('does not take the user or password');
    expect(await failure(openPostgresStore(missing.href))).toContain('has no such database');
    await remove();
  });

  it('refuses tables of a newer version and of another program, and leaves them as they are', async () => {
    const { url, remove } = await emptyDatabase();
    await (await openPostgresStore(url)).close();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('UPDATE state SET version = 99');
    expect(await failure(openPostgresStore(url))).toContain('made by a newer Parley (its version is 99');
    expect((await client.query<{ version: number }>('SELECT version FROM state')).rows).toEqual([
      { version: 99 },
    ]);
    await client.query('DROP TABLE state');
    expect(await failure(openPostgresStore(url))).toContain("has tables that are not Parley's");
    await client.end();
    await remove();
  });

  it('loses nothing with a lost connection, and goes on by itself', async () => {
    const { url, remove } = await emptyDatabase();
    const store = await openPostgresStore(url);
    await store.saveArticle(TALKS.geneva);
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    // An article waits for whoever changes the store, and its connection is cut while it does.
    await other.query('BEGIN');
    await other.query('SELECT one FROM state FOR UPDATE');
    const cut = failure(store.saveArticle(TALKS.brussels));
    const waiting = 'FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))';
    for (;;) {
      const { rowCount } = await other.query(`SELECT pg_terminate_backend(pid) ${waiting}`);
      if (rowCount) break;
    }
    expect(await cut).toMatch(/^The connection to PostgreSQL at .* was lost or refused/);
    await other.query('ROLLBACK');
    expect([...(await store.hashes()).keys()]).toEqual(['geneva']);
    expect(await store.saveArticle(TALKS.brussels)).toBe('added');
    await other.end();
    await store.close();
    await remove();
  });
});
