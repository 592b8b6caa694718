import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { Counter, Registry } from 'prom-client';
import { expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../../src/config.ts';
import { UserError } from '../../src/errors.ts';
import { startHealth } from '../../src/main/start-health.ts';
import { watchHealth } from '../../src/main/watch-health.ts';
import { captureLog } from '../support/discord/running-bot.ts';

/** The endpoint of a process with these settings, and all that its parts may tell it. */
async function start(settings: Readonly<Record<string, string>>, articles = async () => 5) {
  const { log, logged } = captureLog();
  const stop = new AbortController();
  const config = readConfig(settings);
  const health = watchHealth({ config, countArticles: () => articles(), signal: stop.signal, log });
  const close = await startHealth({ host: '127.0.0.1', port: 0, health, log });
  onTestFinished(close);
  const [line] = await logged('health endpoint');
  const port = line?.port ?? 0;
  const url = `http://127.0.0.1:${port}`;
  const ask = async () => {
    const response = await fetch(`${url}/health`);
    return [response.status, await response.json()];
  };
  return { health, ask, url, port, stop, close, log };
}

const DATABASE_URL = 'postgres://parley@127.0.0.1/parley';
const DISCORD_TOKEN = 'a.b.c';

it.each<[string, Readonly<Record<string, string>>, string, readonly string[]]>([
  ['no token', {}, 'all', ['pages', 'preview']],
  ['no token, for others', { HOST: '0.0.0.0' }, 'all', ['pages']],
  ['a token', { DISCORD_TOKEN }, 'all', ['discord']],
  ['a token and pages', { DISCORD_TOKEN, PORT: '3000' }, 'all', ['pages', 'discord']],
  ['gateway', { DISCORD_TOKEN, DATABASE_URL, ROLE: 'gateway' }, 'gateway', ['discord']],
  ['answers', { DISCORD_TOKEN, DATABASE_URL, ROLE: 'answers' }, 'answers', ['answers']],
  ['ingest', { DATABASE_URL, ROLE: 'ingest' }, 'ingest', ['ingest']],
])('a process with %s is ready when its parts are', async (_, settings, role, parts) => {
  const { health, ask } = await start(settings);
  const not = Object.fromEntries(parts.map((part) => [part, { ready: false }]));
  expect(await ask()).toEqual([503, { ready: false, role, articles: 5, ...not }]);
  for (const part of ['pages', 'preview', 'discord', 'answers', 'ingest'] as const)
    if (parts.includes(part)) health.watch(part, { health: () => ({ ready: true, queue: 2 }) });
  const ready = Object.fromEntries(parts.map((part) => [part, { ready: true, queue: 2 }]));
  expect(await ask()).toEqual([200, { ready: true, role, articles: 5, ...ready }]);
});

it('is not ready where the store cannot be read, or the process stops, and then ends', async () => {
  const store = { isThere: false };
  const { health, ask, url, stop, close } = await start({ DISCORD_TOKEN }, async () => {
    if (!store.isThere) throw new UserError('The server is away.');
    return 5;
  });
  health.watch('discord', { health: () => ({ ready: true }) });
  expect(await ask()).toMatchObject([503, { ready: false, articles: null, discord: { ready: true } }]);
  store.isThere = true;
  expect(await ask()).toMatchObject([200, { ready: true, articles: 5 }]);
  stop.abort();
  expect(await ask()).toMatchObject([503, { ready: false, articles: 5 }]);
  await close();
  await expect(fetch(`${url}/health`)).rejects.toThrow();
});

it('gives the figures of a part that has some', async () => {
  const { health, url } = await start({ DISCORD_TOKEN, PREVIEW: 'true' });
  const metrics = async () => (await fetch(`${url}/metrics`)).text();
  const watch = (part: 'preview' | 'discord'): void => {
    const figures = new Registry();
    new Counter({ name: `${part}_total`, help: 'what was counted', registers: [figures] }).inc();
    health.watch(part, { health: () => ({ ready: true }), figures });
  };
  expect(await metrics()).toBe('\n');
  watch('preview');
  expect(await metrics()).toContain('preview_total 1');
  // Of two bots that of Discord counts.
  watch('discord');
  expect(await metrics()).toContain('discord_total 1');
  expect((await fetch(`${url}/else`)).status).toBe(404);
});

it('can be read, not written to, and from this machine alone', async () => {
  const { health, url, port } = await start({ DISCORD_TOKEN });
  health.watch('discord', { health: () => ({ ready: true }) });
  const head = await fetch(`${url}/health`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const refused = await fetch(`${url}/health`, { method });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  }
  // The same port of another address is nobody's.
  const other = createServer();
  await once(other.listen(port, '127.0.0.2'), 'listening');
  other.close();
});

it('says when the port is taken', async () => {
  const { health, port, log } = await start({ DISCORD_TOKEN });
  await expect(startHealth({ host: '127.0.0.1', port, health, log })).rejects.toThrow(UserError);
});

it('is opened by every service of compose.yaml that runs Parley, where the image looks for it', () => {
  const port = /HEALTH_PORT=(\d+)/.exec(readFileSync('Dockerfile', 'utf8'))?.[1];
  const environment = z.record(z.string(), z.string()).optional();
  const File = z.object({
    services: z.record(z.string(), z.object({ build: z.string().optional(), environment })),
  });
  const { services } = File.parse(parse(readFileSync('compose.yaml', 'utf8'), { merge: true }));
  const own = Object.entries(services).filter(([, { build }]) => build !== undefined);
  expect(own.map(([name, of]) => [name, of.environment?.['HEALTH_PORT']])).toEqual(
    ['parley', 'gateway', 'answers', 'ingest'].map((name) => [name, port]),
  );
});
