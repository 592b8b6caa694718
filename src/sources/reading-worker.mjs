// @ts-check
// The thread that reads what libraries read. Plain JavaScript that registers the compiler: a worker has none.
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

if (!parentPort) throw new Error('reading-worker.mjs runs as a worker thread');
const port = parentPort;
register();
const reading = import('./read-draft.ts');

/** @param {import('./draft.ts').SourceInput} input */
async function answer(input) {
  const { readDraft } = await reading;
  try {
    port.postMessage({ draft: await readDraft(input) });
  } catch (error) {
    port.postMessage({ refused: error instanceof Error ? error.message : String(error) });
  }
}

port.on('message', (input) => void answer(input));
