import type { Database } from 'better-sqlite3';
import { tokens } from '../../search-terms.ts';

/** The stems of texts, with a space before, between and behind them: " the missil in europ "; '' for one without any. */
export type ReadStems = (texts: readonly string[]) => readonly string[];

/** So many words' stems are kept. */
const MOST_KEPT = 50_000;

/** Reads stems as FTS5 makes them: each word once, in a table in memory that is emptied at once. */
export function createReadStems(db: Database): ReadStems {
  db.exec(`
    CREATE VIRTUAL TABLE temp.stemmed USING fts5 (words, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE temp.stemmed_places USING fts5vocab (temp, stemmed, instance);
  `);
  const insert = db.prepare<[number, string]>('INSERT INTO temp.stemmed (rowid, words) VALUES (?, ?)');
  const select = db
    .prepare<[], [at: number, stem: string]>('SELECT doc, term FROM temp.stemmed_places ORDER BY doc, offset')
    .raw();
  const empty = db.prepare(`INSERT INTO temp.stemmed (stemmed) VALUES ('delete-all')`);
  /** A space behind each. */
  const kept = new Map<string, string>();

  const keep = db.transaction((words: readonly string[]): void => {
    for (const [at, word] of words.entries()) {
      insert.run(at, word);
      kept.set(word, '');
    }
    for (const [at, stem] of select.all()) {
      const word = words[at] ?? '';
      kept.set(word, `${kept.get(word) ?? ''}${stem} `);
    }
    empty.run();
  });

  return (texts) => {
    if (kept.size > MOST_KEPT) kept.clear();
    const parted = texts.map(tokens);
    const unknown = [...new Set(parted.flat())].filter((word) => !kept.has(word));
    if (unknown.length > 0) keep(unknown);
    return parted.map((words) => {
      const stems = words.map((word) => kept.get(word) ?? '').join('');
      return stems === '' ? '' : ` ${stems}`;
    });
  };
}
