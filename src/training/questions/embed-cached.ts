import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { EmbeddingModel } from '../../providers/embeddings/embedding-model.ts';

/** Texts between two writes: what an interrupted run loses at most. */
const CHUNK_TEXTS = 512;

const Text = z.string();

interface Cache {
  readonly vectors: Map<string, Float32Array>;
  add(texts: readonly string[], vectors: readonly Float32Array[]): void;
}

/** `texts.jsonl` holds a text a line, `vectors.bin` their vectors in the same order: float32, one after another. */
function openCache(folder: string, dimensions: number): Cache {
  mkdirSync(folder, { recursive: true });
  const textFile = path.join(folder, 'texts.jsonl');
  const vectorFile = path.join(folder, 'vectors.bin');
  const lines = existsSync(textFile) ? readFileSync(textFile, 'utf8').split('\n').slice(0, -1) : [];
  const bytes = existsSync(vectorFile) ? readFileSync(vectorFile) : Buffer.alloc(0);
  // A run that was stopped between the two writes has more vectors than texts: they are written again.
  const length = dimensions * Float32Array.BYTES_PER_ELEMENT;
  if (bytes.length > lines.length * length) truncateSync(vectorFile, lines.length * length);
  const vectors = new Map<string, Float32Array>();
  lines.forEach((line, i) => {
    const own = new Uint8Array(bytes.subarray(i * length, (i + 1) * length));
    vectors.set(Text.parse(JSON.parse(line)), new Float32Array(own.buffer));
  });
  return {
    vectors,
    add(texts, added) {
      appendFileSync(vectorFile, Buffer.concat(added.map((vector) => Buffer.from(vector.buffer))));
      appendFileSync(textFile, texts.map((text) => `${JSON.stringify(text)}\n`).join(''));
      texts.forEach((text, i) => {
        const vector = added[i];
        if (vector) vectors.set(text, vector);
      });
    },
  };
}

/**
 * The vectors of `texts`, by text; those that `folder` holds are read from it, the others are made and kept there.
 *
 * @param folder belongs to one model only
 */
export async function embedCached(
  model: Pick<EmbeddingModel, 'stamp' | 'embedBatches'>,
  folder: string,
  texts: readonly string[],
  print: (line: string) => void,
): Promise<ReadonlyMap<string, Float32Array>> {
  const cache = openCache(folder, model.stamp.dimensions);
  // Texts of one length in one batch: the model pads all to the longest.
  const missing = [...new Set(texts)]
    .filter((text) => !cache.vectors.has(text))
    .toSorted((a, b) => a.length - b.length);
  for (let from = 0; from < missing.length; from += CHUNK_TEXTS) {
    const chunk = missing.slice(from, from + CHUNK_TEXTS);
    const vectors: Float32Array[] = [];
    for await (const batch of model.embedBatches(chunk)) vectors.push(...batch);
    cache.add(chunk, vectors);
    print(`${Math.min(from + CHUNK_TEXTS, missing.length)} of ${missing.length} texts embedded`);
  }
  return cache.vectors;
}
