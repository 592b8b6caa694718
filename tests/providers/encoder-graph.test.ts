import path from 'node:path';
import { writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { encoderGraph } from '../../src/providers/embeddings/encoder-graph.mjs';

describe('encoderGraph', () => {
  it('refuses another model by a sentence', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'parley-'));
    await writeFile(path.join(folder, 'model.json'), JSON.stringify({ weightsManifest: [] }));
    await expect(encoderGraph(folder)).rejects.toThrow(
      /the packaged encoder has no weights called Embeddings_en/,
    );
  });
});
