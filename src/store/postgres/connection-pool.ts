import pg from 'pg';
import { UserError } from '../../errors.ts';
import { missingTable } from './check-tables.ts';
import { STEPS } from './schema.ts';
import { isUnanswered, otherTables, serverFailure, shownServer } from './server-failure.ts';

export const CONNECT_WITHIN_MS = 10_000;
/** After so long without a word from the other side it is asked whether it is still there. */
export const ASK_ALIVE_MS = 10_000;
const MOST_CONNECTIONS = 8;
/** OIDs of `bigint`: ids and counts here stay below 2^53. */
const BIGINT = 20;

/** How long is waited for the server. */
export interface Patience {
  /** For a connection. */
  readonly connectMs: number;
  /** For one statement of what a person waits for. */
  readonly queryMs: number;
  /** For one of what keeps, removes or replaces articles and vectors. */
  readonly bulkMs: number;
}
const PATIENCE: Patience = { connectMs: CONNECT_WITHIN_MS, queryMs: 20_000, bulkMs: 600_000 };
/** The server ends a statement by itself; who waits for a server that does not answer leaves so much later. */
const TRAVEL_MS = 1000;

/** Values by the names that stand in the SQL as `@name`. */
export type Values = Readonly<Record<string, unknown>>;

/** Runs SQL and gives its rows. */
export interface Queries {
  rows<Row extends pg.QueryResultRow>(sql: string, values?: Values): Promise<Row[]>;
  /** How many rows were changed. */
  run(sql: string, values?: Values): Promise<number>;
}

type TransactionKind = 'write' | 'read' | 'bulk' | 'endless';

export interface Connections extends Queries {
  /**
   * One transaction: whole or not at all. `read` sees one state of the store throughout; the statements of `bulk` may take
   * longer, those of `endless` as long as they do.
   */
  transaction<R>(work: (queries: Queries) => Promise<R>, kind?: TransactionKind): Promise<R>;
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

/** @param withinMs what ends a query that the server says nothing to */
function queriesOf(client: Pick<pg.Pool, 'query'>, withinMs: number): Queries {
  const asked = (sql: string, values: Values) => ({ ...numbered(sql, values), query_timeout: withinMs });
  return {
    rows: async <Row extends pg.QueryResultRow>(sql: string, values: Values = {}) =>
      (await client.query<Row>(asked(sql, values))).rows,
    run: async (sql, values = {}) => (await client.query(asked(sql, values))).rowCount ?? 0,
  };
}

/** A pool for the address; nothing is connected yet. */
export function createPool(
  url: string,
  {
    connectMs = PATIENCE.connectMs,
    queryMs = PATIENCE.queryMs,
    most = MOST_CONNECTIONS,
  }: Partial<Patience> & { readonly most?: number } = {},
): pg.Pool {
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
    max: most,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: ASK_ALIVE_MS,
    statement_timeout: queryMs,
    query_timeout: queryMs + TRAVEL_MS,
    allowExitOnIdle: true,
    types,
  });
  pool.on('error', ignore);
  return pool;
}

/** What begins a transaction of the kind, and how long a statement in it may take. */
function beginning(kind: TransactionKind, { queryMs, bulkMs }: Patience): [sql: string, withinMs: number] {
  if (kind === 'read') return ['BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', queryMs];
  if (kind === 'write') return ['BEGIN', queryMs];
  const withinMs = kind === 'bulk' ? bulkMs : 0;
  return [`BEGIN; SET LOCAL statement_timeout = ${withinMs}`, withinMs];
}

/** No timer of Node runs longer. */
const LONGEST_MS = 2 ** 31 - 1;
const waited = (withinMs: number): number => (withinMs === 0 ? LONGEST_MS : withinMs + TRAVEL_MS);

/**
 * Connects to the server and brings its tables to this version. Rejects with `UserError` where there is no server, the
 * password is wrong, the tables are a newer Parley's.
 */
export async function openConnections(url: string, patience: Patience = PATIENCE): Promise<Connections> {
  const pool = createPool(url, patience);
  const connections: Connections = {
    ...queriesOf(pool, waited(patience.queryMs)),
    async transaction(work, kind = 'write') {
      const client = await pool.connect();
      client.on('error', ignore);
      let broken: Error | undefined;
      try {
        const [begin, withinMs] = beginning(kind, patience);
        const queries = queriesOf(client, waited(withinMs));
        await queries.run(begin);
        const result = await work(queries);
        await queries.run('COMMIT');
        return result;
      } catch (error) {
        broken = isUnanswered(error) ? error : await rolledBack(client, waited(patience.queryMs));
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

/** Why the connection cannot be used again; undefined where it can. */
async function rolledBack(client: pg.PoolClient, withinMs: number): Promise<Error | undefined> {
  try {
    await queriesOf(client, withinMs).run('ROLLBACK');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
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
    const missing = await missingTable((sql, values) => queries.rows(sql, values));
    if (missing !== null) throw otherTables(url, `no ${missing}`);
  }, 'endless');
}
