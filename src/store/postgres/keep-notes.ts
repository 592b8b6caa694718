import type { Visit } from '../../domain/article.ts';
import type { Correction } from '../../domain/change/correction.ts';
import { correctionRow } from '../rows/correction-row.ts';
import type { Connections } from './connection-pool.ts';

/** What is kept apart from the articles: corrections, visits, notes, and values for a while. */
export function createKeepNotes(connections: Connections) {
  return {
    addCorrection: async ({ was, by, ...correction }: Omit<Correction, 'id'>): Promise<number> => {
      const [row] = await connections.rows<{ id: number }>(
        `INSERT INTO corrections
           (article, quote, start_at, end_at, speaker, side, was_speaker, was_side, note, by_id, by_name, at)
         VALUES (@article, @quote, @start, @end, @speaker, @side, @wasSpeaker, @wasSide, @note, @byId, @byName, @at)
         RETURNING id`,
        { ...correction, wasSpeaker: was.speaker, wasSide: was.side, byId: by.id, byName: by.name },
      );
      if (!row) throw new Error('a correction got no number');
      return row.id;
    },
    removeCorrection: async (id: number): Promise<boolean> =>
      (await connections.run('DELETE FROM corrections WHERE id = @id', { id })) > 0,
    corrections: async (article: string | null = null): Promise<readonly Correction[]> => {
      const rows = await connections.rows(
        `SELECT id, article, quote, start_at AS start, end_at AS end, speaker, side, was_speaker AS "wasSpeaker",
           was_side AS "wasSide", note, by_id AS "byId", by_name AS "byName", at
         FROM corrections WHERE @article::text IS NULL OR article = @article ORDER BY id`,
        { article },
      );
      return rows.map((row) => correctionRow.parse(row));
    },
    visit: async (url: string): Promise<Visit | null> => {
      const [row] = await connections.rows<Visit>(
        'SELECT url, at, etag, last_modified AS "lastModified", article FROM visits WHERE url = @url',
        { url },
      );
      return row ?? null;
    },
    saveVisit: async ({ url, at, etag, lastModified, article }: Visit): Promise<void> => {
      await connections.run(
        `INSERT INTO visits (url, at, etag, last_modified, article) VALUES (@url, @at, @etag, @lastModified, @article)
         ON CONFLICT (url) DO UPDATE SET at = excluded.at, etag = excluded.etag,
           last_modified = excluded.last_modified, article = excluded.article`,
        { url, at, etag, lastModified, article },
      );
    },
    note: async (name: string): Promise<string | null> => {
      const [row] = await connections.rows<{ value: string }>('SELECT value FROM notes WHERE name = @name', {
        name,
      });
      return row?.value ?? null;
    },
    setNote: async (name: string, value: string): Promise<void> => {
      await connections.run(
        'INSERT INTO notes (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        { name, value },
      );
    },
    remember: async (key: string, value: string, keepMs: number): Promise<void> => {
      const now = Date.now();
      await connections.run('DELETE FROM memories WHERE until <= @now', { now });
      await connections.run(
        `INSERT INTO memories (key, value, until) VALUES (@key, @value, @until)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, until = excluded.until`,
        { key, value, until: Math.trunc(now + keepMs) },
      );
    },
    recall: async (key: string): Promise<string | null> => {
      const [row] = await connections.rows<{ value: string }>(
        'SELECT value FROM memories WHERE key = @key AND until > @now',
        { key, now: Date.now() },
      );
      return row?.value ?? null;
    },
    forgetMemories: async (words: string): Promise<void> => {
      await connections.run(
        'DELETE FROM memories WHERE strpos(key, @words) > 0 OR strpos(value, @words) > 0',
        { words },
      );
    },
  };
}
