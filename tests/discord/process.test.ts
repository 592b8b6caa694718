import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { startDiscordDouble } from '../support/discord-double.ts';
import { IDS } from '../support/discord-payloads.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Double = Awaited<ReturnType<typeof startDiscordDouble>>;

/** `npm start` on that Discord; `ended` is how it ends. */
async function startProcess(discord: Double) {
  const dir = await mkdtemp(path.join(tmpdir(), 'parley-process-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      DISCORD_TOKEN: 'a.b.c',
      DISCORD_API_URL: discord.apiUrl,
      DATA_DIR: dir,
      LOG_LEVEL: 'error',
    },
  });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    await discord.stop();
    await rm(dir, { recursive: true, force: true });
  });
  return { child, ended };
}

it('npm start answers out of the articles, and SIGTERM lets it finish what is under way', async () => {
  const discord = await startDiscordDouble({ token: 'a.b.c' });
  const { child, ended } = await startProcess(discord);
  await discord.waitFor({ method: 'PUT', path: /commands$/ });
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

it('SIGINT ends it while nobody can connect to the gateway', async () => {
  const discord = await startDiscordDouble({ token: 'a.b.c', refusesGateway: true });
  const { child, ended } = await startProcess(discord);
  await discord.waitFor({ method: 'GATEWAY', path: /Refused/ }, 2);
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
}, 60_000);

it('SIGTERM ends it while Discord answers no request', async () => {
  const discord = await startDiscordDouble({ token: 'a.b.c' });
  const { child, ended } = await startProcess(discord);
  await discord.waitFor({ method: 'PUT', path: /commands$/ });
  discord.fail({ method: 'PATCH', path: /@original$/, status: 0, hangs: true });
  await discord.slash('sources').callback();
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
}, 60_000);
