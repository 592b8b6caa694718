import type { Database } from 'better-sqlite3';
import type { Hit, Scope } from '../ports.ts';
import { distinctTerms, termsOf, type Term } from '../search-terms.ts';
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

/** So many words' counts are kept; a language has fewer that are asked for. */
const MOST_COUNTED = 20_000;

/** How many sentences there are, and the newest one's key. */
interface Extent {
  readonly sentences: number;
  readonly last: number;
}

/** FTS5's BM25 (Robertson & Zaragoza 2009, k1 = 1.2, b = 0.75; idf never below 1e-6). */
export function createSearch({ db, revision }: SearchDeps) {
  const countSentences = db.prepare<[string, number, number], { n: number }>(
    'SELECT count(*) AS n FROM sentence_words WHERE sentence_words MATCH ? AND rowid > ? AND rowid <= ?',
  );
  const selectExtent = db.prepare<[], Extent>(
    `SELECT (SELECT count(*) FROM sentences) AS sentences, (SELECT coalesce(max(key), 0) FROM sentences) AS last`,
  );
  const countAbove = db.prepare<[number], { n: number }>('SELECT count(*) AS n FROM sentences WHERE key > ?');
  const prepareSearch = createPrepare<Hit>(db);
  let extent: Extent & { readonly revision: number } = { revision: -1, sentences: 0, last: 0 };
  /** In how many of the sentences up to which one each word stands. */
  const counted = new Map<string, { readonly n: number; readonly upTo: number }>();

  /** Keys are never used again: while sentences only come in, they are counted alone; when some went, all are. */
  function keepUp(): void {
    const now = revision();
    if (now === extent.revision) return;
    const before = extent;
    extent = { revision: now, ...(selectExtent.get() ?? { sentences: 0, last: 0 }) };
    const isLess = extent.sentences - before.sentences !== (countAbove.get(before.last)?.n ?? 0);
    if (isLess || counted.size > MOST_COUNTED) counted.clear();
  }

  function countOf(term: Term): number {
    const known = counted.get(term.stems) ?? { n: 0, upTo: 0 };
    if (known.upTo === extent.last) return known.n;
    const n = known.n + (countSentences.get(phrase(term), known.upTo, extent.last)?.n ?? 0);
    counted.set(term.stems, { n, upTo: extent.last });
    return n;
  }

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
      keepUp();
      return termsOf(words).map((term) => (term.stems === '' ? 0 : countOf(term)));
    },
  };
}
