import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { getPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startDiscordDouble } from '../support/discord/discord-double.ts';
import { temporaryFolder } from '../support/folders.ts';
import { emptyDatabase, whyNoServer } from '../support/stores/postgres-server.ts';
import { freePort, readHealth } from '../support/health.ts';

const why = await whyNoServer();
if (why !== null) process.stderr.write(`no PostgreSQL to test on (${why}): its tests are skipped\n`);

describe.skipIf(why !== null)('a process of several', () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let discord: Awaited<ReturnType<typeof startDiscordDouble>>;
  beforeAll(async () => {
    [database, discord] = [await emptyDatabase(), await startDiscordDouble({ token: 'a.b.c' })];
  });
  afterAll(async () => {
    await discord.stop();
    await database.remove();
  });

  /** Resolves when the process says that it has started. */
  async function start(ROLE: string) {
    const port = await freePort();
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        ROLE,
        DATABASE_URL: database.url,
        DATA_DIR: temporaryFolder(),
        COLLECTION_DIR: temporaryFolder(),
        LOG_LEVEL: 'info',
        DISCORD_TOKEN: 'a.b.c',
        DISCORD_API_URL: discord.apiUrl,
        HEALTH_PORT: String(port),
      },
    });
    const ended = once(child, 'exit');
    onTestFinished(async () => {
      child.kill('SIGKILL');
      await ended;
    });
    for await (const line of createInterface({ input: child.stdout }))
      if (line.includes('"msg":"started"')) break;
    return { child, health: () => readHealth(port) };
  }

  it('gives way to those that are waited for and tells that it follows the collection, where it ingests', async () => {
    const { child, health } = await start('ingest');
    expect(getPriority(child.pid)).toBeGreaterThan(getPriority());
    const follows = { ready: true, now: 'follows the collection' };
    await expect.poll(health).toEqual([200, { ready: true, role: 'ingest', articles: 0, ingest: follows }]);
  }, 60_000);

  it('tells that it answers, where it does', async () => {
    const { health } = await start('answers');
    const answers = { ready: true, queue: 0 };
    expect(await health()).toEqual([200, { ready: true, role: 'answers', articles: 0, answers }]);
  }, 60_000);
});
