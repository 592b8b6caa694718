import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { EmbeddingStamp } from '../../store/ports.ts';

/**
 * What moves the vector of a question towards those of the sentences that answer it: `q' = q + Bᵀ tanh(Aq + a) + c`, scaled
 * to unit length. A low-rank adapter (Houlsby et al. 2019) behind an encoder that stays as it is; the sentences' vectors
 * stay too.
 */
export interface HeadWeights {
  /** What made the vectors that it was learned on: it means nothing to those of others. */
  readonly stamp: EmbeddingStamp;
  /** Rows of A and of B. */
  readonly rank: number;
  /** A: `rank` rows of `stamp.dimensions` numbers. */
  readonly down: Float32Array;
  /** a: `rank` numbers. */
  readonly bias: Float32Array;
  /** B: as A. */
  readonly up: Float32Array;
  /** c: `stamp.dimensions` numbers. */
  readonly shift: Float32Array;
}

/** Gives a new vector of the same length, which is compared with the sentences' as the old one was: by cosine. */
export type QuestionHead = (vector: Float32Array) => Float32Array;

const File = z.object({
  format: z.literal(1),
  stamp: z.object({ provider: z.string(), model: z.string(), dimensions: z.number().int().positive() }),
  rank: z.number().int().positive(),
  bias: z.array(z.number()),
  /** The value of one unit of each row of `rows`. */
  units: z.array(z.number().positive()),
  /** The rows of A, of B, and c: signed bytes as base64. */
  rows: z.base64(),
});
export type HeadFile = z.infer<typeof File>;

const FILE = new URL('./question-head.json', import.meta.url);

/** Checks and unpacks what training wrote. @throws when it is not of this form, or its parts do not fit each other */
export function readHead(file: unknown): HeadWeights {
  const { stamp, rank, bias, units, rows } = File.parse(file);
  const { dimensions } = stamp;
  const bytes = new Int8Array(Buffer.from(rows, 'base64'));
  if (bias.length !== rank || units.length !== 2 * rank + 1 || bytes.length !== units.length * dimensions)
    throw new Error(
      `question-head.json has ${bias.length} biases, ${units.length} units and ${bytes.length} numbers where rank ${rank} with ${dimensions} dimensions was wanted; run npm run train:head`,
    );
  const values = Float32Array.from(bytes, (byte, i) => byte * (units[Math.floor(i / dimensions)] ?? 0));
  const size = rank * dimensions;
  return {
    stamp,
    rank,
    bias: Float32Array.from(bias),
    down: values.slice(0, size),
    up: values.slice(size, 2 * size),
    shift: values.slice(2 * size),
  };
}

/** The weights that come with Parley, for the packaged embeddings. */
export function loadHead(): HeadWeights {
  return readHead(JSON.parse(readFileSync(FILE, 'utf8')));
}

/** @throws when it is given a vector of another length than the weights have */
export function createQuestionHead({ stamp, rank, down, bias, up, shift }: HeadWeights): QuestionHead {
  const { dimensions } = stamp;
  return (vector) => {
    if (vector.length !== dimensions)
      throw new Error(`the question head takes ${dimensions} numbers, not ${vector.length}`);
    const moved = vector.map((value, i) => value + (shift[i] ?? 0));
    for (let row = 0; row < rank; row++) {
      let sum = bias[row] ?? 0;
      for (let i = 0; i < dimensions; i++) sum += (vector[i] ?? 0) * (down[row * dimensions + i] ?? 0);
      const strength = Math.tanh(sum);
      for (let i = 0; i < dimensions; i++)
        moved[i] = (moved[i] ?? 0) + strength * (up[row * dimensions + i] ?? 0);
    }
    const length = Math.hypot(...moved) || 1;
    return moved.map((value) => value / length);
  };
}
