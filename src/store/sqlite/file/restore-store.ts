import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '../../../errors.ts';
import { syncFolder } from '../../vector/manifest.ts';
import { BESIDE, copyDatabase, refuseStoreItself } from './copy-database.ts';
import { storeFailure } from './failures.ts';
import { STORE_VERSION } from './migrations.ts';
import { openReadOnly } from './open-read-only.ts';
import { isForeign, readStamp } from './stamp.ts';

export interface RestoreOptions {
  /** The backup. */
  readonly file: string;
  /** Where the store is to be. */
  readonly path: string;
  /** Whether a store that is there may be lost. */
  readonly force: boolean;
}

/**
 * Puts a backup in the store's place: whole or not at all, brought to this version, and never while another process has
 * the store open. Rejects with `UserError` for a file that is none or damaged, and for a store that is there without `force`.
 */
export async function restoreStore({ file, path, force }: RestoreOptions): Promise<void> {
  refuseStoreItself(file, path);
  const backup = openBackup(file);
  let release: (() => void) | undefined;
  try {
    if (existsSync(path) && !force)
      throw new UserError(
        `There is a store ${path} already: put ${file} in its place with --force; what is in it is lost then.`,
      );
    mkdirSync(dirname(path), { recursive: true });
    release = holdAlone(path);
    await copyDatabase(backup, file, `${path}.part`);
    for (const beside of BESIDE) rmSync(path + beside, { force: true });
    renameSync(`${path}.part`, path);
    await syncFolder(dirname(path));
  } catch (error) {
    throw storeFailure(error, path);
  } finally {
    release?.();
    backup.close();
  }
}

function openBackup(file: string): Database.Database {
  if (!existsSync(file)) throw new UserError(`There is no file ${file}.`);
  const stamp = stampOf(file);
  if (stamp === null || stamp.schema === 0)
    throw new UserError(`${file} is damaged or no Parley store: name a file that "parley backup" wrote.`);
  if (isForeign(stamp))
    throw new UserError(`${file} is a database but no Parley store: name a file that "parley backup" wrote.`);
  if (stamp.version > STORE_VERSION)
    throw new UserError(
      `${file} was made by a newer Parley (its version is ${stamp.version}, this one reads up to ${STORE_VERSION}): install the newer Parley first.`,
    );
  try {
    return openReadOnly(file);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(`${file} is damaged: name another file that "parley backup" wrote.`);
  }
}

function stampOf(file: string) {
  try {
    return readStamp(file);
  } catch (error) {
    if (storeFailure(error, file) instanceof UserError) return null;
    throw error;
  }
}

/**
 * Keeps everybody else out of the store at `path` until the function it returns is called; its log is folded into it.
 * Throws `UserError` while somebody has it open.
 */
function holdAlone(path: string): () => void {
  if (!existsSync(path)) return () => undefined;
  const db = new Database(path, { timeout: 0 });
  try {
    // SQLite changes this only where nobody else has the file open.
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN EXCLUSIVE');
    return () => void db.close();
  } catch (error) {
    db.close();
    const code = error instanceof Database.SqliteError ? error.code : '';
    if (/^SQLITE_(BUSY|LOCKED)/.test(code))
      throw new UserError(
        `The store ${path} is in use by another process: stop the bot and whatever else uses it, then restore again.`,
      );
    // A damaged store is what backups are for.
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return () => undefined;
    throw error;
  }
}
