import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

it('npm start without a token prints the address of the page, answers there, and stops on SIGTERM', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'parley-preview-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { PATH: process.env['PATH'], DATA_DIR: dir, LOG_LEVEL: 'error' },
  });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    await rm(dir, { recursive: true, force: true });
  });
  const address = await new Promise<string>((resolve) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += String(part);
      const found = /(http:\S+\/preview)\n/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  const commands = await (await fetch(`${address}/commands`)).json();
  expect(JSON.stringify(commands)).toContain('"name":"ask"');
  const events = await fetch(`${address}/events`);
  expect(events.headers.get('content-type')).toContain('text/event-stream');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
}, 120_000);
