import type { Database } from 'better-sqlite3';

/** Values that are kept for a while; `until` is in milliseconds since 1970. What is over is deleted with the next one kept. */
export function createMemories({ db }: { readonly db: Database }) {
  const forget = db.prepare<[number]>('DELETE FROM memories WHERE until <= ?');
  const upsert = db.prepare<[string, string, number]>(
    'INSERT OR REPLACE INTO memories (key, value, until) VALUES (?, ?, ?)',
  );
  const select = db.prepare<[string, number], { value: string }>(
    'SELECT value FROM memories WHERE key = ? AND until > ?',
  );
  const dropWith = db.prepare<[string, string]>(
    'DELETE FROM memories WHERE instr(key, ?) > 0 OR instr(value, ?) > 0',
  );
  return {
    remember: db.transaction((key: string, value: string, keepMs: number): void => {
      const now = Date.now();
      forget.run(now);
      upsert.run(key, value, now + keepMs);
    }),
    forgetMemories: (words: string): void => void dropWith.run(words, words),
    recall: (key: string): string | null => select.get(key, Date.now())?.value ?? null,
  };
}
