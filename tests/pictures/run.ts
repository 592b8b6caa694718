import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { PICTURES, readmePictures } from './readme-pictures.ts';

// `npm run pictures`: draws the README's pictures anew from the collection that comes with Parley.
const dir = mkdtempSync(path.join(tmpdir(), 'parley-'));
const app = await createApp(readConfig({ DATA_DIR: dir }), { info: () => undefined, warn: () => undefined });
try {
  await app.ingest([]);
  mkdirSync(PICTURES, { recursive: true });
  for (const [name, svg] of await readmePictures(app)) writeFileSync(path.join(PICTURES, name), svg);
} finally {
  await app.close();
  rmSync(dir, { recursive: true, force: true });
}
