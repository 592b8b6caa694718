import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { UserError } from '../../errors.ts';
import type { LockOptions } from '../lock.ts';
import { ASK_ALIVE_MS, CONNECT_WITHIN_MS } from './connection-pool.ts';
import { serverFailure, shownServer } from './server-failure.ts';

const TRY_EVERY_MS = 100;
/** A machine that is gone holds it for half a minute at most. */
const FREE_SOON =
  'SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 4';

export interface ServerLockOptions extends LockOptions {
  /** How often the server is asked whether it is still there, which is how long it may take to say so. */
  readonly askEveryMs?: number;
}

/**
 * Makes this the one process that ingests into the store on the server until the function it resolves to is called, or the
 * process or its connection ends (then `onLost` is called); articles stay whole then too, each is a transaction that waits
 * for others. Waits as `acquireIngestLock` does, and rejects with `UserError` after `waitMs`, or where the server cannot be
 * reached.
 */
export async function acquireServerLock(url: string, options: ServerLockOptions = {}): Promise<() => void> {
  const { signal, onWait, waitMs = 60_000, askEveryMs = ASK_ALIVE_MS } = options;
  signal?.throwIfAborted();
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: askEveryMs,
  });
  client.on('error', () => undefined);
  const until = performance.now() + waitMs;
  try {
    await client.connect();
    await client.query(FREE_SOON);
    for (let waited = false; ; waited = true) {
      signal?.throwIfAborted();
      const { rows } = await client.query<{ taken: boolean }>(
        "SELECT pg_try_advisory_lock(hashtext('parley ingest'), hashtext(current_schema())) AS taken",
      );
      if (rows[0]?.taken) return heldBy(client, url, askEveryMs, options.onLost);
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
    void client.end().catch(() => undefined);
    throw serverFailure(error, url);
  }
}

/** The server frees the lock with the connection: where that ends by itself, another process may hold it already. */
function heldBy(
  client: pg.Client,
  url: string,
  askEveryMs: number,
  onLost: LockOptions['onLost'],
): () => void {
  let isReleased = false;
  const end = (): void => {
    isReleased = true;
    clearInterval(asking);
    void client.end().catch(() => undefined);
  };
  const lose = (): void => {
    if (isReleased) return;
    end();
    onLost?.(
      new UserError(
        `The connection to ${shownServer(url)} that kept others from ingesting was lost, so ingestion was stopped; what was saved stays: try again when the server is there.`,
      ),
    );
  };
  const asking = setInterval(() => void client.query('SELECT 1').catch(lose), askEveryMs).unref();
  client.once('end', lose);
  return end;
}
