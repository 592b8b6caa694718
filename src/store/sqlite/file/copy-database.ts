import { rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '../../../errors.ts';
import { storeFailure } from './failures.ts';
import { integrityFaults } from './integrity.ts';

/** What SQLite keeps beside its file has these endings. */
export const BESIDE = ['-wal', '-shm', '-journal'] as const;

/** Throws `UserError` where `file` is the store at `path`, by whatever name, or one of the files that SQLite keeps beside it. */
export function refuseStoreItself(file: string, path: string): void {
  const there = statSync(file, { throwIfNoEntry: false });
  const store = statSync(path, { throwIfNoEntry: false });
  const isStore = there !== undefined && there.ino === store?.ino && there.dev === store.dev;
  if (isStore || BESIDE.some((ending) => resolve(file) === resolve(path + ending)))
    throw new UserError(`${file} is the store itself: name another file.`);
}

/**
 * Copies an open database into the new file `to`, as it is at one moment, also while others write to it; the copy is one
 * file without a log. Rejects with `UserError` when the copy is damaged or cannot be written; then there is none.
 *
 * @param from the file that `db` is of, for messages
 */
export async function copyDatabase(db: Database.Database, from: string, to: string): Promise<void> {
  try {
    rmSync(to, { force: true });
    // All that is left in one step: who writes meanwhile makes SQLite begin anew, for ever where they never rest.
    await db.backup(to, { progress: ({ remainingPages }) => Math.max(remainingPages, 1) });
    const copy = new Database(to);
    try {
      copy.pragma('journal_mode = DELETE');
      const [fault] = integrityFaults(copy);
      if (fault !== undefined) throw damaged(from, fault);
    } finally {
      copy.close();
    }
  } catch (error) {
    rmSync(to, { force: true });
    const isDamage = error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
    throw isDamage ? damaged(from, error.message) : storeFailure(error, to);
  }
}

function damaged(from: string, fault: string): UserError {
  return new UserError(`${from} is damaged (${fault}), so no copy of it was kept.`);
}
