import { existsSync } from 'node:fs';
import type { Config } from '../../config.ts';
import { readDatabaseUrl } from '../../config/settings.ts';
import { UserError } from '../../errors.ts';
import { acquireIngestLock } from '../../store/lock.ts';
import { copyFromSqlite } from '../../store/postgres/copy-from-sqlite.ts';
import type { Copied } from '../../store/postgres/compare-stores.ts';
import { acquireServerLock } from '../../store/postgres/server-lock.ts';
import { storePath } from './places.ts';

/**
 * Copies the store of the data folder to the PostgreSQL database `to`; nothing ingests into either meanwhile. Rejects with
 * `UserError` for no store, an address that cannot be used, and as `copyFromSqlite` does.
 */
export async function moveStore(config: Config, to: string, force: boolean): Promise<Copied> {
  const url = readDatabaseUrl(to);
  const path = storePath(config);
  if (!existsSync(path))
    throw new UserError(
      `There is no store in ${config.dataDir} to move: name its folder with --data, or ingest into the database directly.`,
    );
  const release = await acquireIngestLock(config.dataDir, { waitMs: 0 });
  try {
    const releaseServer = await acquireServerLock(url, { waitMs: 0 });
    try {
      return await copyFromSqlite({ path, url, force });
    } finally {
      releaseServer();
    }
  } finally {
    release();
  }
}
