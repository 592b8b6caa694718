import { existsSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../../../errors.ts';
import { syncFolder } from '../../vector/manifest.ts';
import { copyDatabase, refuseStoreItself } from './copy-database.ts';
import { openReadOnly } from './open-read-only.ts';

/**
 * Writes the store at `path` into `file` while others use it: whole or not at all, checked, and never over another file
 * without `force`. Rejects with `UserError` for what cannot be read or written.
 */
export async function backupStore(path: string, file: string, force: boolean): Promise<void> {
  if (!existsSync(path)) throw new UserError(`There is no store ${path} yet: nothing is there to back up.`);
  const there = statSync(file, { throwIfNoEntry: false });
  if (there && !there.isFile()) throw new UserError(`${file} is no file: name one to write the backup to.`);
  refuseStoreItself(file, path);
  if (there && !force)
    throw new UserError(`${file} is there already: name another file, or write over it with --force.`);
  if (!existsSync(dirname(file)))
    throw new UserError(`There is no folder ${dirname(file)}: make it, or name another file.`);
  const db = openReadOnly(path);
  try {
    await copyDatabase(db, path, `${file}.part`);
  } finally {
    db.close();
  }
  renameSync(`${file}.part`, file);
  await syncFolder(dirname(file));
}
