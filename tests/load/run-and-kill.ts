import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const CHILD = 'kill-child.ts';

/** What a child said before it ended, and whether it was killed before it was done. */
export interface Ended {
  /** What it had finished, in order. */
  readonly saved: readonly string[];
  readonly killed: boolean;
  /** From `ready` to its end, in milliseconds. */
  readonly tookMs: number;
}

/**
 * Runs the child's `work` and kills it, as `kill -9` does, `afterMs` after it began; null lets it end.
 * Rejects when it fails by itself.
 *
 * @param childFile what is run, beside this file
 */
export function runAndKill(
  args: readonly string[],
  afterMs: number | null,
  childFile = CHILD,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL(childFile, import.meta.url)), ...args],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const saved: string[] = [];
    let startedMs = 0;
    let isDone = false;
    let timer: NodeJS.Timeout | undefined;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('saved ')) saved.push(line.slice('saved '.length));
      else if (line === 'done') isDone = true;
      else if (line === 'ready') {
        startedMs = performance.now();
        if (afterMs !== null) timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
      }
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code !== 0 && signal !== 'SIGKILL')
        reject(new Error(`the child that should ${args[0]} ended with ${code ?? signal}`));
      else resolve({ saved, killed: !isDone, tookMs: performance.now() - startedMs });
    });
  });
}
