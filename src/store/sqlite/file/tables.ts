import Database from 'better-sqlite3';
import { migrate, versionOf } from './migrations.ts';

/** Every column of every table, as `<kind of table> <table>.<column>`. */
function columnsOf(db: Database.Database): ReadonlySet<string> {
  const columns = db
    .prepare<[], string>(
      `SELECT t.type || ' ' || t.name || '.' || c.name
       FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c WHERE t.schema = 'main'`,
    )
    .pluck()
    .all();
  return new Set(columns);
}

/** Whether a store has the tables of its version, with their columns; more than those is no matter. */
export function hasItsTables(db: Database.Database): boolean {
  const version = versionOf(db);
  if (version === 0) return true;
  const fresh = new Database(':memory:');
  try {
    migrate(fresh, version);
    const found = columnsOf(db);
    return [...columnsOf(fresh)].every((column) => found.has(column)) && hasItsState(db);
  } finally {
    fresh.close();
  }
}

/** The one row that every change moves on. */
function hasItsState(db: Database.Database): boolean {
  return db.prepare<[], number>('SELECT count(*) FROM state').pluck().get() === 1;
}
