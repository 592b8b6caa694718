import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { getPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/folders.ts';
import { emptyDatabase, whyNoServer } from '../support/stores/postgres-server.ts';

const why = await whyNoServer();
if (why !== null) process.stderr.write(`no PostgreSQL to test on (${why}): its tests are skipped\n`);

describe.skipIf(why !== null)('a process of several', () => {
  it('gives way to those that are waited for, where it ingests', async () => {
    const { url, remove } = await emptyDatabase();
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        ROLE: 'ingest',
        DATABASE_URL: url,
        DATA_DIR: temporaryFolder(),
        LOG_LEVEL: 'info',
        DISCORD_TOKEN: 'a.b.c',
      },
    });
    const ended = once(child, 'exit');
    onTestFinished(async () => {
      child.kill('SIGKILL');
      await ended;
      await remove();
    });
    for await (const line of createInterface({ input: child.stdout }))
      if (line.includes('"msg":"started"')) break;
    expect(getPriority(child.pid)).toBeGreaterThan(getPriority());
  }, 60_000);
});
