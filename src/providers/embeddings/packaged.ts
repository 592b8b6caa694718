import { createRequire } from 'node:module';
import { Embeddings } from '@langchain/core/embeddings';
import type { EmbeddingStamp } from '../../store/ports.ts';
import { turns } from '../../take-turns.ts';
import { createWorkerQueue } from './worker-queue.ts';

const load: (name: string) => unknown = createRequire(import.meta.url);

/** Sentences a batch: beyond 16 the model gets no faster, and a question would wait longer for its turn. */
const BATCH_SENTENCES = 16;
/** Sentences that are sorted by length before they are batched, so that little is computed for padding. */
const SORTED_SENTENCES = 8 * BATCH_SENTENCES;
/** The encoder was made for sentences and its time grows with the square of the length: what is longer is cut. */
const MAX_CHARACTERS = 600;

/**
 * The Universal Sentence Encoder lite (Cer et al. 2018; 512 dimensions, unit length) as it comes inside npm packages:
 * nothing is downloaded. It runs in a worker thread that starts with the object; `close` ends it.
 */
export class PackagedEmbeddings extends Embeddings {
  readonly stamp: EmbeddingStamp = {
    provider: 'packaged',
    model: 'universal-sentence-encoder-lite',
    dimensions: 512,
  };
  readonly #queue = createWorkerQueue(new URL('./packaged-worker.mjs', import.meta.url));

  constructor() {
    super({});
  }

  /** The vector of a question; goes before every batch that waits. Rejects with the signal's reason when aborted. */
  override async embedQuery(text: string, signal?: AbortSignal): Promise<number[]> {
    return Array.from(await this.embedQuestion(text, signal));
  }

  override async embedDocuments(texts: string[], signal?: AbortSignal): Promise<number[][]> {
    const vectors: number[][] = [];
    for await (const batch of this.embedBatches(texts, signal)) {
      for (const vector of batch) vectors.push(Array.from(vector));
    }
    return vectors;
  }

  /** As `embedQuery`, without the copy. */
  async embedQuestion(text: string, signal?: AbortSignal): Promise<Float32Array> {
    const [vector] = await this.#queue.run([prepare(text)], true, signal);
    if (!vector) throw new Error('the embedding thread returned no vector for a text');
    return vector;
  }

  /** The vectors of `texts` in order, some at a time, so that progress shows and others get their turn. */
  async *embedBatches(texts: readonly string[], signal?: AbortSignal): AsyncGenerator<Float32Array[]> {
    const giveWay = turns.createGiveWay();
    for (let from = 0; from < texts.length; from += SORTED_SENTENCES) {
      const some = texts
        .slice(from, from + SORTED_SENTENCES)
        .map((text, place) => ({ text: prepare(text), place }));
      some.sort((a, b) => a.text.length - b.text.length);
      const placed: { place: number; vector: Float32Array }[] = [];
      for (let at = 0; at < some.length; at += BATCH_SENTENCES) {
        const batch = some.slice(at, at + BATCH_SENTENCES);
        await giveWay();
        const vectors = await this.#queue.run(
          batch.map(({ text }) => text),
          false,
          signal,
        );
        if (vectors.length !== batch.length)
          throw new Error(`the embedding thread gave ${vectors.length} vectors for ${batch.length} texts`);
        placed.push(...vectors.map((vector, index) => ({ place: batch[index]?.place ?? 0, vector })));
      }
      yield placed.toSorted((a, b) => a.place - b.place).map(({ vector }) => vector);
    }
  }

  async close(): Promise<void> {
    keepLibrary();
    await this.#queue.close();
  }
}

/**
 * Loads ONNX Runtime in this thread, too. With the last thread that has it the library goes, and no later one of the process can
 * load it again ("did not self-register"): they would embed ten times slower, by TensorFlow.js.
 */
function keepLibrary(): void {
  try {
    load('onnxruntime-node');
  } catch {
    // Left out at install, or not made for this machine: TensorFlow.js embeds.
  }
}

/** The model refuses an empty text: a space has a vector that is near to nothing. */
function prepare(text: string): string {
  return text.slice(0, MAX_CHARACTERS) || ' ';
}
