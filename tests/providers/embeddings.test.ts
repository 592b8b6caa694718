import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openEmbeddings } from '../../src/providers/embeddings/open-embeddings.ts';
import type { EmbeddingModel } from '../../src/providers/embeddings/embedding-model.ts';
import { PackagedEmbeddings } from '../../src/providers/embeddings/packaged.ts';
import { embeddingsContract } from '../contracts/embeddings.ts';
import { startModelServer, type ModelServer } from '../support/models/model-server.ts';
import { textVector } from '../support/records.ts';
import { WIRE_FORMATS } from '../support/models/wire-formats.ts';

const OPTIONS = { model: 'stub', apiKey: 'sk-secret-key-1', modelsDir: null, downloadsDir: '', hub: null };
type Served = 'openai' | 'ollama';

/** Letters counted, and something for every text, so that no vector is nothing. */
const vectorOf = (text: string): Float32Array => textVector(`letters ${text}`);

async function open(provider: Served): Promise<{ model: EmbeddingModel; server: ModelServer }> {
  const server = await startModelServer(WIRE_FORMATS[provider], vectorOf);
  onTestFinished(() => server.close());
  return { server, model: await openEmbeddings({ ...OPTIONS, provider, baseUrl: server.url }, null) };
}

embeddingsContract('packaged', async () => new PackagedEmbeddings());

it('lets a question go in time although the model does not', async () => {
  const options = { ...OPTIONS, provider: 'transformers', baseUrl: null } as const;
  const known = { provider: 'transformers', model: 'stub', dimensions: 3 };
  const model = await openEmbeddings(options, known, async () => () => new Promise(() => undefined));
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    expect(ms).toBe(10_000);
    const controller = new AbortController();
    setImmediate(() => controller.abort(new DOMException('late', 'TimeoutError')));
    return controller.signal;
  });
  onTestFinished(() => timeout.mockRestore());
  await expect(model.embedQuestion('text')).rejects.toThrow('made no vectors (timeout: ');
  const leaving = new AbortController();
  const left = model.embedQuestion('text', leaving.signal);
  leaving.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
});

describe.each<Served>(['openai', 'ollama'])('%s', (provider) => {
  embeddingsContract(provider, async () => {
    const server = await startModelServer(WIRE_FORMATS[provider], vectorOf);
    const model = await openEmbeddings({ ...OPTIONS, provider, baseUrl: server.url }, null);
    return {
      ...model,
      async close() {
        await model.close();
        await server.close();
      },
    };
  });

  it('sends its model and key, and learns how long vectors are', async () => {
    const { model, server } = await open(provider);
    const { dimensions } = model.stamp;
    expect(model.stamp).toEqual({ provider, model: 'stub', dimensions: vectorOf('').length });
    const [request] = server.requests;
    expect(request?.path).toBe(WIRE_FORMATS[provider].embeddingsPath);
    expect(request?.body).toMatchObject({ model: 'stub' });
    expect(request?.headers.authorization).toBe('Bearer sk-secret-key-1');
    await openEmbeddings(
      { ...OPTIONS, provider, baseUrl: server.url },
      { provider, model: 'stub', dimensions },
    );
    expect(server.requests).toHaveLength(1);
  });

  it.each([401, 404, 429, 500])('says so when the server answers %s, without the key', async (status) => {
    const { model, server } = await open(provider);
    server.behave({ kind: 'status', status });
    const failure: unknown = await model.embedQuestion('text').catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'UserError' });
    expect(String(failure)).toContain(`The embedding model ${provider}:stub made no vectors`);
    expect(String(failure)).not.toContain('sk-secret');
  });

  it('does not let a question wait for long', async () => {
    const { model, server } = await open(provider);
    server.behave({ kind: 'silent' });
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      expect(ms).toBe(10_000);
      return AbortSignal.abort(new DOMException('late', 'TimeoutError'));
    });
    onTestFinished(() => timeout.mockRestore());
    await expect(model.embedQuestion('text')).rejects.toThrow('made no vectors (timeout: ');
  });

  it('hangs up when it is closed', async () => {
    const { model, server } = await open(provider);
    server.behave({ kind: 'silent' });
    const waiting = model.embedQuestion('text');
    waiting.catch(() => undefined);
    while (server.requests.length < 2) await new Promise((resolve) => setImmediate(resolve));
    await model.close();
    await expect(waiting).rejects.toThrow('the embeddings are closed');
    await server.requests[1]?.closed;
  });

  it('notices another model behind the same name', async () => {
    const { server } = await open(provider);
    const known = { provider, model: 'stub', dimensions: 3 };
    const model = await openEmbeddings({ ...OPTIONS, provider, baseUrl: server.url }, known);
    await expect(model.embedQuestion('text')).rejects.toThrow('where 3 were wanted');
  });
});
