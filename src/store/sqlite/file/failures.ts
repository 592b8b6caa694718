import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { ZodError } from 'zod';
import { UserError } from '../../../errors.ts';

/** The store's data is there but cannot be what Parley wrote. */
export function damagedStore(path: string): UserError {
  return new UserError(
    `The file ${path} should be Parley's store but is damaged or not a database: put a backup in its place, or delete it and ingest the articles again.`,
  );
}

/** The data folder cannot be used; `reason` is the system's own code, such as `EACCES`. */
function unwritableFolder(folder: string, reason: string): UserError {
  return new UserError(
    `Parley cannot write to its data folder ${folder} (${reason}): make it a folder that can be written to, or set DATA_DIR to another one.`,
  );
}

function fullDisk(path: string): UserError {
  return new UserError(
    `The disk that holds ${path} is full and the last change was not saved: free some space, then try again.`,
  );
}

function lockedStore(path: string): UserError {
  return new UserError(
    `Another process keeps the store ${path} locked: wait for it or stop it, then try again.`,
  );
}

function failingDisk(path: string, code: string): UserError {
  return new UserError(
    `The disk failed while Parley used ${path} (${code}): check the disk, then try again.`,
  );
}

function codeOf(error: unknown): string {
  if (error instanceof Database.SqliteError) return error.code;
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** SQLite has one code for all faults of SQL; ours has none where the tables are those of the version. */
function isOfOtherTables(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    error.code === 'SQLITE_ERROR' &&
    /^(no such (table|column)|duplicate column name|(table|index) .* (already exists|has no column))/.test(
      error.message,
    )
  );
}

/** What a person can mend becomes a `UserError` about the store at `path`; anything else comes back as it is. */
export function storeFailure(error: unknown, path: string): unknown {
  if (error instanceof ZodError) return damagedStore(path);
  const code = codeOf(error);
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code) || isOfOtherTables(error)) return damagedStore(path);
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)) return fullDisk(path);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return lockedStore(path);
  if (
    /^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|EACCES|EPERM|EROFS|ENOTDIR|EISDIR|EEXIST|ENOENT|ELOOP)/.test(code)
  )
    return unwritableFolder(dirname(path), code);
  if (code.startsWith('SQLITE_IOERR')) return failingDisk(path, code);
  return error;
}
