import type { App } from '../app.ts';
import { clean } from './clean.ts';
import type { Terminal } from './command-context.ts';
import { createProgress } from './progress.ts';

/** Where there is nothing in the store yet, reads the collection and says so. */
export async function ingestFirst(app: App, terminal: Terminal, signal: AbortSignal): Promise<void> {
  if ((await app.sources()).length > 0) return;
  terminal.err('No articles in the store yet: reading the collection first.\n');
  const progress = createProgress(terminal);
  try {
    const { results } = await app.ingest([], { signal, onProgress: progress.onProgress });
    for (const { reason } of results) if (reason) terminal.err(`${clean(reason)}\n`);
  } finally {
    progress.done();
  }
}
