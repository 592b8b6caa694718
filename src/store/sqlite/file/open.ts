import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { damagedStore, storeFailure } from './failures.ts';
import { migrate } from './migrations.ts';
import { refuseForeign } from './stamp.ts';
import { hasItsTables } from './tables.ts';

export interface DatabaseOptions {
  readonly path: string;
  /** How long a statement waits (and blocks) while another process writes. */
  readonly busyTimeoutMs?: number;
}

/**
 * Opens the database at `path`, making it and its folder where they are missing, and brings it to this version.
 * Throws `UserError` for a store of a newer Parley and for another program's database (both left untouched, without even
 * a journal), a damaged one, a folder that cannot be written to.
 */
export function openDatabase({ path, busyTimeoutMs = 2000 }: DatabaseOptions): Database.Database {
  let db: Database.Database | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    refuseForeign(path);
    db = new Database(path, { timeout: busyTimeoutMs });
    // Only for a new file: pages of the usual 4 KB hold one vector of 512 numbers each, and waste half of themselves.
    db.pragma('page_size = 8192');
    keepLog(db, busyTimeoutMs);
    db.pragma('synchronous = NORMAL');
    db.pragma('foreign_keys = ON');
    if (!hasItsTables(db)) throw damagedStore(path);
    migrate(db);
    return db;
  } catch (error) {
    db?.close();
    throw storeFailure(error, path);
  }
}

const TRY_EVERY_MS = 5;

/** Two processes may make the store at once, and for this alone SQLite does not wait by itself. */
function keepLog(db: Database.Database, busyTimeoutMs: number): void {
  for (const until = performance.now() + busyTimeoutMs; ;)
    try {
      if (db.pragma('journal_mode', { simple: true }) !== 'wal') db.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      const isBusy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
      if (!isBusy || performance.now() >= until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, TRY_EVERY_MS);
    }
}
