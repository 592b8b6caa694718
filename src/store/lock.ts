import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../errors.ts';
import { tryExclusive } from './exclusive.ts';
import { storeFailure } from './sqlite/file/failures.ts';

const TRY_EVERY_MS = 100;

export interface LockOptions {
  /** Ends the waiting; its reason is thrown. */
  readonly signal?: AbortSignal;
  /** Called once, with a sentence to show, when another process holds the lock. */
  readonly onWait?: (message: string) => void;
  /** How long to wait for the other process; 0 tries once. */
  readonly waitMs?: number;
  /** Called, with a sentence, where it is no longer held though nobody released it: whoever holds it stops. */
  readonly onLost?: (why: Error) => void;
}

/**
 * Makes this the one process that ingests into `dataDir` (made when missing) until the function it resolves to is called
 * or the process ends. Waits without blocking while another one does; rejects with `UserError` after `waitMs`, or when the
 * folder cannot be written to.
 */
export async function acquireIngestLock(
  dataDir: string,
  { signal, onWait, waitMs = 60_000 }: LockOptions = {},
): Promise<() => void> {
  const path = join(dataDir, 'ingest.lock');
  const holder = `${path}.pid`;
  const until = performance.now() + waitMs;
  for (let waited = false; ; waited = true) {
    signal?.throwIfAborted();
    const release = take(path, holder);
    if (release) return release;
    if (!waited) onWait?.(`another ${other(holder)} is ingesting into ${dataDir}; waiting`);
    const left = until - performance.now();
    if (left <= 0)
      throw new UserError(
        `Another ${other(holder)} is ingesting into ${dataDir} and has not finished within ${waitMs / 1000} s: wait for it or stop it, then try again.`,
      );
    // An abort ends the pause early; the next round throws its reason.
    await pause(Math.min(left, TRY_EVERY_MS), undefined, { signal }).catch(() => undefined);
  }
}

function take(path: string, holder: string): (() => void) | null {
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    const free = tryExclusive(path);
    if (!free) return null;
    try {
      writeFileSync(holder, `${process.pid}\n`);
    } catch (error) {
      free();
      throw error;
    }
    return () => {
      rmSync(holder, { force: true });
      free();
    };
  } catch (error) {
    throw storeFailure(error, path);
  }
}

/** The pid is for people only: it may be missing, or left by a process that was killed just before. */
function other(holder: string): string {
  try {
    const pid = /^\d+/.exec(readFileSync(holder, 'utf8'))?.[0];
    if (pid) return `Parley process (pid ${pid})`;
  } catch {
    // Not there yet, or not any more.
  }
  return 'Parley process';
}
