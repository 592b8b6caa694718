import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { temporaryFolder } from '../support/folders.ts';
import { PICTURES, readmePictures } from './readme-pictures.ts';

let app: App;
beforeAll(async () => {
  const quiet = { info: () => undefined, warn: () => undefined };
  app = await createApp(readConfig({ DATA_DIR: temporaryFolder() }), quiet);
  await app.ingest([]);
});
afterAll(() => app.close());

it('the README’s pictures are what `npm run pictures` makes of the collection', async () => {
  const pictures = await readmePictures(app);
  expect(pictures.size).toBe(4);
  for (const [name, svg] of pictures) expect(readFileSync(path.join(PICTURES, name), 'utf8'), name).toBe(svg);
});
