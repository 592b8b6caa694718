import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { UserError } from '../../../errors.ts';
import { storeFailure } from './failures.ts';
import { integrityFaults } from './integrity.ts';

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
