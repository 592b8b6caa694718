import { describe, expect, it, onTestFinished } from 'vitest';
import { checkLanguageModel } from '../../../src/app/doctor/check-language-model.ts';
import { readConfig } from '../../../src/config.ts';
import { startModelServer, type Behaviour } from '../../support/models/model-server.ts';
import { WIRE_FORMATS } from '../../support/models/wire-formats.ts';

const { signal } = new AbortController();
const KEY = 'sk-secret-key-1';

/** A server of OpenAI's kind that does so, and the settings that name it. */
async function start(behaviour: Behaviour) {
  const server = await startModelServer(WIRE_FORMATS.openai);
  onTestFinished(() => server.close());
  server.behave(behaviour);
  // Whoever hangs is given up soon, whoever answers may be slow.
  const isLate = behaviour.kind === 'silent' || behaviour.kind === 'stalled';
  const config = readConfig({
    LLM: 'openai:m',
    LLM_BASE_URL: server.url,
    LLM_API_KEY: KEY,
    LLM_TIMEOUT_MS: isLate ? '300' : '60000',
  });
  return { server, config };
}

describe('the language model', () => {
  it('is not asked where none is set', async () => {
    expect(await checkLanguageModel(readConfig({}), signal)).toEqual({
      check: 'model',
      ok: true,
      found: 'none: answers are quotes alone',
      todo: null,
    });
  });

  it('is asked once, and well where it answers', async () => {
    const { server, config } = await start({ kind: 'text', text: 'Yes.' });
    expect(await checkLanguageModel(config, signal)).toEqual({
      check: 'model',
      ok: true,
      found: expect.stringMatching(/^openai:m; it answered in \d+ ms$/),
      todo: null,
    });
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, Behaviour, string]>([
    ['a key that is refused', { kind: 'status', status: 401 }, 'LLM_API_KEY'],
    ['a model that is not there', { kind: 'status', status: 404 }, 'LLM names a model that is there'],
    ['an outage', { kind: 'status', status: 503 }, 'LLM_BASE_URL'],
    ['a connection that breaks', { kind: 'broken' }, 'LLM_BASE_URL'],
    ['silence', { kind: 'silent' }, 'LLM_TIMEOUT_MS'],
    ['an answer without an end', { kind: 'endless' }, 'another model'],
    ['a refusal', { kind: 'refusal' }, 'another model'],
  ])('with %s is something to do, in one line', async (_, behaviour, todo) => {
    const { config } = await start(behaviour);
    const check = await checkLanguageModel(config, signal);
    expect(check).toMatchObject({ check: 'model', ok: false, todo: expect.stringContaining(todo) });
    expect(check.found).toMatch(/^openai:m does not answer \([^\n]+\)$/);
    expect(check.todo).not.toContain('\n');
    expect(JSON.stringify(check)).not.toContain(KEY);
  });

  it('is something to do where nothing listens', async () => {
    const config = readConfig({ LLM: 'ollama:nothing', LLM_BASE_URL: 'http://127.0.0.1:9' });
    expect(await checkLanguageModel(config, signal)).toEqual({
      check: 'model',
      ok: false,
      found: expect.stringMatching(/^ollama:nothing does not answer \(unreachable: /),
      todo: 'check that the model is served at http://127.0.0.1:9 (LLM_BASE_URL), or leave LLM out; until then answers are quotes alone',
    });
  });

  it('is not waited for any more when stopped', async () => {
    const { server, config } = await start({ kind: 'stalled' });
    const stop = new AbortController();
    const checking = checkLanguageModel(
      { llm: config.llm && { ...config.llm, timeoutMs: 60_000 } },
      stop.signal,
    );
    await expect.poll(() => server.requests.length).toBe(1);
    stop.abort(new Error('stopped'));
    await expect(checking).rejects.toThrow('stopped');
  });
});
