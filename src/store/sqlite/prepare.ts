import type { Database, Statement } from 'better-sqlite3';

/**
 * Prepares each SQL text once, for texts that vary with a scope: those are few, so nothing is ever dropped.
 * `Row` is what the `SELECT` list gives.
 */
export function createPrepare<Row>(db: Database): (sql: string) => Statement<unknown[], Row> {
  const prepared = new Map<string, Statement<unknown[], Row>>();
  return (sql) => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = db.prepare<unknown[], Row>(sql);
    prepared.set(sql, statement);
    return statement;
  };
}
