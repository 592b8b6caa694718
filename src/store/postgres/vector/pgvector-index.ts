import { cosine } from '../../../domain/model/cosine.ts';
import { isSameStamp, type EmbeddingStamp, type Hit, type VectorIndex } from '../../ports.ts';
import { vectorIn } from '../../rows/blob.ts';
import { limitOf } from '../../scope.ts';
import { openConnections, type Connections, type Queries } from '../connection-pool.ts';
import { readStamp } from '../keep-vectors.ts';
import { serverFailure } from '../server-failure.ts';
import { whyNoPgvector } from './find-pgvector.ts';

/** As many candidates as the index of each process looks at, made with as many neighbours. */
const GRAPH = 'm = 16, ef_construction = 100';
const SEARCHED_CANDIDATES = '200';
/** Longer ones are compared one by one. */
const MOST_INDEXED_DIMENSIONS = 4000;
const INSERTED_AT_ONCE = 500;
/** The note that tells of which model the vectors in the server's index are; there is none where the server has no such index. */
export const SERVER_INDEX_NOTE = 'nearest';

export interface PgvectorIndexDependencies {
  readonly url: string;
  readonly log: { info(message: string): void };
}

/**
 * The index that the server itself keeps by its extension pgvector, of vectors of length 1 in half precision; scores are computed
 * from the store's own vectors. Null where the server has no such extension, or the user may not use it.
 */
export async function openPgvectorIndex({
  url,
  log,
}: PgvectorIndexDependencies): Promise<VectorIndex | null> {
  const connections = await openConnections(url);
  let why: string | null;
  try {
    why = await whyNoPgvector(connections);
  } catch (error) {
    await connections.close();
    throw serverFailure(error, url);
  }
  if (why === null) return createPgvectorIndex(connections, url, log);
  log.info(`vectors are indexed by each process: ${why}`);
  await connections.close();
  return null;
}

/** Of length 1, as SQL has it; null for one that has no direction. */
function unit(vector: Float32Array): string | null {
  const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
  if (!(length > 0 && Number.isFinite(length))) return null;
  return `[${Array.from(vector, (x) => Number((x / length).toPrecision(6))).join(',')}]`;
}

/** Whether the table is there and has the vectors of that model. */
async function isOf(queries: Queries, stamp: EmbeddingStamp): Promise<boolean> {
  const [note] = await queries.rows<{ value: string }>('SELECT value FROM notes WHERE name = @name', {
    name: SERVER_INDEX_NOTE,
  });
  // Whoever drops the extension drops the column.
  const columns = await queries.rows(
    `SELECT FROM pg_attribute WHERE attrelid = to_regclass('nearest') AND attname = 'vector' AND NOT attisdropped`,
  );
  return note?.value === JSON.stringify(stamp) && columns.length === 1;
}

async function makeTable(queries: Queries, stamp: EmbeddingStamp): Promise<void> {
  await queries.run('DROP TABLE IF EXISTS nearest');
  // What goes from the store goes from the index.
  await queries.run(
    `CREATE TABLE nearest (key bigint PRIMARY KEY REFERENCES vectors (key) ON DELETE CASCADE, vector halfvec(${stamp.dimensions}))`,
  );
  await queries.run(
    'INSERT INTO notes (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    { name: SERVER_INDEX_NOTE, value: JSON.stringify(stamp) },
  );
}

function createPgvectorIndex(
  connections: Connections,
  url: string,
  log: PgvectorIndexDependencies['log'],
): VectorIndex {
  const closing = new AbortController();
  let current: EmbeddingStamp | null = null;
  let syncedRevision = -1;
  let turn: Promise<void> = Promise.resolve();

  /** Reads some that the table lacks, whichever process is first; the stamp where it has all now. */
  async function addSome(): Promise<EmbeddingStamp | 'none' | 'more'> {
    return connections.transaction(async (queries) => {
      await queries.rows(
        "SELECT pg_advisory_xact_lock(hashtext('parley nearest'), hashtext(current_schema()))",
      );
      const stamp = await readStamp(queries);
      if (!stamp) return 'none';
      if (!(await isOf(queries, stamp))) {
        log.info(`the server indexes the store's vectors of ${stamp.provider}/${stamp.model}`);
        await makeTable(queries, stamp);
      }
      const rows = await queries.rows<{ key: number; vector: unknown }>(
        `SELECT v.key, v.vector FROM vectors AS v
         WHERE NOT EXISTS (SELECT FROM nearest AS n WHERE n.key = v.key) ORDER BY v.key LIMIT ${INSERTED_AT_ONCE}`,
      );
      if (rows.length > 0)
        await queries.run(
          `INSERT INTO nearest (key, vector)
           SELECT row.key, row.vector::halfvec FROM unnest(@keys::bigint[], @vectors::text[]) AS row (key, vector)`,
          {
            keys: rows.map(({ key }) => key),
            vectors: rows.map(({ vector }) => unit(vectorIn(vector))),
          },
        );
      if (rows.length === INSERTED_AT_ONCE) return 'more';
      // Faster over what is there than row by row.
      if (stamp.dimensions <= MOST_INDEXED_DIMENSIONS)
        await queries.run(
          `CREATE INDEX IF NOT EXISTS nearest_by_vector ON nearest USING hnsw (vector halfvec_ip_ops) WITH (${GRAPH})`,
        );
      return stamp;
    }, 'endless');
  }

  async function syncNow(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const [state] = await connections.rows<{ revision: number }>('SELECT revision FROM state');
    const revision = state?.revision ?? 0;
    if (revision === syncedRevision) return;
    for (;;) {
      const added = await addSome();
      signal.throwIfAborted();
      if (added === 'more') continue;
      if (added !== 'none') current = added;
      break;
    }
    syncedRevision = revision;
  }

  async function searchNow(vector: Float32Array, asked: string, k: number): Promise<Hit[]> {
    const stamp = current;
    if (!stamp) return [];
    const rows = await connections.transaction(async (queries) => {
      const found = await readStamp(queries);
      // Another process may have gone on to another model.
      if (!found || !isSameStamp(found, stamp) || !(await isOf(queries, stamp))) return [];
      await queries.rows(
        `SELECT set_config('hnsw.ef_search', '${SEARCHED_CANDIDATES}', true), set_config('hnsw.iterative_scan', 'strict_order', true)`,
      );
      return queries.rows<{ key: number; vector: unknown }>(
        `SELECT v.key, v.vector FROM (
           SELECT key FROM nearest WHERE vector IS NOT NULL ORDER BY vector <#> @asked::halfvec LIMIT @k) AS n
         JOIN vectors AS v USING (key)`,
        { asked, k },
      );
    }, 'read');
    return rows
      .map(({ key, vector: stored }) => ({ key, score: cosine(vectorIn(stored), vector) }))
      .toSorted((a, b) => b.score - a.score || a.key - b.key);
  }

  const mended = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw serverFailure(error, url);
    }
  };

  return {
    stamp: () => current,
    async search(vector, k) {
      const asked = vector.length === current?.dimensions ? unit(vector) : null;
      return asked === null || !(k >= 1) ? [] : mended(searchNow(vector, asked, limitOf(k)));
    },
    sync(signal) {
      const stop = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      const synced = turn.then(() => mended(syncNow(stop)));
      turn = synced.catch(() => undefined);
      return synced;
    },
    async close() {
      closing.abort(new Error('the vector index was closed'));
      await turn;
      await connections.close();
    },
  };
}
