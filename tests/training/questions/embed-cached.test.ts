import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { embedCached } from '../../../src/training/questions/embed-cached.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parley-vectors-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Vectors that tell a text by its length and first letter, and what was embedded. */
function counting() {
  const embedded: string[] = [];
  return {
    embedded,
    stamp: { provider: 'own', model: 'letters', dimensions: 2 },
    async *embedBatches(texts: readonly string[]) {
      embedded.push(...texts);
      yield texts.map((text) => Float32Array.from([text.length, text.charCodeAt(0)]));
    },
  };
}
const silent = (): void => undefined;

it('embeds each text once, also over runs, and gives it its own vector', async () => {
  const model = counting();
  await embedCached(model, folder, ['long text', 'ä', 'long text'], silent);
  const vectors = await embedCached(model, folder, ['new\nline', 'ä'], silent);
  expect(model.embedded).toEqual(['ä', 'long text', 'new\nline']);
  expect(vectors.get('ä')).toEqual(Float32Array.from([1, 228]));
  expect(vectors.get('long text')).toEqual(Float32Array.from([9, 108]));
  expect(vectors.get('new\nline')).toEqual(Float32Array.from([8, 110]));
});

it('goes on where a run was stopped between vectors and texts', async () => {
  await embedCached(counting(), folder, ['one'], silent);
  appendFileSync(path.join(folder, 'vectors.bin'), Buffer.alloc(8));
  await embedCached(counting(), folder, ['three'], silent);
  const vectors = await embedCached(counting(), folder, [], silent);
  expect(vectors.get('three')).toEqual(Float32Array.from([5, 116]));
});
