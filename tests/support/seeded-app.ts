import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';

/** The real app over the collection that comes with Parley, read into a folder of its own; close it at the end. */
export async function openSeededApp(): Promise<App> {
  const dir = await mkdtemp(path.join(tmpdir(), 'parley-'));
  const app = await createApp(readConfig({ DATA_DIR: dir }), {
    info: () => undefined,
    warn: () => undefined,
  });
  await app.ingest([]);
  return {
    ...app,
    async close() {
      await app.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
