import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cli } from '../support/cli.ts';
import { startModelServer } from '../support/models/model-server.ts';
import { WIRE_FORMATS } from '../support/models/wire-formats.ts';

const data = mkdtempSync(path.join(tmpdir(), 'parley-'));
beforeAll(async () => {
  expect((await cli(['--data', data, 'ingest'])).code).toBe(0);
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

it('says in one sentence that a model is needed', async () => {
  const { code, out, err } = await cli(['--data', data, 'audit']);
  expect([code, out]).toEqual([1, '']);
  expect(err).toBe('parley audit asks a model, and none is set: set LLM, see docs/settings.md.\n');
});

it('prints what the model doubts, and changes nothing', async () => {
  const server = await startModelServer(WIRE_FORMATS.openai);
  const doubt = { n: 1, field: 'act', why: 'This is a demand.' };
  server.behave({ kind: 'text', text: JSON.stringify({ wrong: [doubt] }) });
  const environment = { LLM: 'openai:stub', LLM_BASE_URL: server.url, LLM_API_KEY: 'sk-secret-key-1' };
  const before = await cli(['--data', data, 'export', '--format', 'jsonl']);
  const { code, json, err } = await cli(['--data', data, 'audit', '--json'], { environment });
  await server.close();
  expect(code).toBe(0);
  expect(json()[0]).toMatchObject({ field: 'act', why: 'This is a demand.', statement: { n: 1 } });
  expect(err).toMatch(/looked at \d+ statements .* nothing was changed/);
  expect((await cli(['--data', data, 'export', '--format', 'jsonl'])).out).toBe(before.out);
});
