import type { Database } from 'better-sqlite3';
import { UserError } from '../../errors.ts';
import { openDatabase } from '../sqlite/file/open.ts';
import { createSqliteStore } from '../sqlite/store.ts';
import { compareStores, type Copied } from './compare-stores.ts';
import { openConnections, type Queries } from './connection-pool.ts';
import { insertWords } from './postings/keep-words.ts';
import { openPostgresStore } from './postgres-store.ts';
import { serverFailure, shownServer } from './server-failure.ts';
import { beginChange, moveRevision } from './tell-changes.ts';

/** In the order in which one refers to another; the columns are the same in both. */
const TABLES = [
  'articles',
  'sentences',
  'vectors',
  'next_vectors',
  'statements',
  'statement_topics',
  'statement_sentences',
  'corrections',
  'memories',
  'visits',
  'arrivals',
  'destinations',
  'follows',
  'last_asked',
  'notes',
] as const;
/** What the numbers of new rows come from. */
const NUMBERED = [
  ['articles', 'nr'],
  ['sentences', 'key'],
  ['statements', 'key'],
  ['corrections', 'id'],
  ['arrivals', 'id'],
  ['destinations', 'id'],
  ['follows', 'id'],
] as const;
const ROWS_AT_ONCE = 500;

type Row = Readonly<Record<string, unknown>>;

export interface CopyOptions {
  /** The store's file. */
  readonly path: string;
  /** Where it goes. */
  readonly url: string;
  /** Whether what the database holds may be lost. */
  readonly force: boolean;
}

/**
 * Copies a store from its file to a server, with all its numbers, in one transaction, then reads both and compares counts,
 * hashes and vectors. Rejects with `UserError` where the server's store is not empty (unless `force`) or cannot be written
 * to; the file stays as it is.
 */
export async function copyFromSqlite({ path, url, force }: CopyOptions): Promise<Copied> {
  const db = openDatabase({ path });
  const source = createSqliteStore({ db, path });
  try {
    const connections = await openConnections(url);
    try {
      await connections.transaction((queries) => copyTables(db, queries, url, force), 'endless');
    } catch (error) {
      throw serverFailure(error, url);
    } finally {
      await connections.close();
    }
    const target = await openPostgresStore(url);
    try {
      return await compareStores(source, target, url);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copyTables(db: Database, queries: Queries, url: string, force: boolean): Promise<void> {
  await beginChange(queries);
  const held: string[] = [];
  for (const table of TABLES) {
    const [row] = await queries.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`);
    if ((row?.n ?? 0) > 0) held.push(table);
  }
  if (held.length > 0 && !force)
    throw new UserError(
      `The ${shownServer(url)} already has a store (${held.join(', ')}): name an empty database, or let it be lost with --force.`,
    );
  await queries.run(`TRUNCATE ${TABLES.join(', ')}, postings, word_counts`);
  for (const table of TABLES) {
    let rows: Row[] = [];
    for (const row of db.prepare<[], Row>(`SELECT * FROM ${table}`).iterate()) {
      if (rows.push(row) < ROWS_AT_ONCE) continue;
      await insertRows(queries, table, rows);
      rows = [];
    }
    await insertRows(queries, table, rows);
  }
  await copyWords(db, queries);
  for (const [table, column] of NUMBERED) {
    const used = db
      .prepare<[string], number>('SELECT seq FROM sqlite_sequence WHERE name = ?')
      .pluck()
      .get(table);
    // A number that was ever given is not given again.
    await queries.rows(
      `SELECT setval(pg_get_serial_sequence('${table}', '${column}'), greatest(@used::bigint, 1), @used::bigint > 0)`,
      { used: used ?? 0 },
    );
  }
  const state = db.prepare<[], Row>('SELECT provider, model, dimensions, next FROM state').get();
  await queries.run(
    'UPDATE state SET provider = @provider, model = @model, dimensions = @dimensions, next = @next',
    state,
  );
  await moveRevision(queries);
}

/** Bytes as the server reads them within JSON. */
const bytes = (buffer: Buffer): string => `\\x${buffer.toString('hex')}`;

function storable(table: string, name: string, value: unknown): unknown {
  if (Buffer.isBuffer(value)) return bytes(value);
  if (typeof value !== 'string') return value;
  return table === 'articles' && name === 'text'
    ? bytes(Buffer.from(value))
    : value.replaceAll('\0', '\ufffd');
}

async function insertRows(queries: Queries, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  const json = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, storable(table, name, value)])),
  );
  await queries.run(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, @json::json)`,
    { json: JSON.stringify(json) },
  );
}

async function copyWords(db: Database, queries: Queries): Promise<void> {
  const texts = db.prepare<[], { nr: number; text: string }>('SELECT nr, text FROM articles');
  const places = db.prepare<
    [number],
    { key: number; start_at: number; end_at: number; passage_start: number; passage_end: number }
  >('SELECT key, start_at, end_at, passage_start, passage_end FROM sentences WHERE article = ?');
  for (const { nr, text } of texts.all())
    await insertWords(
      queries,
      nr,
      places.all(nr).map((place) => ({
        key: place.key,
        sentence: text.slice(place.start_at, place.end_at),
        passage: text.slice(place.passage_start, place.passage_end),
      })),
    );
}
