import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../../config.ts';
import { UserError } from '../../errors.ts';
import { acquireIngestLock } from '../../store/lock.ts';
import { backupStore } from '../../store/sqlite/file/backup-store.ts';
import { restoreStore } from '../../store/sqlite/file/restore-store.ts';
import { indexFolder, storePath } from './places.ts';

/** Writes the settings' store into `file`, also while the bot runs. Rejects with `UserError` as `backupStore` does. */
export async function backup(config: Config, file: string, force: boolean): Promise<void> {
  refuseServer(config);
  await backupStore(storePath(config), path.resolve(file), force);
}

/** Puts a backup in the place of the settings' store, whose index is made anew. Rejects as `restoreStore` does. */
export async function restore(config: Config, file: string, force: boolean): Promise<void> {
  refuseServer(config);
  const release = await acquireIngestLock(config.dataDir, { waitMs: 0 });
  try {
    await restoreStore({ file: path.resolve(file), path: storePath(config), force });
    await rm(indexFolder(config), { recursive: true, force: true });
  } finally {
    release();
  }
}

function refuseServer({ databaseUrl }: Config): void {
  if (databaseUrl !== null)
    throw new UserError(
      'The store is on a PostgreSQL server: back it up and restore it with pg_dump and pg_restore.',
    );
}
