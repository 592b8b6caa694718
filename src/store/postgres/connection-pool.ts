import pg from 'pg';
import { UserError } from '../../errors.ts';
import { STEPS } from './schema.ts';
import { serverFailure, shownServer } from './server-failure.ts';

export const CONNECT_WITHIN_MS = 10_000;
const MOST_CONNECTIONS = 8;
/** OIDs of `bigint`: ids and counts here stay below 2^53. */
const BIGINT = 20;

/** Values by the names that stand in the SQL as `@name`. */
export type Values = Readonly<Record<string, unknown>>;

/** Runs SQL and gives its rows. */
export interface Queries {
  rows<Row extends pg.QueryResultRow>(sql: string, values?: Values): Promise<Row[]>;
  /** How many rows were changed. */
  run(sql: string, values?: Values): Promise<number>;
}

export interface Connections extends Queries {
  /** One transaction: whole or not at all. `read` sees one state of the store throughout. */
  transaction<R>(work: (queries: Queries) => Promise<R>, kind?: 'write' | 'read'): Promise<R>;
  close(): Promise<void>;
}

/** A broken connection also fails the query that is under way, or the next one. */
const ignore = (): void => undefined;

/** PostgreSQL takes no NUL within text. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\ufffd');
  return Array.isArray(value) ? value.map(storable) : value;
}

/** `@name` as the driver's `$1`; `@@` is an operator. */
export function numbered(sql: string, values: Values): { text: string; values: unknown[] } {
  const names: string[] = [];
  const text = sql.replaceAll(/(?<!@)@([A-Za-z]\w*)/g, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { text, values: names.map((name) => storable(values[name])) };
}

function queriesOf(client: Pick<pg.Pool, 'query'>): Queries {
  return {
    rows: async <Row extends pg.QueryResultRow>(sql: string, values: Values = {}) =>
      (await client.query<Row>(numbered(sql, values))).rows,
    run: async (sql, values = {}) => (await client.query(numbered(sql, values))).rowCount ?? 0,
  };
}

/** A pool for the address; nothing is connected yet. */
export function createPool(url: string): pg.Pool {
  const types: pg.CustomTypesConfig = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === BIGINT
        ? Number
        : format === 'binary'
          ? pg.types.getTypeParser(oid, 'binary')
          : pg.types.getTypeParser(oid),
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    allowExitOnIdle: true,
    types,
  });
  pool.on('error', ignore);
  return pool;
}

/**
 * Connects to the server and brings its tables to this version. Rejects with `UserError` where there is no server, the
 * password is wrong, the tables are a newer Parley's.
 */
export async function openConnections(url: string): Promise<Connections> {
  const pool = createPool(url);
  const connections: Connections = {
    ...queriesOf(pool),
    async transaction(work, kind = 'write') {
      const client = await pool.connect();
      client.on('error', ignore);
      let broken: Error | undefined;
      try {
        await client.query(kind === 'read' ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN');
        const result = await work(queriesOf(client));
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch((second: unknown) => {
          broken = second instanceof Error ? second : new Error(String(second));
        });
        throw error;
      } finally {
        client.off('error', ignore);
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
  try {
    await migrateServer(connections, url);
    return connections;
  } catch (error) {
    await connections.close();
    throw serverFailure(error, url);
  }
}

async function migrateServer(connections: Connections, url: string): Promise<void> {
  await connections.transaction(async (queries) => {
    // Two processes may start at once.
    await queries.rows("SELECT pg_advisory_xact_lock(hashtext('parley schema'), hashtext(current_schema()))");
    const [found] = await queries.rows<{ state: string | null; articles: string | null }>(
      "SELECT to_regclass('state')::text AS state, to_regclass('articles')::text AS articles",
    );
    if (found?.state === null && found.articles !== null)
      throw new UserError(
        `The ${shownServer(url)} has tables that are not Parley's: name another database in DATABASE_URL.`,
      );
    const [state] =
      found?.state === null ? [] : await queries.rows<{ version: number }>('SELECT version FROM state');
    const version = state?.version ?? 0;
    if (version > STEPS.length)
      throw new UserError(
        `The ${shownServer(url)} was made by a newer Parley (its version is ${version}, this one reads up to ${STEPS.length}): install the newer Parley, or name another database in DATABASE_URL.`,
      );
    for (const step of STEPS.slice(version)) await queries.run(step);
    if (version < STEPS.length)
      await queries.run('UPDATE state SET version = @version', { version: STEPS.length });
  });
}
