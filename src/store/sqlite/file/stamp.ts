import { closeSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { UserError } from '../../../errors.ts';
import { damagedStore } from './failures.ts';
import { APPLICATION_ID, STORE_VERSION } from './migrations.ts';

/** What a database says it is. */
export interface Stamp {
  readonly version: number;
  readonly application: number;
  /** 0 for a database in which nothing was ever made: what another process leaves for a moment when it starts one. */
  readonly schema: number;
}

/**
 * Throws `UserError` for a store of a newer Parley and for another program's database; nothing is written, not even a
 * journal.
 */
export function refuseForeign(path: string): void {
  const stamp = readStamp(path);
  if (isForeign(stamp))
    throw new UserError(`The file ${path} is a database but not Parley's: set DATA_DIR to another folder.`);
  if (stamp.version > STORE_VERSION)
    throw new UserError(
      `The store ${path} was made by a newer Parley (its version is ${stamp.version}, this one reads up to ${STORE_VERSION}): install the newer Parley, or set DATA_DIR to another folder.`,
    );
}

/** Whether another program made it: something is in it, and Parley did not mark it. */
export function isForeign({ application, schema, version }: Stamp): boolean {
  return application !== APPLICATION_ID && (schema !== 0 || version !== 0);
}

/** All zeros for a file that is missing or empty. Throws `UserError` for a file that is no database. */
export function readStamp(path: string): Stamp {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return { version: 0, application: 0, schema: 0 };
  // Merely opening a WAL database makes files beside it, so the file's own header is read where nothing is in the log;
  // a read-only connection never folds the log into the file.
  const logged = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  return logged > 0 ? loggedStamp(path) : headerStamp(path);
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
