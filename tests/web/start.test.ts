import { EventEmitter, once } from 'node:events';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { startWeb, type WebDependencies } from '../../src/web/start.ts';
import { createFakeApp } from '../support/fake-app.ts';
import { captureLog } from '../support/discord/running-bot.ts';

async function start(given: Partial<WebDependencies> = {}) {
  const { log } = captureLog();
  const web = await startWeb({
    app: createFakeApp(),
    host: '127.0.0.1',
    port: null,
    publicUrl: null,
    preview: null,
    log,
    ...given,
  });
  onTestFinished(() => web.close());
  return web;
}

/** A port that somebody else has. */
async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

/** The status of a request with that Host header. */
async function statusAs(url: string, host: string): Promise<number | undefined> {
  const asking = request(url, { headers: { host } }).end();
  const [answer] = await once(asking, 'response');
  answer.resume();
  return answer.statusCode;
}

it('serves the pages, and no more once it is closed', async () => {
  const web = await start();
  expect(await (await fetch(web.url)).text()).toContain('<h1>Who said what</h1>');
  await web.close();
  await expect(fetch(web.url)).rejects.toThrow();
});

it('takes another port where none was set and the usual one is taken', async () => {
  const first = await start();
  const second = await start();
  expect(second.url).not.toBe(first.url);
  expect((await fetch(second.url)).status).toBe(200);
});

it('says that a port that was set is taken', async () => {
  const port = await takenPort();
  await expect(start({ port })).rejects.toThrow(UserError);
  await expect(start({ port })).rejects.toThrow(
    new RegExp(
      `^The pages cannot be served at PORT ${port} of 127.0.0.1 \\(.*EADDRINUSE.*\\); set another one.$`,
    ),
  );
});

it('says that a host cannot be used', async () => {
  await expect(start({ host: '192.0.2.1', port: null })).rejects.toThrow(/HOST 192\.0\.2\.1/);
});

it('answers on this machine for its own names and the public one alone', async () => {
  const { url } = await start({ publicUrl: 'https://parley.example' });
  expect(await statusAs(url, 'parley.example')).toBe(200);
  expect(await statusAs(url, 'localhost:9')).toBe(200);
  expect(await statusAs(url, 'evil.example')).toBe(421);
  expect(await statusAs(url, 'not a host')).toBe(400);
});

it('finishes what is under way', async () => {
  const app = createFakeApp();
  const happening = new EventEmitter();
  const asked = once(happening, 'asked');
  app.override.sources = async () => {
    happening.emit('asked');
    await once(happening, 'finish');
    return [];
  };
  const web = await start({ app });
  const answer = fetch(web.url);
  await asked;
  const closed = web.close();
  happening.emit('finish');
  expect((await answer).status).toBe(200);
  await closed;
});
