import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface ChildOptions {
  /** Runs as that user; needs root. */
  readonly uid?: number;
}

/**
 * Runs TypeScript in a process of its own, ended with the test at the latest. `next` gives its next line of output, null
 * at the end.
 */
export function startChild(code: string, { uid }: ChildOptions = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, env: { PATH: process.env['PATH'], TMPDIR: '/tmp', HOME: '/tmp' } }),
  });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid: child.pid ?? 0,
    next: async (): Promise<string | null> => {
      const { value, done } = await lines.next();
      return done ? null : value;
    },
    /** Writes a line to its input. */
    tell: (line: string): void => void child.stdin.write(`${line}\n`),
    kill: async (): Promise<void> => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
