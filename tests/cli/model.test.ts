import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cli } from '../support/cli.ts';
import { startModelServer, type Behaviour, type ModelServer } from '../support/models/model-server.ts';
import { WIRE_FORMATS } from '../support/models/wire-formats.ts';

const QUESTION = 'What did Sherman say about NATO’s open door policy?';
const CLAIM = 'Sherman will not allow anyone to close NATO’s open-door policy.';
const data = mkdtempSync(path.join(tmpdir(), 'parley-'));
let server: ModelServer;

beforeAll(async () => {
  expect((await cli(['--data', data, 'ingest'])).code).toBe(0);
});
afterAll(() => rmSync(data, { recursive: true, force: true }));
beforeEach(async () => {
  server = await startModelServer(WIRE_FORMATS.openai);
  return () => server.close();
});

const askWith = async (behaviours: readonly Behaviour[], ...options: string[]) => {
  server.behave(...behaviours);
  const environment = {
    LLM: 'openai:stub',
    LLM_BASE_URL: server.url,
    LLM_API_KEY: 'sk-secret-key-1',
    // What answers has as long as the test; what never does is given up soon.
    LLM_TIMEOUT_MS: behaviours.some(({ kind }) => kind === 'stalled') ? '500' : '60000',
  };
  return cli(['--data', data, 'ask', QUESTION, ...options], { environment });
};
const says = (claim: object): Behaviour => ({
  kind: 'text',
  text: JSON.stringify({ answerable: true, claims: [claim] }),
});

describe('ask with a model', () => {
  it.each([
    ['a key that is refused', [{ kind: 'status' as const, status: 401 }], /did not accept its key/],
    ['an answer that never ends', [{ kind: 'stalled' as const }], /in time/],
    ['no JSON', [{ kind: 'text' as const, text: 'Sure!' }], /no usable answer/],
  ])('shows the quotes after %s', async (_, behaviours, note) => {
    const { code, json, err } = await askWith(behaviours, '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject([{ answered: true, answer: null }]);
    expect(JSON.stringify(json())).toContain('Wendy Sherman');
    expect(err).toMatch(note);
    expect(err).not.toContain('sk-secret');
  });

  it('puts its text above the quotes, and asks once', async () => {
    const { code, out } = await askWith([says({ text: CLAIM, evidence: [1] })]);
    expect(code).toBe(0);
    expect(out.indexOf(`${CLAIM} [1]\n`)).toBeGreaterThan(0);
    expect(out.indexOf(`${CLAIM} [1]\n`)).toBeLessThan(out.indexOf('[1] Wendy Sherman'));
    const { json } = await askWith([{ kind: 'status', status: 500 }], '--json');
    expect(json()).toMatchObject([{ answer: `${CLAIM} [1]` }]);
    expect(server.requests).toHaveLength(1);
  });

  it('says at once what is wrong with the settings', async () => {
    const { code, err } = await cli(['ask', 'Who?'], { environment: { LLM: 'gpt' } });
    expect(code).toBe(1);
    expect(err).toContain('LLM: wanted none, openai:MODEL');
  });
});
