import type { Hit, Scope } from '../ports.ts';
import { limitOf, sentenceConditions } from '../scope.ts';
import { distinctTerms, termsOf } from '../words.ts';
import type { Queries } from './connection-pool.ts';
import { phraseQuery, stemsOf } from './stem-places.ts';

/** What is counted anew when the store changed. */
interface Counted {
  readonly revision: number;
  readonly sentences: number;
  /** Of words: a sentence's, a passage's. */
  readonly mean: Readonly<Record<Column, number>>;
  /** In how many a phrase stands. */
  readonly frequencies: Readonly<Record<Column, Map<string, number>>>;
}

type Column = 'sentence' | 'passage';

const PARTS = `unnest(@terms::int[], @stems::text[], @places::int[], @sizes::int[], @idfs::float8[])
  AS part (term, stem, place, size, idf)`;

/** How often each term stands in a row of `words AS w`; its stems must follow each other. */
const phraseCounts = (column: Column): string => `
  SELECT term, idf, count(*)::float8 AS tf
  FROM (SELECT part.term, part.idf FROM ${PARTS}
        JOIN unnest(w.${column}) AS word ON word.lexeme = part.stem
        CROSS JOIN unnest(word.positions) AS at
        GROUP BY part.term, part.idf, part.size, at - part.place HAVING count(*) = part.size) AS places
  GROUP BY term, idf`;

/** The same where each term is one stem, in less time. */
const stemCounts = (column: Column): string => `
  SELECT part.term, part.idf, cardinality(word.positions)::float8 AS tf
  FROM unnest(w.${column}) AS word
  JOIN ${PARTS} ON part.stem = word.lexeme`;

/** FTS5's BM25 (Robertson & Zaragoza 2009, k1 = 1.2, b = 0.75; idf never below 1e-6), over stems with their places. */
export function createRankWords(queries: Queries, revision: () => Promise<number>) {
  let counted: Counted | null = null;

  async function counts(): Promise<Counted> {
    const now = await revision();
    if (counted?.revision === now) return counted;
    const [row] = await queries.rows<{ n: number; sentence: number | null; passage: number | null }>(
      `SELECT count(*) AS n, avg(sentence_length)::float8 AS sentence, avg(passage_length)::float8 AS passage FROM words`,
    );
    counted = {
      revision: now,
      sentences: row?.n ?? 0,
      mean: { sentence: row?.sentence ?? 1, passage: row?.passage ?? 1 },
      frequencies: { sentence: new Map(), passage: new Map() },
    };
    return counted;
  }

  async function frequencies(
    column: Column,
    phrases: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const known = (await counts()).frequencies[column];
    const unknown = [...new Set(phrases)].filter((phrase) => phrase !== '' && !known.has(phrase));
    if (unknown.length > 0) {
      const rows = await queries.rows<{ phrase: string; n: number }>(
        `SELECT phrase, (SELECT count(*) FROM words WHERE ${column} @@ phrase::tsquery) AS n
         FROM unnest(@unknown::text[]) AS phrase`,
        { unknown },
      );
      for (const { phrase, n } of rows) known.set(phrase, n);
    }
    return known;
  }

  async function search(
    column: Column,
    words: readonly string[],
    limit: number,
    scope: Scope = {},
  ): Promise<readonly Hit[]> {
    const phrases = distinctTerms(words)
      .map(stemsOf)
      .filter((stems) => stems.length > 0);
    if (phrases.length === 0) return [];
    const found = await frequencies(column, phrases.map(phraseQuery));
    const { sentences, mean } = await counts();
    const parts = phrases.flatMap((stems, term) => {
      const n = found.get(phraseQuery(stems)) ?? 0;
      const idf = Math.max(Math.log((sentences - n + 0.5) / (n + 0.5)), 1e-6);
      return n === 0 ? [] : stems.map((stem, place) => ({ term, stem, place, size: stems.length, idf }));
    });
    if (parts.length === 0) return [];
    const match = phrases
      .filter((stems) => (found.get(phraseQuery(stems)) ?? 0) > 0)
      .map((stems) => `(${phraseQuery(stems)})`)
      .join(' | ');
    const { sql, values } = sentenceConditions(scope);
    const inScope = sql && ` AND w.key IN (SELECT s.key FROM sentences AS s WHERE true${sql})`;
    return queries.rows<{ key: number; score: number }>(
      `SELECT w.key, ranked.score FROM words AS w CROSS JOIN LATERAL (
         SELECT sum(idf * ((tf * 2.2::float8) / (tf + 1.2::float8 * (0.25::float8 + 0.75::float8 * w.${column}_length / @mean::float8)))
           ORDER BY term) AS score
         FROM (${parts.some(({ size }) => size > 1) ? phraseCounts(column) : stemCounts(column)}) AS terms) AS ranked
       WHERE w.${column} @@ @match::tsquery${inScope}
       ORDER BY ranked.score DESC, w.key LIMIT @limit`,
      {
        ...values,
        match,
        mean: mean[column],
        terms: parts.map(({ term }) => term),
        stems: parts.map(({ stem }) => stem),
        places: parts.map(({ place }) => place),
        sizes: parts.map(({ size }) => size),
        idfs: parts.map(({ idf }) => idf),
        limit: limitOf(limit),
      },
    );
  }

  return {
    searchSentences: (words: readonly string[], limit: number, scope?: Scope) =>
      search('sentence', words, limit, scope),
    searchPassages: (words: readonly string[], limit: number, scope?: Scope) =>
      search('passage', words, limit, scope),
    sentenceFrequencies: async (words: readonly string[]): Promise<readonly number[]> => {
      const phrases = termsOf(words).map((term) => phraseQuery(stemsOf(term)));
      const known = await frequencies('sentence', phrases);
      return phrases.map((phrase) => known.get(phrase) ?? 0);
    },
  };
}
