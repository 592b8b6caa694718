import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { UserError } from '../../errors.ts';
import type { LockOptions } from '../lock.ts';
import { CONNECT_WITHIN_MS } from './connection-pool.ts';
import { serverFailure, shownServer } from './server-failure.ts';

const TRY_EVERY_MS = 100;

/**
 * Makes this the one process that ingests into the store on the server until the function it resolves to is called, or the
 * process or its connection ends; articles stay whole then too, each is a transaction that waits for others. Waits as
 * `acquireIngestLock` does, and rejects with `UserError` after `waitMs`, or where the server cannot be reached.
 */
export async function acquireServerLock(
  url: string,
  { signal, onWait, waitMs = 60_000 }: LockOptions = {},
): Promise<() => void> {
  signal?.throwIfAborted();
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  client.on('error', () => undefined);
  const until = performance.now() + waitMs;
  try {
    await client.connect();
    for (let waited = false; ; waited = true) {
      signal?.throwIfAborted();
      const { rows } = await client.query<{ taken: boolean }>(
        "SELECT pg_try_advisory_lock(hashtext('parley ingest'), hashtext(current_schema())) AS taken",
      );
      // The server frees it with the connection.
      if (rows[0]?.taken) return () => void client.end().catch(() => undefined);
      if (!waited) onWait?.(`another Parley process is ingesting into ${shownServer(url)}; waiting`);
      const left = until - performance.now();
      if (left <= 0)
        throw new UserError(
          `Another Parley process is ingesting into ${shownServer(url)} and has not finished within ${waitMs / 1000} s: wait for it or stop it, then try again.`,
        );
      // An abort ends the pause early; the next round throws its reason.
      await pause(Math.min(left, TRY_EVERY_MS), undefined, { signal }).catch(() => undefined);
    }
  } catch (error) {
    await client.end().catch(() => undefined);
    throw serverFailure(error, url);
  }
}
