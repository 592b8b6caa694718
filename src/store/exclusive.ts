import Database from 'better-sqlite3';

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

/**
 * Takes the lock that the file at `path` stands for (made when missing, never written to), or gives null while another
 * holder has it. It is an exclusive SQLite transaction, so the system frees it when the holder's process ends, however
 * that happens. Returns what releases it. Throws what the driver throws when the file cannot be made.
 */
export function tryExclusive(path: string): (() => void) | null {
  const db = new Database(path, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
    return () => void db.close();
  } catch (error) {
    db.close();
    if (isBusy(error)) return null;
    throw error;
  }
}
