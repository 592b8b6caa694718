import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startDiscordDouble } from '../support/discord/discord-double.ts';
import { IDS } from '../support/discord/discord-payloads.ts';
import { freePort, readHealth } from '../support/health.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** One for all of them: the articles are read in once. */
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'parley-process-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

type Double = Awaited<ReturnType<typeof startDiscordDouble>>;

/** `npm start` on that Discord; `ended` is how it ends. */
async function startProcess(discord: Double) {
  const healthPort = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      DISCORD_TOKEN: 'a.b.c',
      DISCORD_API_URL: discord.apiUrl,
      DATA_DIR: dir,
      LOG_LEVEL: 'error',
      HEALTH_PORT: String(healthPort),
    },
  });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    await discord.stop();
  });
  return { child, ended, health: () => readHealth(healthPort) };
}

it('npm start answers out of the articles, and SIGTERM lets it finish what is under way', async () => {
  const discord = await startDiscordDouble({ token: 'a.b.c' });
  const { child, ended, health } = await startProcess(discord);
  await discord.waitFor({ method: 'PUT', path: /commands$/ });
  expect(await health()).toMatchObject([200, { role: 'all', discord: { ready: true, gateway: 'Ready' } }]);
  const first = await discord.message(`<@${IDS.bot}> what did the US offer on missiles?`).replied();
  expect(first.body.content).toMatch(/ · \d+ citations? from \d+ articles?(?: · 1 of \d+)?$/);
  const asked = discord.slash('position', { side: 'US', topic: 'missiles' });
  await asked.callback();
  child.kill('SIGTERM');
  expect((await asked.edited()).body.content).toMatch(
    /^\*\*United States on Missiles\*\*\n-# .*\d+ statements/,
  );
  expect(await ended).toEqual([0, null]);
}, 120_000);

/** Told to stop; who is still there when twice the time is over that it has for that, is ended by other means. */
async function stopped({ child, ended }: Awaited<ReturnType<typeof startProcess>>, signal: NodeJS.Signals) {
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), 2 * 10_000);
  const how: unknown = await ended;
  clearTimeout(late);
  return how;
}

describe('whatever hangs, it ends', () => {
  it('on SIGINT, while nobody can connect to the gateway', async () => {
    const discord = await startDiscordDouble({ token: 'a.b.c', refusesGateway: true });
    const running = await startProcess(discord);
    await discord.waitFor({ method: 'GATEWAY', path: /Refused/ }, 2);
    expect(await stopped(running, 'SIGINT')).toEqual([0, null]);
  }, 120_000);

  it('on SIGTERM, while the gateway is lost', async () => {
    const discord = await startDiscordDouble({ token: 'a.b.c' });
    const running = await startProcess(discord);
    await discord.waitFor({ method: 'PUT', path: /commands$/ });
    discord.refuseGateway();
    await discord.waitFor({ method: 'GATEWAY', path: /Refused/ });
    expect(await stopped(running, 'SIGTERM')).toEqual([0, null]);
  }, 120_000);

  it('on SIGTERM, while nothing is heard of the gateway', async () => {
    const discord = await startDiscordDouble({ token: 'a.b.c' });
    const running = await startProcess(discord);
    await discord.waitFor({ method: 'PUT', path: /commands$/ });
    discord.hangGateway();
    expect(await stopped(running, 'SIGTERM')).toEqual([0, null]);
  }, 120_000);

  it('on SIGTERM, while an answer is not taken', async () => {
    const discord = await startDiscordDouble({ token: 'a.b.c' });
    const running = await startProcess(discord);
    await discord.waitFor({ method: 'PUT', path: /commands$/ });
    const hanging = { method: 'PATCH', path: /@original$/, status: 0 };
    discord.fail({ ...hanging, hangs: true, times: Infinity });
    discord.slash('sources');
    await discord.waitFor(hanging);
    expect(await stopped(running, 'SIGTERM')).toEqual([0, null]);
  }, 120_000);

  it('on SIGINT, while the commands are not taken', async () => {
    const discord = await startDiscordDouble({ token: 'a.b.c' });
    const hanging = { method: 'PUT', path: /commands$/, status: 0 };
    discord.fail({ ...hanging, hangs: true, times: Infinity });
    const running = await startProcess(discord);
    await discord.waitFor(hanging);
    expect(await stopped(running, 'SIGINT')).toEqual([0, null]);
  }, 120_000);
});
