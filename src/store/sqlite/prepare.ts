import type { Database, Statement } from 'better-sqlite3';

/** Prepares each SQL text once. `Row` is what the caller's `SELECT` list gives. */
export interface Prepare {
  <Row = never>(sql: string): Statement<unknown[], Row>;
}

/** For SQL texts that vary with a scope: those are few, so nothing is ever dropped. */
export function createPrepare(db: Database): Prepare {
  const prepared = new Map<string, Statement>();
  return <Row>(sql: string) => {
    let statement = prepared.get(sql);
    if (!statement) prepared.set(sql, (statement = db.prepare(sql)));
    // The driver's own `prepare` types rows by the same unchecked word of its caller.
    return statement as Statement<unknown[], Row>;
  };
}
