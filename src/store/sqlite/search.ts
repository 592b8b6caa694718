import type { Database } from 'better-sqlite3';
import type { Hit, Scope } from '../ports.ts';
import { distinctTerms, termsOf, type Term } from '../words.ts';
import { createPrepare } from './prepare.ts';
import { limitOf, sentenceConditions } from '../scope.ts';

/** An FTS5 phrase; tokens hold letters, digits and marks only, so nothing in it can be syntax. */
function phrase(term: Term): string {
  return `"${term.tokens.join(' ')}"`;
}

export interface SearchDeps {
  readonly db: Database;
  readonly revision: () => number;
}

/** FTS5's BM25 (Robertson & Zaragoza 2009, k1 = 1.2, b = 0.75; idf never below 1e-6). */
export function createSearch({ db, revision }: SearchDeps) {
  const countSentences = db.prepare<[string], { n: number }>(
    'SELECT count(*) AS n FROM sentence_words WHERE sentence_words MATCH ?',
  );
  const prepareSearch = createPrepare<Hit>(db);
  let counted = { revision: -1, byStems: new Map<string, number>() };

  function search(table: string, words: readonly string[], limit: number, scope: Scope = {}): readonly Hit[] {
    const match = distinctTerms(words).map(phrase).join(' OR ');
    if (match === '') return [];
    const { sql, values } = sentenceConditions(scope);
    // The plus keeps SQLite from asking FTS5 once for each key in scope.
    const inScope = sql && ` AND +rowid IN (SELECT s.key FROM sentences AS s WHERE true${sql})`;
    const select = prepareSearch(
      `SELECT key, -found AS score FROM
         (SELECT rowid AS key, bm25(${table}) AS found FROM ${table} WHERE ${table} MATCH @match${inScope})
       ORDER BY found, key LIMIT @limit`,
    );
    return select.all({ ...values, match, limit: limitOf(limit) });
  }

  return {
    searchSentences: (words: readonly string[], limit: number, scope?: Scope) =>
      search('sentence_words', words, limit, scope),
    searchPassages: (words: readonly string[], limit: number, scope?: Scope) =>
      search('passage_words', words, limit, scope),
    sentenceFrequencies: (words: readonly string[]): readonly number[] => {
      const now = revision();
      if (counted.revision !== now) counted = { revision: now, byStems: new Map() };
      return termsOf(words).map((term) => {
        if (term.stems === '') return 0;
        const known = counted.byStems.get(term.stems);
        if (known !== undefined) return known;
        const n = countSentences.get(phrase(term))?.n ?? 0;
        counted.byStems.set(term.stems, n);
        return n;
      });
    },
  };
}
