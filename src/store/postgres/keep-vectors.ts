import type { EmbeddingStamp, KeyedVector, SentenceVector } from '../ports.ts';
import { blobOf, stampIn, vectorIn } from '../rows/blob.ts';
import type { Connections, Queries } from './connection-pool.ts';
import { beginChange, moveRevision } from './tell-changes.ts';

const nameOf = ({ provider, model, dimensions }: EmbeddingStamp): string =>
  JSON.stringify([provider, model, dimensions]);

/** What made the stored vectors. */
export async function readStamp(queries: Queries): Promise<EmbeddingStamp | null> {
  const [row] = await queries.rows(
    'SELECT provider, model, dimensions FROM state WHERE provider IS NOT NULL',
  );
  return row === undefined ? null : stampIn.parse(row);
}

async function isNext(queries: Queries, stamp: EmbeddingStamp): Promise<boolean> {
  const [row] = await queries.rows<{ next: string | null }>('SELECT next FROM state');
  return row?.next === nameOf(stamp);
}

async function missing(queries: Queries, stamp: EmbeddingStamp): Promise<readonly number[]> {
  const lacking = (await isNext(queries, stamp))
    ? 'WHERE NOT EXISTS (SELECT FROM next_vectors AS n WHERE n.key = s.key)'
    : '';
  const rows = await queries.rows<{ key: number }>(
    `SELECT s.key FROM sentences AS s ${lacking} ORDER BY s.key`,
  );
  return rows.map(({ key }) => key);
}

/** The stored vectors, and those of another model beside them until there is one for every sentence. */
export function createKeepVectors(connections: Connections) {
  return {
    embeddingStamp: () => readStamp(connections),
    setEmbeddingStamp: ({ provider, model, dimensions }: EmbeddingStamp): Promise<void> =>
      connections.transaction(async (queries) => {
        await beginChange(queries);
        const old = await readStamp(queries);
        if (old?.provider === provider && old.model === model && old.dimensions === dimensions) return;
        if (old) {
          await queries.run('DELETE FROM vectors');
          await queries.run("UPDATE articles SET hash = ''");
        }
        await queries.run('UPDATE state SET provider = @provider, model = @model, dimensions = @dimensions', {
          provider,
          model,
          dimensions,
        });
        await moveRevision(queries);
      }, 'bulk'),
    vectorsOf: async (keys: readonly number[]): Promise<ReadonlyMap<number, Float32Array>> => {
      const rows = await connections.rows<{ key: number; vector: unknown }>(
        'SELECT key, vector FROM vectors WHERE key = ANY (@keys::bigint[]) ORDER BY key',
        { keys },
      );
      return new Map(rows.map(({ key, vector }) => [key, vectorIn(vector)]));
    },
    articleVectors: async (id: string): Promise<readonly SentenceVector[]> => {
      const rows = await connections.rows<{ start: number; end: number; vector: unknown }>(
        `SELECT s.start_at AS start, s.end_at AS end, v.vector
         FROM articles AS a JOIN sentences AS s ON s.article = a.nr JOIN vectors AS v ON v.key = s.key
         WHERE a.id = @id ORDER BY s.position`,
        { id },
      );
      return rows.map(({ start, end, vector }) => ({ start, end, vector: vectorIn(vector) }));
    },
    missingNext: (stamp: EmbeddingStamp) => missing(connections, stamp),
    saveNext: (stamp: EmbeddingStamp, vectors: readonly KeyedVector[]): Promise<void> =>
      connections.transaction(async (queries) => {
        await beginChange(queries);
        const name = nameOf(stamp);
        if (!(await isNext(queries, stamp))) {
          await queries.run('DELETE FROM next_vectors');
          await queries.run('UPDATE state SET next = @name', { name });
        }
        const odd = vectors.find(({ vector }) => vector.length !== stamp.dimensions);
        if (odd) throw new Error(`a vector of ${odd.vector.length} numbers does not fit ${name}`);
        // A sentence that is no more has no vector.
        await queries.run(
          `INSERT INTO next_vectors (key, vector)
           SELECT row.key, row.vector FROM unnest(@keys::bigint[], @vectors::bytea[]) AS row (key, vector)
           JOIN sentences AS s ON s.key = row.key
           ON CONFLICT (key) DO UPDATE SET vector = excluded.vector`,
          { keys: vectors.map(({ key }) => key), vectors: vectors.map(({ vector }) => blobOf(vector)) },
        );
      }, 'bulk'),
    switchToNext: (stamp: EmbeddingStamp): Promise<boolean> =>
      connections.transaction(async (queries) => {
        await beginChange(queries);
        if (!(await isNext(queries, stamp)) || (await missing(queries, stamp)).length > 0) return false;
        const { provider, model, dimensions } = stamp;
        await queries.run('DELETE FROM vectors');
        await queries.run('INSERT INTO vectors (key, vector) SELECT key, vector FROM next_vectors');
        await queries.run('DELETE FROM next_vectors');
        await queries.run(
          'UPDATE state SET provider = @provider, model = @model, dimensions = @dimensions, next = NULL',
          { provider, model, dimensions },
        );
        await moveRevision(queries);
        return true;
      }, 'bulk'),
  };
}
