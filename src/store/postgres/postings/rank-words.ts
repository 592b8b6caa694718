import type { Hit, Scope } from '../../ports.ts';
import { limitOf, sentenceConditions } from '../../scope.ts';
import { distinctTerms, termsOf } from '../../search-terms.ts';
import type { Queries } from '../connection-pool.ts';
import { stemsOf } from './make-postings.ts';
import { BLOCK, countPhrase, readOccurrences, type Column, type Occurrence } from './read-postings.ts';

/** What is counted anew when the store changed. */
interface Counted {
  readonly revision: number;
  readonly sentences: number;
  /** Of words: a sentence's, a passage's. */
  readonly mean: Readonly<Record<Column, number>>;
  /** In how many a phrase stands. */
  readonly frequencies: Readonly<Record<Column, Map<string, number>>>;
}

const phraseOf = (stems: readonly string[]): string => stems.join(' ');

/**
 * FTS5's BM25 (Robertson & Zaragoza 2009, k1 = 1.2, b = 0.75; idf never below 1e-6), added up here from the lists of
 * where each stem stands: the server would read them an entry at a time.
 */
export function createRankWords(queries: Queries, revision: () => Promise<number>) {
  let counted: Counted | null = null;

  async function counts(): Promise<Counted> {
    const now = await revision();
    if (counted?.revision === now) return counted;
    const [row] = await queries.rows<{ n: number | null; sentence: number | null; passage: number | null }>(
      `SELECT sum(sentences)::float8 AS n, sum(sentence_words)::float8 AS sentence, sum(passage_words)::float8 AS passage
       FROM word_counts`,
    );
    const sentences = row?.n ?? 0;
    counted = {
      revision: now,
      sentences,
      mean: { sentence: (row?.sentence ?? 1) / sentences, passage: (row?.passage ?? 1) / sentences },
      frequencies: { sentence: new Map(), passage: new Map() },
    };
    return counted;
  }

  /** Where each of the stems stands, with its places or without; among all sentences or in some blocks. */
  async function read(
    column: Column,
    stems: readonly string[],
    places: boolean,
    blocks: readonly number[] | null,
  ): Promise<ReadonlyMap<string, Buffer>> {
    const rows = await queries.rows<{ stem: string; joined: Buffer }>(
      `SELECT stem, string_agg(
         int8send(block) || int2send((octet_length(${column}) / 6)::int2) || ${column}${places ? ` || ${column}_places` : ''}, ''::bytea) AS joined
       FROM postings WHERE stem = ANY (@stems::text[]) AND ${column} <> ''${blocks ? ' AND block = ANY (@blocks::bigint[])' : ''}
       GROUP BY stem`,
      blocks ? { stems, blocks } : { stems },
    );
    return new Map(rows.map(({ stem, joined }) => [stem, joined]));
  }

  /** Calls `found` wherever the phrase stands. */
  async function occurrences(
    column: Column,
    phrases: readonly (readonly string[])[],
    blocks: readonly number[] | null,
    found: (phrase: readonly string[], occurrence: Occurrence) => void,
  ): Promise<void> {
    const single = phrases.filter((stems) => stems.length === 1).flat();
    const several = [...new Set(phrases.filter((stems) => stems.length > 1).flat())];
    const [alone, placed] = [
      single.length > 0 ? await read(column, single, false, blocks) : new Map<string, Buffer>(),
      several.length > 0 ? await read(column, several, true, blocks) : new Map<string, Buffer>(),
    ];
    for (const stems of phrases) {
      const [first] = stems;
      const joined = alone.get(first ?? '');
      if (stems.length > 1)
        countPhrase(
          stems.map((stem) => placed.get(stem)),
          (occurrence) => found(stems, occurrence),
        );
      else if (joined) readOccurrences(joined, (occurrence) => found(stems, occurrence));
    }
  }

  async function frequencies(
    column: Column,
    phrases: readonly (readonly string[])[],
  ): Promise<ReadonlyMap<string, number>> {
    const known = (await counts()).frequencies[column];
    const unknown = phrases.filter((stems) => stems.length > 0 && !known.has(phraseOf(stems)));
    if (unknown.length === 0) return known;
    for (const stems of unknown) known.set(phraseOf(stems), 0);
    const rows = await queries.rows<{ stem: string; n: number }>(
      `SELECT stem, sum(octet_length(${column}) / 6)::float8 AS n FROM postings
       WHERE stem = ANY (@stems::text[]) GROUP BY stem`,
      { stems: unknown.filter((stems) => stems.length === 1).flat() },
    );
    for (const { stem, n } of rows) known.set(stem, n);
    const several = unknown.filter((stems) => stems.length > 1);
    await occurrences(column, several, null, (stems) => {
      known.set(phraseOf(stems), (known.get(phraseOf(stems)) ?? 0) + 1);
    });
    return known;
  }

  async function keysIn(scope: Scope): Promise<ReadonlySet<number> | null> {
    const { sql, values } = sentenceConditions(scope);
    if (sql === '') return null;
    const [row] = await queries.rows<{ joined: Buffer | null }>(
      `SELECT string_agg(int8send(s.key), ''::bytea) AS joined FROM sentences AS s WHERE true${sql}`,
      values,
    );
    const joined = row?.joined ?? Buffer.alloc(0);
    return new Set(Array.from({ length: joined.length / 8 }, (_, i) => Number(joined.readBigInt64BE(i * 8))));
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
    const inScope = await keysIn(scope);
    const frequency = await frequencies(column, phrases);
    const { sentences, mean } = await counts();
    const blocks = inScope && [...new Set([...inScope].map((key) => Math.floor(key / BLOCK)))];
    const scores = new Map<number, Float64Array>();
    let idf = 0;
    let last: readonly string[] | null = null;
    await occurrences(column, phrases, blocks, (stems, { block, offset, count, length }) => {
      if (stems !== last) {
        const n = frequency.get(phraseOf(stems)) ?? 0;
        idf = Math.max(Math.log((sentences - n + 0.5) / (n + 0.5)), 1e-6);
        last = stems;
      }
      if (inScope && !inScope.has(block * BLOCK + offset)) return;
      const ofBlock = scores.get(block) ?? new Float64Array(BLOCK);
      scores.set(block, ofBlock);
      const part = idf * ((count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / mean[column])));
      ofBlock[offset] = (ofBlock[offset] ?? 0) + part;
    });
    return best(scores, limitOf(limit));
  }

  return {
    searchSentences: (words: readonly string[], limit: number, scope?: Scope) =>
      search('sentence', words, limit, scope),
    searchPassages: (words: readonly string[], limit: number, scope?: Scope) =>
      search('passage', words, limit, scope),
    sentenceFrequencies: async (words: readonly string[]): Promise<readonly number[]> => {
      const phrases = termsOf(words).map(stemsOf);
      const known = await frequencies('sentence', phrases);
      return phrases.map((stems) => known.get(phraseOf(stems)) ?? 0);
    },
  };
}

/** The best `limit` of the blocks' scores, by score, then by key. */
function best(scores: ReadonlyMap<number, Float64Array>, limit: number): readonly Hit[] {
  const all = Float64Array.from([...scores.values()].flatMap((of) => [...of].filter((score) => score > 0)));
  const least = limit < all.length ? (all.toSorted()[all.length - limit] ?? Infinity) : 0;
  const hits: Hit[] = [];
  for (const [block, ofBlock] of scores)
    for (const [offset, score] of ofBlock.entries())
      if (score > 0 && score >= least) hits.push({ key: block * BLOCK + offset, score });
  return hits.toSorted((a, b) => b.score - a.score || a.key - b.key).slice(0, limit);
}
