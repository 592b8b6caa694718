import type { Database } from 'better-sqlite3';
import type { Hit, Scope } from '../../ports.ts';
import { limitOf, sentenceConditions } from '../../scope.ts';
import { tokens } from '../../search-terms.ts';
import { createPrepare } from '../prepare.ts';
import { createCountWords } from './count-searched.ts';
import { createKeepRecent } from './keep-recent.ts';
import { createWordPlaces } from './word-places.ts';
import { createReadStems } from './read-stems.ts';

export interface SearchDeps {
  readonly db: Database;
  readonly revision: () => number;
}

/**
 * FTS5's BM25 (Robertson & Zaragoza 2009, k1 = 1.2, b = 0.75; idf never below 0), added up here from the lists of where each
 * word stands, to the same scores: its own reads the lists an entry at a time, and looks up each length.
 */
export function createSearch({ db, revision }: SearchDeps) {
  const readStems = createReadStems(db);
  const recent = createKeepRecent(db, readStems);
  const words = createCountWords(db, recent);
  const tables = {
    sentences: createWordPlaces(db, 'sentence_words', recent),
    passages: createWordPlaces(db, 'passage_words', recent),
  };
  // That of the C library, by which FTS5 has it: the last bit of JavaScript's differs.
  const logarithm = db.prepare<[number], number>('SELECT ln(?)').pluck();
  const prepareKeys = createPrepare<{ readonly keys: string }>(db);
  /** By key; zero between two searches. */
  let scores = new Float64Array(1024);
  let seen = -1;

  function keepUp(): void {
    const now = revision();
    if (now === seen) return;
    const isLess = recent.keepUp();
    if (isLess) words.forget();
    for (const table of Object.values(tables)) table.keepUp(isLess);
    seen = now;
  }

  function keysIn(scope: Scope): ReadonlySet<number> | null {
    const { sql, values } = sentenceConditions(scope);
    if (sql === '') return null;
    const found = prepareKeys(
      `SELECT json_group_array(s.key) AS keys FROM sentences AS s WHERE true${sql}`,
    ).get(values);
    const keys: unknown = JSON.parse(found?.keys ?? '[]');
    return new Set(Array.isArray(keys) ? keys.map(Number) : []);
  }

  const search = db.transaction(
    (of: keyof typeof tables, asked: readonly string[], limit: number, scope: Scope): readonly Hit[] => {
      keepUp();
      const phrases = [...new Set(readStems(asked))].filter((stems) => stems !== '');
      if (phrases.length === 0) return [];
      const table = tables[of];
      if (scores.length < table.end()) scores = new Float64Array(2 * table.end());
      const { rows, mean } = table.totals();
      const inScope = keysIn(scope);
      const found: number[] = [];
      try {
        for (const stems of phrases) {
          const { keys, counts } = table.postingsOf(stems);
          const telling = logarithm.get((rows - keys.length + 0.5) / (keys.length + 0.5)) ?? 0;
          const idf = telling > 0 ? telling : 1e-6;
          for (let i = 0; i < keys.length; i++) {
            const key = keys[i] ?? 0;
            if (inScope && !inScope.has(key)) continue;
            const before = scores[key] ?? 0;
            if (before === 0) found.push(key);
            const count = counts[i] ?? 0;
            scores[key] =
              before + idf * ((count * 2.2) / (count + 1.2 * (0.25 + (0.75 * table.lengthOf(key)) / mean)));
          }
        }
        return best(found, scores, limitOf(limit));
      } finally {
        for (const key of found) scores[key] = 0;
      }
    },
  );

  return {
    searchSentences: (asked: readonly string[], limit: number, scope: Scope = {}) =>
      search('sentences', asked, limit, scope),
    searchPassages: (asked: readonly string[], limit: number, scope: Scope = {}) =>
      search('passages', asked, limit, scope),
    sentenceFrequencies: db.transaction((asked: readonly string[]): readonly number[] => {
      keepUp();
      const terms = asked.map(tokens);
      return readStems(asked).map((stems, i) => {
        // Tokens hold letters, digits and marks only, so nothing in them can be syntax.
        const phrase = `"${terms[i]?.join(' ')}"`;
        return stems === '' ? 0 : words.countOf({ phrase, stems });
      });
    }),
  };
}

/** The best `limit` of the keys found, by score, then by key. */
function best(found: readonly number[], scores: Float64Array, limit: number): readonly Hit[] {
  if (limit === 0) return [];
  let hits: Hit[] = [];
  let least = 0;
  const cut = (): void => {
    hits = hits.toSorted((a, b) => b.score - a.score || a.key - b.key).slice(0, limit);
    if (hits.length === limit) least = hits.at(-1)?.score ?? 0;
  };
  for (const key of found) {
    const score = scores[key] ?? 0;
    if (score < least) continue;
    hits.push({ key, score });
    if (hits.length >= 4 * limit) cut();
  }
  cut();
  return hits;
}
