import { closeSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '../../errors.ts';
import { APPLICATION_ID, STORE_VERSION, migrate } from './migrations.ts';
import { damagedStore, storeFailure } from './failures.ts';
import { hasItsTables } from './tables.ts';

export interface DatabaseOptions {
  readonly path: string;
  /** How long a statement waits (and blocks) while another process writes. */
  readonly busyTimeoutMs?: number;
}

interface Stamp {
  readonly version: number;
  readonly application: number;
  /** 0 for a database in which nothing was ever made: what another process leaves for a moment when it starts one. */
  readonly schema: number;
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
    if (db.pragma('journal_mode', { simple: true }) !== 'wal') db.pragma('journal_mode = WAL');
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

function refuseForeign(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return;
  // Merely opening a WAL database makes files beside it, so the file's own header is read where nothing is in the log;
  // a read-only connection never folds the log into the file.
  const logged = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const { version, application, schema } = logged > 0 ? loggedStamp(path) : headerStamp(path);
  if (application !== APPLICATION_ID && (schema !== 0 || version !== 0))
    throw new UserError(`The file ${path} is a database but not Parley's: set DATA_DIR to another folder.`);
  if (version > STORE_VERSION)
    throw new UserError(
      `The store ${path} was made by a newer Parley (its version is ${version}, this one reads up to ${STORE_VERSION}): install the newer Parley, or set DATA_DIR to another folder.`,
    );
}

/**
 * https://www.sqlite.org/fileformat.html#the_database_header: the schema's cookie is at byte 40, user_version at
 * 60, application_id at 68.
 */
function headerStamp(path: string): Stamp {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    if (readSync(file, header) < header.length || !header.toString('latin1').startsWith('SQLite format 3\0'))
      throw damagedStore(path);
  } finally {
    closeSync(file);
  }
  return {
    version: header.readUInt32BE(60),
    application: header.readUInt32BE(68),
    schema: header.readUInt32BE(40),
  };
}

function loggedStamp(path: string): Stamp {
  const db = new Database(path, { readonly: true });
  try {
    const read = (pragma: string) => Number(db.pragma(pragma, { simple: true }));
    return {
      version: read('user_version'),
      application: read('application_id'),
      schema: read('schema_version'),
    };
  } finally {
    db.close();
  }
}
