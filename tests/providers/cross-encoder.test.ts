import path from 'node:path';
import { tmpdir } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { PackagedEmbeddings } from '../../src/providers/embeddings/packaged.ts';
import { openCrossEncoder } from '../../src/providers/rerank/cross-encoder.ts';
import { startScoringProcess, type CrossEncoderOptions } from '../../src/providers/rerank/scoring-process.ts';
import { temporaryFolder } from '../support/folders.ts';
import { startHubDouble } from '../support/models/hub-double.ts';
import { needsTransformers } from '../support/models/needs-transformers.ts';
import { tinyCrossEncoder, tinyModel, writeModel } from '../support/models/tiny-model.ts';

const MODEL = 'tests/tiny-pairs';
const OPTIONS: CrossEncoderOptions = {
  model: MODEL,
  modelsDir: null,
  downloadsDir: path.join(tmpdir(), 'parley-no-downloads'),
  hub: null,
};
const TEXTS = ['none', '1 of 2', 'in 2022'];

type Start = typeof startScoringProcess;

/** Closed when the test ends. */
function open(options: CrossEncoderOptions, withinMs = 60_000, start?: Start) {
  const model = openCrossEncoder(options, withinMs, start);
  onTestFinished(() => model.close());
  return model;
}

/** One that scores as it is told. */
const scripted =
  (score: (texts: readonly string[]) => Promise<number[]>): Start =>
  () => ({
    loaded: Promise.resolve(),
    ended: new Promise(() => undefined),
    score: (_, texts) => score(texts),
    end: async () => undefined,
  });

/** A folder of models with the cross-encoder in it. */
function withModel(files = tinyCrossEncoder()): CrossEncoderOptions {
  const modelsDir = temporaryFolder();
  writeModel(modelsDir, MODEL, files);
  return { ...OPTIONS, modelsDir };
}

it('says how the package is installed where it is not', async () => {
  const model = open(OPTIONS, 60_000, (options) => startScoringProcess(options, '@huggingface/none'));
  const told = /^RERANK=transformers:… needs @huggingface\/transformers.*npm install --save-prod/;
  await expect(model.score('what?', TEXTS)).rejects.toThrow(told);
  await expect(model.score('what?', TEXTS)).rejects.toThrow(UserError);
});

describe('a process that fails', () => {
  it('is waited for no longer than so long', async () => {
    const model = open(
      OPTIONS,
      20,
      scripted(() => new Promise(() => undefined)),
    );
    await expect(model.score('what?', TEXTS)).rejects.toThrow(
      'The model transformers:tests/tiny-pairs gave no numbers within 0.02 s.',
    );
  });

  it('is not waited for any more when the question is given up, which is no failure of it', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const model = open(
      OPTIONS,
      60_000,
      scripted(async (texts) => {
        if (!stop.signal.aborted) {
          stop.abort(reason);
          await new Promise(() => undefined);
        }
        return texts.map(() => 1);
      }),
    );
    await expect(model.score('what?', TEXTS, stop.signal)).rejects.toBe(reason);
    expect(await model.score('what?', TEXTS)).toEqual([1, 1, 1]);
  });

  it('is left alone after five failures in a row', async () => {
    let asked = 0;
    const model = open(
      OPTIONS,
      60_000,
      scripted(() => {
        asked++;
        return Promise.reject(new UserError('no'));
      }),
    );
    for (let i = 0; i < 5; i++) await expect(model.score('what?', TEXTS)).rejects.toThrow('no');
    await expect(model.score('what?', TEXTS)).rejects.toThrow(/failed several times and is left alone/);
    expect(asked).toBe(5);
  });

  it('gives too few numbers', async () => {
    const model = open(
      OPTIONS,
      60_000,
      scripted(async () => [1]),
    );
    await expect(model.score('what?', TEXTS)).rejects.toThrow(/gave 1 numbers for 3 texts/);
  });

  it('gets a few pairs at once, all in their order', async () => {
    const asked: number[] = [];
    const model = open(
      OPTIONS,
      60_000,
      scripted(async (texts) => {
        asked.push(texts.length);
        return texts.map(Number);
      }),
    );
    const texts = Array.from({ length: 20 }, (_, i) => String(i));
    expect(await model.score('what?', texts)).toEqual(texts.map(Number));
    expect(Math.max(...asked)).toBeLessThanOrEqual(8);
  });
});

const { skip, title } = needsTransformers('a cross-encoder');
describe.skipIf(skip)(title, () => {
  it('reads question and text together, whatever else stands in the batch', async () => {
    const model = open(withModel());
    expect(model.name).toBe('transformers:tests/tiny-pairs');
    expect(await model.score('what? when?', TEXTS)).toEqual([0, 4, 8]);
    expect(await model.score('9 of 9?', ['2', 'a '.repeat(400), '3 4'])).toEqual([1, 0, 2]);
    expect(await model.score('what', TEXTS)).toEqual([0, 0, 0]);
    expect(await model.score('what?', [])).toEqual([]);
  });

  it('runs beside the packaged encoder, which has another ONNX Runtime', async () => {
    const packaged = new PackagedEmbeddings();
    onTestFinished(() => packaged.close());
    const before = await packaged.embedQuestion('talks');
    expect(await open(withModel()).score('what?', TEXTS)).toEqual([0, 2, 4]);
    expect(await packaged.embedQuestion('talks')).toEqual(before);
  });

  it('is downloaded once, into the folder for it', async () => {
    const hub = await startHubDouble(MODEL, tinyCrossEncoder());
    onTestFinished(() => hub.close());
    const fresh = { ...OPTIONS, hub: hub.url, downloadsDir: path.join(temporaryFolder(), 'models') };
    expect(await open(fresh).score('what?', TEXTS)).toEqual([0, 2, 4]);
    const asked = hub.requests.length;
    expect(hub.requests).toContain(`/${MODEL}/resolve/main/onnx/model.onnx`);
    expect(await open(fresh).score('what?', TEXTS)).toEqual([0, 2, 4]);
    expect(hub.requests).toHaveLength(asked);
  });

  it('says in a sentence what is wrong with a model', async () => {
    await expect(open({ ...withModel(), model: 'tests/none' }).score('what?', TEXTS)).rejects.toThrow(
      /^The model tests\/none could not be loaded from \S+ \(.*not found locally.*\); check RERANK\.$/,
    );
    await expect(open(withModel(tinyModel())).score('what?', TEXTS)).rejects.toThrow(
      /^The model transformers:tests\/tiny-pairs gave no numbers \(.+\); check RERANK\.$/,
    );
  });

  it('starts anew after its process was killed', async () => {
    const started: ReturnType<Start>[] = [];
    const model = open(withModel(), 60_000, (options) => {
      const one = startScoringProcess(options);
      started.push(one);
      return one;
    });
    expect(await model.score('what?', TEXTS)).toEqual([0, 2, 4]);
    await started[0]?.end();
    expect(await model.score('what?', TEXTS)).toEqual([0, 2, 4]);
    expect(started).toHaveLength(2);
    await model.close();
    await expect(model.score('what?', TEXTS)).rejects.toThrow('closed');
  });
});
