import type { Database } from 'better-sqlite3';
import type { EmbeddingStamp, KeyedVector } from '../ports.ts';
import { blobOf } from '../rows/blob.ts';

const nameOf = ({ provider, model, dimensions }: EmbeddingStamp): string =>
  JSON.stringify([provider, model, dimensions]);

/** Vectors of another model, kept beside the store's own until there is one for every sentence. */
export function createNextVectors({ db }: { readonly db: Database }) {
  const selectNext = db.prepare<[], { next: string | null }>('SELECT next FROM state');
  const updateNext = db.prepare<[string | null]>('UPDATE state SET next = ?');
  const clear = db.prepare('DELETE FROM next_vectors');
  // A sentence that is no more has no vector.
  const upsert = db.prepare<[Buffer, number]>(
    'INSERT OR REPLACE INTO next_vectors (key, vector) SELECT key, ? FROM sentences WHERE key = ?',
  );
  const selectMissing = db.prepare<[], { key: number }>(
    'SELECT key FROM sentences WHERE key NOT IN (SELECT key FROM next_vectors) ORDER BY key',
  );
  const selectAll = db.prepare<[], { key: number }>('SELECT key FROM sentences ORDER BY key');
  const dropVectors = db.prepare('DELETE FROM vectors');
  const takeOver = db.prepare('INSERT INTO vectors (key, vector) SELECT key, vector FROM next_vectors');
  const updateStamp = db.prepare(
    `UPDATE state SET provider = @provider, model = @model, dimensions = @dimensions, next = NULL,
       revision = revision + 1`,
  );

  const isNext = (stamp: EmbeddingStamp): boolean => selectNext.get()?.next === nameOf(stamp);
  const missingNext = (stamp: EmbeddingStamp): readonly number[] =>
    (isNext(stamp) ? selectMissing : selectAll).all().map(({ key }) => key);

  const saveNext = db.transaction((stamp: EmbeddingStamp, vectors: readonly KeyedVector[]): void => {
    if (!isNext(stamp)) {
      clear.run();
      updateNext.run(nameOf(stamp));
    }
    for (const { key, vector } of vectors) {
      if (vector.length !== stamp.dimensions)
        throw new Error(`a vector of ${vector.length} numbers does not fit ${nameOf(stamp)}`);
      upsert.run(blobOf(vector), key);
    }
  });

  const switchToNext = db.transaction((stamp: EmbeddingStamp): boolean => {
    if (!isNext(stamp) || selectMissing.get() !== undefined) return false;
    dropVectors.run();
    takeOver.run();
    clear.run();
    const { provider, model, dimensions } = stamp;
    updateStamp.run({ provider, model, dimensions });
    return true;
  });

  return {
    missingNext,
    saveNext: (stamp: EmbeddingStamp, vectors: readonly KeyedVector[]): void =>
      saveNext.immediate(stamp, vectors),
    switchToNext: (stamp: EmbeddingStamp): boolean => switchToNext.immediate(stamp),
  };
}
