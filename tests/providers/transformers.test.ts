import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddingOptions } from '../../src/providers/embeddings/embedding-model.ts';
import { openEmbeddings } from '../../src/providers/embeddings/open-embeddings.ts';
import { transformersEmbed } from '../../src/providers/embeddings/transformers-embed.ts';
import { embeddingsContract } from '../contracts/embeddings.ts';
import { needsTransformers } from '../support/models/needs-transformers.ts';
import { temporaryFolder } from '../support/folders.ts';
import { startHubDouble, type HubDouble } from '../support/models/hub-double.ts';
import { tinyModel, writeModel } from '../support/models/tiny-model.ts';

const MODEL = 'tests/tiny';
const OPTIONS: EmbeddingOptions = {
  provider: 'transformers',
  model: MODEL,
  baseUrl: null,
  apiKey: null,
  modelsDir: null,
  downloadsDir: path.join(tmpdir(), 'parley-no-downloads'),
  hub: null,
};

it('says how the package is installed where it is not', async () => {
  const missing = '@huggingface/no-such-package';
  await expect(transformersEmbed(OPTIONS, () => import(missing))).rejects.toThrow(
    /needs @huggingface\/transformers.*npm install --save-prod --ignore-scripts @huggingface\/transformers@3/,
  );
});

const { skip, title } = needsTransformers('transformers');

describe.skipIf(skip)(title, () => {
  let hub: HubDouble;
  let downloads: string;
  beforeAll(async () => {
    hub = await startHubDouble(MODEL, tinyModel());
    downloads = mkdtempSync(path.join(tmpdir(), 'parley-'));
  });
  afterAll(async () => {
    await hub.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  embeddingsContract('transformers', () =>
    openEmbeddings({ ...OPTIONS, hub: hub.url, downloadsDir: downloads }, null),
  );

  it('downloads a model once, into the folder for it', async () => {
    const fresh = { ...OPTIONS, hub: hub.url, downloadsDir: path.join(temporaryFolder(), 'models') };
    const before = hub.requests.length;
    const first = await openEmbeddings(fresh, null);
    expect(first.stamp).toEqual({ provider: 'transformers', model: MODEL, dimensions: 16 });
    const asked = hub.requests.slice(before);
    expect(asked).toContain(`/${MODEL}/resolve/main/onnx/model.onnx`);
    expect(new Set(asked).size).toBe(asked.length);
    for (const file of tinyModel().keys())
      expect(existsSync(path.join(fresh.downloadsDir, MODEL, file)), file).toBe(true);
    expect(existsSync(path.join(fresh.downloadsDir, 'incoming'))).toBe(false);
    const again = await openEmbeddings(fresh, null);
    expect(hub.requests).toHaveLength(before + asked.length);
    expect(await again.embedQuestion('talks')).toEqual(await first.embedQuestion('talks'));
  });

  it('begins a download that was broken off anew', async () => {
    const fresh = { ...OPTIONS, hub: hub.url, downloadsDir: temporaryFolder() };
    writeModel(
      path.join(fresh.downloadsDir, 'incoming'),
      MODEL,
      new Map([['onnx/model.onnx', Buffer.from('half')]]),
    );
    expect((await openEmbeddings(fresh, null)).stamp.dimensions).toBe(16);
  });

  it('takes a model from the folder that is set, and asks no hub', async () => {
    const modelsDir = temporaryFolder();
    writeModel(modelsDir, MODEL, tinyModel());
    const before = hub.requests.length;
    const model = await openEmbeddings({ ...OPTIONS, modelsDir, hub: hub.url }, null);
    expect(model.stamp.dimensions).toBe(16);
    const none = openEmbeddings({ ...OPTIONS, modelsDir, hub: hub.url, model: 'tests/none' }, null);
    await expect(none).rejects.toThrow(
      new RegExp(
        `^The model tests/none could not be loaded from ${modelsDir} \\(.*not found locally.*\\); check`,
      ),
    );
    expect(hub.requests).toHaveLength(before);
  });

  it('says in a sentence that the hub has no such model, or cannot be reached', async () => {
    const fresh = { ...OPTIONS, hub: hub.url, downloadsDir: temporaryFolder() };
    await expect(openEmbeddings({ ...fresh, model: 'tests/none' }, null)).rejects.toThrow(
      /^The model tests\/none could not be loaded from http:\S+ \(Could not locate file: "[^\n]+"\); check EMBEDDINGS\.$/,
    );
    const gone = await startHubDouble(MODEL, tinyModel());
    await gone.close();
    await expect(openEmbeddings({ ...fresh, hub: gone.url }, null)).rejects.toThrow(
      /^The model tests\/tiny could not be loaded from http:\S+ \(fetch failed: [^\n]*ECONNREFUSED[^\n]*\); check EMBEDDINGS\.$/,
    );
  });
});
