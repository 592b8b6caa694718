import type { Database } from 'better-sqlite3';
import { isIntact, type ArticleRow } from '../../rows/article-rows.ts';

/** So many faults are told of each kind: where there are more, it is all the same. */
const MOST_TOLD = 3;

/**
 * What is wrong with a database of this version's tables, in words for people; none where nothing is. Reads all of it.
 */
export function integrityFaults(db: Database): string[] {
  const lines = db.prepare<[], string>(`PRAGMA integrity_check(${MOST_TOLD})`).pluck().all();
  const faults = lines.filter((line) => line !== 'ok').map((line) => line.replace(/\s+/g, ' '));
  const orphans = db
    .prepare<[], string>('SELECT DISTINCT "table" FROM pragma_foreign_key_check ORDER BY 1')
    .pluck()
    .all();
  if (orphans.length > 0) faults.push(`rows that belong to nothing in ${orphans.join(', ')}`);
  const unpaired = db
    .prepare<[], number>(
      `SELECT count(*) FROM sentences AS s LEFT JOIN vectors AS v ON v.key = s.key, state
       WHERE state.dimensions IS NOT NULL AND v.key IS NOT NULL AND length(v.vector) <> 4 * state.dimensions`,
    )
    .pluck()
    .get();
  if (unpaired) faults.push(`${unpaired} vectors of another length than their model's`);
  return faults;
}

/** The ids of the articles whose text is not the one that was saved. */
export function damagedTexts(db: Database): string[] {
  const rows = db
    .prepare<[], Pick<ArticleRow, 'id' | 'text' | 'text_hash'>>(
      'SELECT id, text, text_hash FROM articles ORDER BY id',
    )
    .iterate();
  const ids: string[] = [];
  for (const row of rows) if (!isIntact(row)) ids.push(row.id);
  return ids;
}
