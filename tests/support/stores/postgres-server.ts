import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Where tests find a server: `TEST_DATABASE_URL`, else what `.ci/run` starts. */
const SERVER =
  process.env['TEST_DATABASE_URL'] ?? 'postgres://parley_test:parley_test@127.0.0.1:5432/parley_test';

async function run(sql: string, server = SERVER): Promise<void> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Why there is no server to test on; null where one answers. In CI, or where one was named, none is a failure. */
export async function whyNoServer(): Promise<string | null> {
  try {
    await run('SELECT 1');
    return null;
  } catch (error) {
    if (process.env['CI'] !== undefined || process.env['TEST_DATABASE_URL'] !== undefined) throw error;
    return error instanceof Error ? error.message || error.name : String(error);
  }
}

/** The address of a place of its own on the server, empty, and what removes it. */
export async function emptyDatabase(server = SERVER): Promise<{
  readonly url: string;
  readonly remove: () => Promise<void>;
}> {
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  await run(`CREATE SCHEMA ${schema}`, server);
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return { url: url.href, remove: () => run(`DROP SCHEMA ${schema} CASCADE`, server) };
}
