import type { Database } from 'better-sqlite3';
import type { Span } from '../../text/span.ts';
import { stampIn, vectorIn } from '../rows/blob.ts';
import type { EmbeddingStamp, SentenceVector } from '../ports.ts';

/** The stored vectors and what made them. */
export function createVectors({ db }: { readonly db: Database }) {
  type Row = { readonly key: number; readonly vector: unknown };
  const selectStamp = db.prepare('SELECT provider, model, dimensions FROM state WHERE provider IS NOT NULL');
  const updateStamp = db.prepare(
    'UPDATE state SET provider = @provider, model = @model, dimensions = @dimensions, revision = revision + 1',
  );
  const dropVectors = db.prepare('DELETE FROM vectors');
  const forgetHashes = db.prepare("UPDATE articles SET hash = ''");
  const selectKeys = db.prepare<[string], Row>(
    'SELECT v.key, v.vector FROM json_each(?) AS k CROSS JOIN vectors AS v ON v.key = k.value',
  );

  const selectArticle = db.prepare<[string], Span & { readonly vector: unknown }>(
    `SELECT s.start_at AS start, s.end_at AS end, v.vector
     FROM articles AS a JOIN sentences AS s ON s.article = a.nr JOIN vectors AS v ON v.key = s.key
     WHERE a.id = ? ORDER BY s.position`,
  );

  function embeddingStamp(): EmbeddingStamp | null {
    const row = selectStamp.get();
    return row === undefined ? null : stampIn.parse(row);
  }

  const setStamp = db.transaction(({ provider, model, dimensions }: EmbeddingStamp) => {
    const old = embeddingStamp();
    if (old?.provider === provider && old.model === model && old.dimensions === dimensions) return;
    if (old) {
      dropVectors.run();
      forgetHashes.run();
    }
    updateStamp.run({ provider, model, dimensions });
  });

  return {
    embeddingStamp,
    setEmbeddingStamp: (stamp: EmbeddingStamp): void => setStamp.immediate(stamp),
    vectorsOf: (keys: readonly number[]): ReadonlyMap<number, Float32Array> =>
      new Map(selectKeys.all(JSON.stringify(keys)).map(({ key, vector }) => [key, vectorIn(vector)])),
    articleVectors: (id: string): readonly SentenceVector[] =>
      selectArticle.all(id).map(({ start, end, vector }) => ({ start, end, vector: vectorIn(vector) })),
  };
}
