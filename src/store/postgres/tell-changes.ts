import pg from 'pg';
import { ASK_ALIVE_MS, CONNECT_WITHIN_MS, type Queries } from './connection-pool.ts';

const RECONNECT_MS = 1000;

/** Who listens on it is told of every change to an article, by whatever process. */
const CHANGES_CHANNEL = 'parley_articles';
/** The same of every job that can be done. */
export const JOBS_CHANNEL = 'parley_jobs';

/** Who changes the store waits here for who does already: what is numbered first is then seen first. */
export async function beginChange(queries: Queries): Promise<void> {
  await queries.rows('SELECT one FROM state FOR UPDATE');
}

/** Moves the revision, and tells all processes once the transaction is whole. */
export async function moveRevision(queries: Queries): Promise<void> {
  await queries.rows(
    `UPDATE state SET revision = revision + 1 RETURNING pg_notify('${CHANGES_CHANNEL}', revision::text)`,
  );
}

/** Calls all who listen, though no article changed. */
export async function tellChange(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`SELECT pg_notify('${CHANGES_CHANNEL}', '')`);
  } finally {
    await client.end();
  }
}

/**
 * Calls `changed` whenever an article changed (or what else the channel tells of), in this process or another, and after
 * each time that the connection was lost and is there again. Resolves to what ends it.
 */
export function listenForChanges(
  url: string,
  changed: () => void,
  channel: string = CHANGES_CHANNEL,
): () => Promise<void> {
  let client: pg.Client | null = null;
  let next: NodeJS.Timeout | undefined;
  let isOver = false;

  const again = (): void => {
    client = null;
    if (isOver) return;
    clearTimeout(next);
    next = setTimeout(() => void connect(), RECONNECT_MS).unref();
  };

  async function connect(): Promise<void> {
    const made = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: ASK_ALIVE_MS,
    });
    client = made;
    made.on('error', () => undefined);
    made.on('notification', changed);
    made.once('end', again);
    try {
      await made.connect();
      await made.query(`LISTEN ${channel}`);
      changed();
    } catch {
      // Whoever asks the store meanwhile is told of it; here it is tried again.
      await made.end().catch(() => undefined);
      again();
    }
  }

  const connected = connect();
  return async () => {
    isOver = true;
    clearTimeout(next);
    await connected;
    await client?.end().catch(() => undefined);
  };
}
