import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '../../../errors.ts';
import { damagedStore, storeFailure } from './failures.ts';
import { STORE_VERSION, migrate, versionOf } from './migrations.ts';
import { refuseForeign } from './stamp.ts';
import { hasItsTables } from './tables.ts';

/**
 * Null, or the system's code for why the store at `path` cannot be written to (`EROFS`, `EACCES` …). SQLite must write
 * beside its file too, so the folder counts as well.
 */
export function whyReadOnly(path: string): string | null {
  if (!existsSync(path)) return null;
  try {
    for (const each of [path, dirname(path)]) accessSync(each, constants.W_OK);
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

/**
 * Opens a store of this or an older version without writing anything to the disk.
 * Throws `UserError` as `openDatabase` does, and for a store whose last changes can be read only where it can be written.
 */
export function openReadOnly(path: string): Database.Database {
  let db: Database.Database | undefined;
  try {
    db = openInPlace(path) ?? openCopy(fileOf(path));
    refuseForeign(path);
    if (!hasItsTables(db)) throw damagedStore(path);
    if (versionOf(db) === STORE_VERSION) return db;
    // An older store is brought to this version in memory.
    const copy = openCopy(db.serialize());
    db.close();
    db = copy;
    migrate(db);
    return db;
  } catch (error) {
    db?.close();
    throw storeFailure(error, path);
  }
}

/** The file itself, which sees what others write to it; null where SQLite would have to make files beside it. */
function openInPlace(path: string): Database.Database | null {
  const db = new Database(path, { readonly: true });
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && /^SQLITE_(CANTOPEN|READONLY)/.test(error.code)) return null;
    throw error;
  }
}

/** The file's bytes, where it holds all there is. */
function fileOf(path: string): Buffer {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0) return readFileSync(path);
  throw new UserError(
    `The store ${path} cannot be written to and was not closed: its last changes are in ${path}-wal. Copy both to a folder that can be written to, and set DATA_DIR to it.`,
  );
}

/** In memory, where a database has no log: bytes 18 and 19 say whether there is one (2) or not (1). */
function openCopy(bytes: Buffer): Database.Database {
  return new Database(bytes.length === 0 ? ':memory:' : bytes.fill(1, 18, 20));
}
