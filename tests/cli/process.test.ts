import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, describe } from 'vitest';
import { temporaryFolder } from '../support/folders.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as a process; `onErr` sees what it says on standard error so far. */
function run(
  args: readonly string[],
  {
    uid,
    onErr,
  }: { uid?: number; onErr?: (err: string, kill: (signal: NodeJS.Signals) => void) => void } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], HOME: '/tmp', TMPDIR: '/tmp' },
      ...(uid === undefined ? {} : { uid }),
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
      onErr?.(err, (signal) => child.kill(signal));
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

function articles(count: number): string {
  const dir = temporaryFolder();
  for (let i = 0; i < count; i++) {
    const lines = Array.from({ length: 20 }, (_, k) => `Envoy ${i} said that point ${k} of ${i} was open.`);
    writeFileSync(path.join(dir, `article-${String(i).padStart(2, '0')}.txt`), lines.join(' '));
  }
  return dir;
}

describe('as a process', () => {
  it('stops between articles at Ctrl-C, keeps what it has, and goes on the next time', async () => {
    const [dir, data] = [articles(40), temporaryFolder()];
    let told = false;
    const stopped = await run(['ingest', dir, '--data', data], {
      onErr: (err, kill) => {
        if (told || !err.includes('2 of 40 articles')) return;
        told = true;
        kill('SIGINT');
      },
    });
    expect(stopped.code).toBe(1);
    expect(stopped.err).toContain('Stopped before the last article; run it again to go on.');
    const kept = stopped.out.split('\n').filter((line) => line.startsWith('added')).length;
    expect(kept).toBeGreaterThanOrEqual(2);
    expect(kept).toBeLessThan(40);
    const again = await run(['ingest', dir, '--data', data]);
    expect(again.code).toBe(0);
    expect(again.out.split('\n').filter((line) => line.startsWith('unchanged'))).toHaveLength(kept);
    expect(again.out.split('\n').filter((line) => line.startsWith('added'))).toHaveLength(40 - kept);
  });

  it('lets two ingest into one data folder, one after the other', async () => {
    const [dir, data] = [articles(6), temporaryFolder()];
    const [one, two] = await Promise.all([
      run(['ingest', dir, '--data', data]),
      run(['ingest', dir, '--data', data]),
    ]);
    expect([one.code, two.code]).toEqual([0, 0]);
    const outcomes = `${one.out}${two.out}`.match(/^\w+/gm)?.toSorted();
    expect(outcomes).toEqual([...Array<string>(6).fill('added'), ...Array<string>(6).fill('unchanged')]);
    expect((await run(['sources', '--json', '--data', data])).out.trim().split('\n')).toHaveLength(6);
  });

  it('says that a folder cannot be read', async () => {
    const dir = temporaryFolder();
    const closed = path.join(dir, 'closed');
    mkdirSync(closed);
    writeFileSync(path.join(closed, 'a.txt'), 'x');
    chmodSync(dir, 0o777);
    chmodSync(closed, 0o000);
    const { code, err } = await run(['ingest', closed, '--data', path.join(dir, 'data')], nobody());
    chmodSync(closed, 0o700);
    expect(err).toBe(`${closed} cannot be read: reading it is not permitted: change its permissions.\n`);
    expect(code).toBe(1);
  });

  it('says that the data folder is read-only', async () => {
    const data = temporaryFolder();
    chmodSync(data, 0o555);
    const { code, err } = await run(['sources', '--data', data], nobody());
    chmodSync(data, 0o755);
    expect(code).toBe(1);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toContain(data);
  });

  it('ends quietly when who reads it stops early', async () => {
    const data = temporaryFolder();
    await run(['ingest', '--data', data]);
    const child = spawn(
      'sh',
      ['-c', `'${process.execPath}' --import tsx src/cli.ts speaker Ryabkov --data '${data}' | head -n 1`],
      {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    await new Promise((resolve) => child.on('close', resolve));
    expect(err).toBe('');
  });
});

/** Permissions do not bind root. */
function nobody(): { uid?: number } {
  return process.getuid?.() === 0 ? { uid: 65_534 } : {};
}
