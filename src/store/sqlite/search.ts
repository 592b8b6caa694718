import type { Database } from 'better-sqlite3';
import type { Hit, Scope } from '../ports.ts';
import { textAt } from '../../text/span.ts';
import type { SentenceRow } from '../rows/article-rows.ts';
import { distinctTerms, stemmed, termsOf, type Term } from '../words.ts';
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
/** When more sentences came in at once, the words are counted anew. */
const MOST_ADDED = 200;

/** How many sentences there are, and the newest one's key. */
interface Extent {
  readonly sentences: number;
  readonly last: number;
}

/** FTS5's BM25 (Robertson & Zaragoza 2009, k1 = 1.2, b = 0.75; idf never below 1e-6). */
export function createSearch({ db, revision }: SearchDeps) {
  const countSentences = db.prepare<[string, number], { n: number }>(
    'SELECT count(*) AS n FROM sentence_words WHERE sentence_words MATCH ? AND rowid <= ?',
  );
  const selectExtent = db.prepare<[], Extent>(
    `SELECT (SELECT count(*) FROM sentences) AS sentences, (SELECT coalesce(max(key), 0) FROM sentences) AS last`,
  );
  const selectNew = db.prepare<[number, number], Pick<SentenceRow, 'start_at' | 'end_at'> & { text: string }>(
    `SELECT s.start_at, s.end_at, a.text FROM sentences AS s JOIN articles AS a ON a.nr = s.article
     WHERE s.key > ? AND s.key <= ?`,
  );
  const prepareSearch = createPrepare<Hit>(db);
  let extent: Extent & { readonly revision: number } = { revision: -1, sentences: 0, last: 0 };
  const counted = new Map<string, number>();

  /** Keys are never used again: while sentences only come in, they are counted alone; when some went, all are. */
  function keepUp(): void {
    const now = revision();
    if (now === extent.revision) return;
    const before = extent;
    extent = { revision: now, ...(selectExtent.get() ?? { sentences: 0, last: 0 }) };
    const cameIn = extent.sentences - before.sentences;
    if (cameIn < 0 || cameIn > MOST_ADDED || counted.size > MOST_COUNTED) return counted.clear();
    const added = selectNew.all(before.last, extent.last);
    if (added.length !== cameIn) return counted.clear();
    const sentences = added.map(({ text, start_at: start, end_at: end }) =>
      stemmed(textAt(text, { start, end })),
    );
    const single = new Map<string, number>();
    for (const stem of sentences.flatMap((stems) => [...new Set(stems.split(' '))]))
      single.set(stem, (single.get(stem) ?? 0) + 1);
    const inNew = (term: string): number =>
      term.includes(' ')
        ? sentences.filter((stems) => ` ${stems} `.includes(` ${term} `)).length
        : (single.get(term) ?? 0);
    for (const [term, n] of counted) counted.set(term, n + inNew(term));
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
      return termsOf(words).map((term) => {
        if (term.stems === '') return 0;
        const n = counted.get(term.stems) ?? countSentences.get(phrase(term), extent.last)?.n ?? 0;
        counted.set(term.stems, n);
        return n;
      });
    },
  };
}
