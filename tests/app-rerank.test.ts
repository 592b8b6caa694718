import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createApp, type App } from '../src/app.ts';
import { checkReranker } from '../src/app/doctor/check-reranker.ts';
import { readConfig } from '../src/config.ts';
import { temporaryFolder } from './support/folders.ts';
import { startModelServer, type Behaviour, type ModelServer } from './support/models/model-server.ts';
import { needsTransformers } from './support/models/needs-transformers.ts';
import { tinyCrossEncoder, writeModel } from './support/models/tiny-model.ts';
import { WIRE_FORMATS } from './support/models/wire-formats.ts';

const QUESTION = 'What did the US say about missiles?';
const { signal } = new AbortController();
const dir = mkdtempSync(path.join(tmpdir(), 'parley-'));
let plain: Awaited<ReturnType<App['ask']>>;
let server: ModelServer;

/** An app over the articles that come with Parley, closed when the test ends, and what it said. */
async function open(settings: Record<string, string>): Promise<{ app: App; said: string[] }> {
  const said: string[] = [];
  const log = { info: () => undefined, warn: (line: string) => said.push(line) };
  const app = await createApp(readConfig({ DATA_DIR: dir, ...settings }), log);
  onTestFinished(() => app.close());
  return { app, said };
}

beforeAll(async () => {
  server = await startModelServer(WIRE_FORMATS.openai);
  const app = await createApp(readConfig({ DATA_DIR: dir }), {
    info: () => undefined,
    warn: () => undefined,
  });
  await app.ingest([]);
  plain = await app.ask(QUESTION);
  await app.close();
});
afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

const quotesOf = ({ evidence }: Pick<Awaited<ReturnType<App['ask']>>, 'evidence'>): string[] =>
  evidence.map(({ text }) => text);

const grades = (of: (n: number) => number): Behaviour => ({
  kind: 'text',
  text: JSON.stringify({
    grades: Object.fromEntries(Array.from({ length: 30 }, (_, i) => [i + 1, of(i)])),
  }),
});

const llm = (): Record<string, string> => ({ RERANK: 'llm', LLM: 'openai:m', LLM_BASE_URL: server.url });

describe('a language model that grades', () => {
  it('changes the order, asked once, and neither words nor whose', async () => {
    server.behave(grades((n) => (n === 2 ? 10 : 0)));
    const { app, said } = await open(llm());
    const before = server.requests.length;
    const anew = await app.ask(QUESTION);
    expect(quotesOf(anew)[0]).not.toBe(quotesOf(plain)[0]);
    expect(anew).toMatchObject({ answered: true, kind: plain.kind, reason: null });
    expect(anew.evidence[0]?.side).toBe('US');
    for (const { article, text, start, end } of anew.evidence)
      expect((await app.article(article))?.article.text.slice(start, end)).toBe(text);
    expect(quotesOf(await app.ask(QUESTION, { limit: 2 }))[0]).toBe(quotesOf(anew)[0]);
    expect(server.requests.length - before).toBe(1);
    expect(said).toEqual([]);
  });

  it.each<[string, Behaviour]>([
    ['is out of order', { kind: 'status', status: 500 }],
    ['refuses', { kind: 'refusal' }],
    ['writes nonsense', { kind: 'text', text: 'The second is the best.' }],
    ['grades too few', { kind: 'text', text: '{"grades": {"1": 10}}' }],
    ['does not end', { kind: 'endless' }],
    ['is silent', { kind: 'silent' }],
  ])('that %s changes nothing, which is said once', async (_, behaviour) => {
    server.behave(behaviour);
    const { app, said } = await open({ ...llm(), LLM_TIMEOUT_MS: '300' });
    expect(quotesOf(await app.ask(QUESTION))).toEqual(quotesOf(plain));
    expect(quotesOf(await app.ask(QUESTION))).toEqual(quotesOf(plain));
    expect(said).toEqual([expect.stringMatching(/^candidates stay in their own order, without openai:m: /)]);
  });

  it('is asked nothing where there is no answer', async () => {
    const { app } = await open(llm());
    const before = server.requests.length;
    expect(await app.ask('Who won the football match in Lisbon?')).toMatchObject({ answered: false });
    expect(server.requests).toHaveLength(before);
  });

  it('is let go when the question is given up', async () => {
    server.behave({ kind: 'silent' });
    const { app, said } = await open(llm());
    const stop = new AbortController();
    const before = server.requests.length;
    const asked = app.ask(QUESTION, {}, stop.signal);
    asked.catch(() => undefined);
    await expect.poll(() => server.requests.length).toBe(before + 1);
    const reason = new Error('enough');
    stop.abort(reason);
    await expect(asked).rejects.toBe(reason);
    await server.requests.at(-1)?.closed;
    expect(said).toEqual([]);
  });

  it('is looked at by the doctor', async () => {
    server.behave({ kind: 'text', text: '{"grades": {"1": 9, "2": 0}}' });
    const config = readConfig(llm());
    expect(await checkReranker(config, signal)).toMatchObject({
      check: 'rerank',
      ok: true,
      found: expect.stringMatching(/^openai:m; the first answer took \d+ ms$/),
    });
    server.behave({ kind: 'status', status: 401 });
    expect(await checkReranker(config, signal)).toMatchObject({
      ok: false,
      found: expect.stringMatching(/^unauthorised: /),
      todo: expect.stringContaining('RERANK'),
    });
  });
});

const MODEL = 'tests/tiny-pairs';
const withModel = (): Record<string, string> => {
  const models = temporaryFolder();
  writeModel(models, MODEL, tinyCrossEncoder());
  return { RERANK: `transformers:${MODEL}`, HF_MODELS_DIR: models };
};

const digits = (text: string | undefined): number => text?.match(/\d/g)?.length ?? 0;
const { skip, title } = needsTransformers('a cross-encoder');
describe.skipIf(skip)(title, () => {
  it('changes the order beside the packaged embeddings', async () => {
    const { app, said } = await open(withModel());
    const question = 'What did Russia say about the talks???';
    const anew = await app.ask(question);
    expect(said).toEqual([]);
    const { app: other } = await open({});
    const before = await other.ask(question);
    expect(digits(quotesOf(anew)[0])).toBeGreaterThan(digits(quotesOf(before)[0]));
    expect(anew.evidence[0]?.side).toBe('Russia');
  });

  it('is looked at by the doctor', async () => {
    expect(await checkReranker(readConfig(withModel()), signal)).toMatchObject({ ok: true });
    const none = readConfig({ ...withModel(), RERANK: 'transformers:tests/none' });
    expect(await checkReranker(none, signal)).toMatchObject({
      ok: false,
      found: expect.stringMatching(/^The model tests\/none could not be loaded from /),
    });
  });
});

it('answers in its own order where the model is not there, and says so once', async () => {
  const { app, said } = await open({
    RERANK: `transformers:${MODEL}`,
    HF_MODELS_DIR: path.join(dir, 'no-models'),
  });
  expect(quotesOf(await app.ask(QUESTION))).toEqual(quotesOf(plain));
  expect(quotesOf(await app.ask(QUESTION))).toEqual(quotesOf(plain));
  expect(said).toEqual([
    expect.stringMatching(/^candidates stay in their own order, without transformers:tests\/tiny-pairs: /),
  ]);
});
