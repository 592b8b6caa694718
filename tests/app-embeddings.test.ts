import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { createApp, type App } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import { temporaryFolder } from './support/folders.ts';
import { startModelServer, type ModelServer } from './support/models/model-server.ts';
import { textVector } from './support/records.ts';
import { WIRE_FORMATS } from './support/models/wire-formats.ts';

const QUESTION = 'What did Sherman say about NATO’s open door?';
const ARTICLE = path.join(import.meta.dirname, 'attribution/articles/wages.txt');
let server: ModelServer;

beforeEach(async () => {
  server = await startModelServer(WIRE_FORMATS.ollama, (text) => textVector(`words ${text}`));
});
afterEach(() => server.close());

/** An app over `dir`, and what it said. */
async function open(dir: string, settings: Record<string, string>): Promise<{ app: App; said: string[] }> {
  const said: string[] = [];
  const log = { info: () => undefined, warn: (line: string) => said.push(line) };
  const app = await createApp(readConfig({ DATA_DIR: dir, ...settings }), log);
  return { app, said };
}

it('answers with the old vectors until all are made anew, and goes on after an interruption', async () => {
  const dir = temporaryFolder();
  const first = await open(dir, {});
  await first.app.ingest([]);
  const before = await first.app.ask(QUESTION);
  expect(before.answered).toBe(true);
  await first.app.close();

  const settings = { EMBEDDINGS: 'ollama:words', EMBEDDINGS_BASE_URL: server.url };
  server.behave({ kind: 'text', text: '' }, { kind: 'silent' });
  const second = await open(dir, settings);
  expect(await second.app.ask(QUESTION)).toEqual(before);
  expect(second.said[0]).toMatch(
    /^The embeddings are now ollama:words, not packaged:\S+: (\d+) of \1 sentences/,
  );
  await second.app.close();

  server.behave({ kind: 'text', text: '' });
  const third = await open(dir, settings);
  const report = await third.app.ingest([]);
  expect(third.said.at(-1)).toBe('All sentences are embedded by ollama:words.');
  expect(report.results.every(({ outcome }) => outcome === 'unchanged')).toBe(true);
  expect((await third.app.ask(QUESTION)).answered).toBe(true);
  await third.app.close();
  const store = await openSqliteStore({ path: path.join(dir, 'parley.sqlite') });
  expect(await store.embeddingStamp()).toMatchObject({ provider: 'ollama', model: 'words' });
  await store.close();
});

it('answers by words alone while the embeddings cannot be reached, and says so once', async () => {
  const dir = temporaryFolder();
  const { app, said } = await open(dir, { EMBEDDINGS: 'ollama:words', EMBEDDINGS_BASE_URL: server.url });
  onTestFinished(() => app.close());
  await app.ingest([]);
  server.behave({ kind: 'status', status: 500 });
  const first = async (): Promise<unknown> => (await app.ask(QUESTION)).evidence[0]?.speaker;
  expect([await first(), await first()]).toEqual(['Wendy Sherman', 'Wendy Sherman']);
  expect(await app.ask('Who won the football match in Lisbon?')).toMatchObject({ answered: false });
  const told = /^questions are answered by their words alone: The embedding model ollama:words made no/;
  expect(said).toEqual([expect.stringMatching(told)]);
  const reason = new Error('enough');
  await expect(app.ask(QUESTION, {}, AbortSignal.abort(reason))).rejects.toBe(reason);
  await expect(app.ingest([ARTICLE])).rejects.toThrow(/made no vectors .* set EMBEDDINGS=packaged/);

  server.behave({ kind: 'text', text: '' });
  await app.ask(QUESTION);
  server.behave({ kind: 'status', status: 500 });
  await app.ask(QUESTION);
  expect(said).toHaveLength(2);
});

it('says at the start that the embeddings cannot be reached', async () => {
  const dir = temporaryFolder();
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  await server.close();
  await expect(open(dir, { EMBEDDINGS: 'ollama:words', EMBEDDINGS_BASE_URL: server.url })).rejects.toThrow(
    /The embedding model ollama:words made no vectors .* set EMBEDDINGS=packaged/,
  );
});
