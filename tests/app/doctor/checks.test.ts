import { writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkDiscord } from '../../../src/app/doctor/check-discord.ts';
import { checkDisk, freeBytesAt } from '../../../src/app/doctor/check-disk.ts';
import { temporaryFolder } from '../../support/folders.ts';

const { signal } = new AbortController();
const TOKEN = 'a-bot.s-own.token';

/** Discord's API as far as it is asked; gives its address. */
async function startApi(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve(undefined)));
  });
  const address = server.address();
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/api`;
}

const answering = (status: number, body: object): RequestListener => {
  return (_, response) => response.writeHead(status).end(JSON.stringify(body));
};

const discordAt = (apiUrl: string) => ({
  discord: { token: TOKEN, guildId: null, apiUrl, host: '127.0.0.1' },
});

describe('Discord', () => {
  it('is not asked without a token', async () => {
    expect(await checkDiscord({ discord: null }, signal)).toEqual({
      check: 'discord',
      ok: true,
      found: 'no DISCORD_TOKEN: the bot is tried on a page',
      todo: null,
    });
  });

  it('is asked once, with the token in a header', async () => {
    const asked: unknown[] = [];
    const apiUrl = await startApi((request, response) => {
      asked.push([request.method, request.url, request.headers.authorization]);
      response.end(JSON.stringify({ name: 'Parley', flags: 1 << 19 }));
    });
    expect(await checkDiscord(discordAt(apiUrl), signal)).toMatchObject({ ok: true, todo: null });
    expect(asked).toEqual([['GET', '/api/v10/applications/@me', `Bot ${TOKEN}`]]);
  });

  it.each<[string, RequestListener, object]>([
    [
      'the intent granted to a large bot',
      answering(200, { name: 'Parley', flags: 1 << 18 }),
      { ok: true, found: 'the token is that of Parley, with the Message Content intent' },
    ],
    [
      'no intent',
      answering(200, { name: 'Parley', flags: 1 << 13 }),
      {
        ok: false,
        found: 'the token is that of Parley, without the Message Content intent',
        todo: expect.stringContaining('Privileged Gateway Intents'),
      },
    ],
    [
      'a token that is not taken',
      answering(401, { message: '401: Unauthorized', code: 0 }),
      {
        ok: false,
        found: 'Discord does not take DISCORD_TOKEN',
        todo: expect.stringContaining('Reset Token'),
      },
    ],
    [
      'an outage',
      answering(503, {}),
      {
        ok: false,
        found: 'Discord answered with 503 and no application',
        todo: expect.stringContaining('DISCORD_API_URL'),
      },
    ],
    [
      'another server',
      (_, response) => response.end('<html>hello</html>'),
      { ok: false, found: 'Discord answered with 200 and no application' },
    ],
    [
      'a connection that breaks',
      (request) => request.socket.destroy(),
      { ok: false, found: expect.stringMatching(/^Discord cannot be asked: \S/) },
    ],
  ])('with %s', async (_, listener, found) => {
    const check = await checkDiscord(discordAt(await startApi(listener)), signal);
    expect(check).toMatchObject(found);
    expect(JSON.stringify(check)).not.toContain(TOKEN);
  });

  it('is waited for no longer than so long', async () => {
    const apiUrl = await startApi(() => undefined);
    expect(await checkDiscord(discordAt(apiUrl), signal, 50)).toMatchObject({
      ok: false,
      found: 'Discord cannot be asked: nothing within 0.05 s',
    });
  });

  it('is not waited for any more when stopped', async () => {
    const stop = new AbortController();
    const apiUrl = await startApi(() => stop.abort(new Error('stopped')));
    await expect(checkDiscord(discordAt(apiUrl), stop.signal)).rejects.toThrow('stopped');
  });
});

describe('the disk', () => {
  it('needs a hundred megabytes', async () => {
    const dataDir = temporaryFolder();
    const free = (bytes: number) => checkDisk({ dataDir }, async () => bytes);
    expect(await free(99 * 1024 * 1024)).toEqual({
      check: 'disk',
      ok: false,
      found: `99 MB free for ${dataDir}`,
      todo: 'free some space: at least 100 MB are wanted',
    });
    expect(await free(100 * 1024 * 1024)).toEqual({
      check: 'disk',
      ok: true,
      found: `100 MB free for ${dataDir}`,
      todo: null,
    });
  });

  it('is none where the data folder is a file', async () => {
    const dataDir = join(temporaryFolder(), 'notes.md');
    writeFileSync(dataDir, 'mine');
    expect(await checkDisk({ dataDir: join(dataDir, 'below') })).toEqual({
      check: 'disk',
      ok: false,
      found: `${dataDir} is a file, no folder`,
      todo: 'name a folder with --data or DATA_DIR; it is made where it is not there yet',
    });
  });

  it('is that of the folder above where there is no data folder yet', async () => {
    const dir = temporaryFolder();
    expect(await freeBytesAt(join(dir, 'not', 'yet'))).toBeGreaterThan(0);
  });
});
