import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { temporaryFolder } from '../support/folders.ts';
import { PICTURES, readmePictures } from './readme-pictures.ts';

it('the README’s pictures are what `npm run pictures` makes of the collection', async () => {
  const quiet = { info: () => undefined, warn: () => undefined };
  const app = await createApp(readConfig({ DATA_DIR: temporaryFolder() }), quiet);
  onTestFinished(() => app.close());
  await app.ingest([]);
  const pictures = await readmePictures(app);
  expect(pictures.size).toBe(4);
  for (const [name, svg] of pictures) expect(readFileSync(path.join(PICTURES, name), 'utf8'), name).toBe(svg);
});
