// @ts-check
// The thread that reads what libraries read. Plain JavaScript that registers the compiler where there is TypeScript beside it:
// a worker has none, and what is built needs none.
import { existsSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

if (!parentPort) throw new Error('reading-worker.mjs runs as a worker thread');
const port = parentPort;
if (existsSync(new URL('./read-draft.ts', import.meta.url))) (await import('tsx/esm/api')).register();
const reading = import('./read-draft.ts');

/** @param {import('./read-apart.ts').ApartRequest} request */
async function answer({ as, input }) {
  const { readDraft } = await reading;
  try {
    if (as === 'draft') return port.postMessage({ draft: await readDraft(input) });
    const { readFeed } = await import('./feed/read-feed.ts');
    port.postMessage({ feed: readFeed(input) });
  } catch (error) {
    port.postMessage({ refused: error instanceof Error ? error.message : String(error) });
  }
}

port.on('message', (request) => void answer(request));
