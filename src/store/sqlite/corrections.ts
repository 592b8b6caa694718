import type { Database } from 'better-sqlite3';
import type { Correction } from '../../domain/change/correction.ts';
import { correctionRow } from '../rows/correction-row.ts';

/** What people corrected, apart from the articles. */
export function createCorrections({ db }: { readonly db: Database }) {
  const insert = db.prepare(
    `INSERT INTO corrections
       (article, quote, start_at, end_at, speaker, side, was_speaker, was_side, note, by_id, by_name, at)
     VALUES (@article, @quote, @start, @end, @speaker, @side, @wasSpeaker, @wasSide, @note, @byId, @byName, @at)`,
  );
  const select = db.prepare<[string | null, string | null]>(
    `SELECT id, article, quote, start_at AS start, end_at AS end, speaker, side, was_speaker AS wasSpeaker,
       was_side AS wasSide, note, by_id AS byId, by_name AS byName, at
     FROM corrections WHERE ? IS NULL OR article = ? ORDER BY id`,
  );
  const remove = db.prepare<[number]>('DELETE FROM corrections WHERE id = ?');
  return {
    addCorrection: ({ was, by, ...correction }: Omit<Correction, 'id'>): number => {
      const columns = { wasSpeaker: was.speaker, wasSide: was.side, byId: by.id, byName: by.name };
      return Number(insert.run({ ...correction, ...columns }).lastInsertRowid);
    },
    removeCorrection: (id: number): boolean => remove.run(id).changes > 0,
    corrections: (article: string | null = null): readonly Correction[] =>
      select.all(article, article).map((row) => correctionRow.parse(row)),
  };
}
