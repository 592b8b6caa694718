import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Span } from '../../text/span.ts';
import type { EmbeddingStamp, SentenceVector } from '../ports.ts';

/** The numbers as they lie in memory (of four bytes, little-endian on every platform Node runs on). */
export function blobOf(vector: Float32Array | Uint32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

const blob = z
  .instanceof(Buffer)
  .refine(
    (bytes) => bytes.byteLength % Float32Array.BYTES_PER_ELEMENT === 0,
    'not a list of numbers of four bytes',
  );

/** Copied: a view must start at a multiple of four, and the driver's buffers need not. */
function bytesOf(stored: unknown): ArrayBufferLike {
  const bytes = blob.parse(stored);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

const vectorOf = (stored: unknown): Float32Array => new Float32Array(bytesOf(stored));

/** What `blobOf` made of a signature; throws `ZodError` for what it did not make. */
export const signatureIn = (stored: unknown): Uint32Array => new Uint32Array(bytesOf(stored));

const stampRow = z.object({ provider: z.string(), model: z.string(), dimensions: z.int().positive() });

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
    return row === undefined ? null : stampRow.parse(row);
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
      new Map(selectKeys.all(JSON.stringify(keys)).map(({ key, vector }) => [key, vectorOf(vector)])),
    articleVectors: (id: string): readonly SentenceVector[] =>
      selectArticle.all(id).map(({ start, end, vector }) => ({ start, end, vector: vectorOf(vector) })),
  };
}
