import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Correction } from '../../domain/correction.ts';

const correctionRow = z
  .object({
    id: z.int(),
    article: z.string(),
    quote: z.string(),
    start: z.int(),
    end: z.int(),
    speaker: z.string().nullable(),
    side: z.string().nullable(),
    wasSpeaker: z.string().nullable(),
    wasSide: z.string().nullable(),
    note: z.string().nullable(),
    byId: z.string(),
    byName: z.string(),
    at: z.iso.datetime(),
  })
  .transform(({ wasSpeaker, wasSide, byId, byName, ...row }): Correction => ({
    ...row,
    was: { speaker: wasSpeaker, side: wasSide },
    by: { id: byId, name: byName },
  }));

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
