import type pg from 'pg';
import type { Job } from '../../job-queue.ts';
import { createPool, numbered } from '../connection-pool.ts';
import { serverFailure } from '../server-failure.ts';
import { JOBS_CHANNEL, listenForChanges } from '../tell-changes.ts';

/** How often is looked for what nobody told of: held jobs, and those whose worker died. */
const LOOK_EVERY_MS = 500;
/** Nobody else takes a job in the moment between its choice and its lock. */
const CHOSEN_MS = 3_000;
/** One that is begun so often ends its worker each time. */
const MOST_TRIES = 5;
const FIRST_PAUSE_MS = 1_000;

const ignore = (): void => undefined;

export interface TakeJobsDependencies {
  readonly url: string;
  readonly kinds: readonly string[];
  /** How many are done at once: each holds a connection. */
  readonly atOnce: number;
  /** Does one; where it rejects, it is begun again after a pause. */
  readonly work: (job: Job) => Promise<void>;
  readonly log: { warn(message: string): void };
}

/**
 * Does the jobs of the database until the signal, and what is begun then to its end. A job stays locked by an open
 * transaction while it is done, and goes with it: when the process or its connection dies, the server frees the job at once,
 * and it is begun again elsewhere.
 */
export async function takeJobs(
  { url, kinds, atOnce, work, log }: TakeJobsDependencies,
  signal: AbortSignal,
): Promise<void> {
  const pool = createPool(url, { most: atOnce + 1 });
  const { wake, woken } = createAlarm();
  const stopListening = listenForChanges(url, wake, JOBS_CHANNEL);
  const looking = setInterval(wake, LOOK_EVERY_MS).unref();
  signal.addEventListener('abort', wake, { once: true });
  const underWay = new Set<Promise<void>>();
  let told: string | null = null;
  try {
    while (!signal.aborted) {
      let job: Taken | null = null;
      try {
        if (underWay.size < atOnce) job = await take(pool, kinds);
        told = null;
      } catch (error) {
        const failure = serverFailure(error, url);
        const reason = failure instanceof Error ? failure.message : String(failure);
        if (reason !== told) log.warn(reason);
        told = reason;
      }
      if (job === null) {
        await woken();
        continue;
      }
      const doing = finish(job, work, log).finally(() => {
        underWay.delete(doing);
        wake();
      });
      underWay.add(doing);
    }
    await Promise.all(underWay);
  } finally {
    clearInterval(looking);
    signal.removeEventListener('abort', wake);
    await stopListening();
    await pool.end();
  }
}

/** `woken` resolves with the first `wake` since the last time that it did. */
function createAlarm(): { readonly wake: () => void; readonly woken: () => Promise<void> } {
  let isDue = false;
  let resume = ignore;
  return {
    wake() {
      isDue = true;
      resume();
    },
    async woken() {
      if (!isDue) await new Promise<void>((resolve) => void (resume = resolve));
      isDue = false;
    },
  };
}

/** A job that is locked by the client's transaction. */
interface Taken extends Job {
  readonly client: pg.PoolClient;
}

async function take(pool: pg.Pool, kinds: readonly string[]): Promise<Taken | null> {
  const { rows } = await pool.query<{ key: string }>(
    numbered(
      `UPDATE jobs SET tries = tries + 1, due = now() + ${CHOSEN_MS} * interval '1 ms'
       WHERE id = (SELECT id FROM jobs WHERE kind = ANY (@kinds::text[]) AND due <= now()
         ORDER BY due LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING key`,
      { kinds },
    ),
  );
  const [chosen] = rows;
  if (!chosen) return null;
  const client = await pool.connect();
  client.on('error', ignore);
  try {
    // A machine that is gone frees its jobs within half a minute.
    await client.query(
      'SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 4; BEGIN',
    );
    const locked = await client.query<{ key: string; payload: string; tries: number }>(
      numbered('SELECT key, payload, tries FROM jobs WHERE key = @key FOR UPDATE SKIP LOCKED', chosen),
    );
    const [job] = locked.rows;
    if (job) return { ...job, client };
    await client.query('ROLLBACK');
    letGo(client);
    return null;
  } catch (error) {
    letGo(client, error);
    throw error;
  }
}

function letGo(client: pg.PoolClient, broken?: unknown): void {
  client.off('error', ignore);
  client.release(broken === undefined ? undefined : broken instanceof Error ? broken : true);
}

async function finish(
  { client, key, payload, tries }: Taken,
  work: TakeJobsDependencies['work'],
  log: TakeJobsDependencies['log'],
): Promise<void> {
  let reason: string | null = null;
  try {
    if (tries > MOST_TRIES) throw new Error('whoever began it ended each time');
    await work({ key, payload, tries });
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  try {
    const isOver = reason === null || tries >= MOST_TRIES;
    if (reason !== null) log.warn(`${key} was not done${isOver ? ' and is given up' : ''}: ${reason}`);
    await client.query(
      isOver
        ? numbered('DELETE FROM jobs WHERE key = @key', { key })
        : numbered(`UPDATE jobs SET due = clock_timestamp() + @pauseMs * interval '1 ms' WHERE key = @key`, {
            key,
            pauseMs: FIRST_PAUSE_MS * 2 ** (tries - 1),
          }),
    );
    await client.query('COMMIT');
    letGo(client);
  } catch (error) {
    // Freed by the server, it is begun again.
    letGo(client, error);
    log.warn(
      `whether ${key} was done could not be kept: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
