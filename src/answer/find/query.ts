import type { Term } from '../../text/words/words.ts';

/** One thing that a question asks after: a word, or a party by all its names. */
export interface Unit {
  readonly stem: string;
  /** As typed. */
  readonly word: string;
  /** Looks like a name: capitals inside the question, or a known party. */
  readonly name: boolean;
  /** In how many sentences of the collection it stands. */
  readonly frequency: number;
  /** How telling it is: rare words are. */
  readonly idf: number;
}

/** A question prepared for ranking. */
export interface Query {
  readonly question: string;
  /** All its words, names marked. */
  readonly terms: readonly Term[];
  /** Its content, each stem once, in order. */
  readonly units: readonly Unit[];
  readonly idfOf: ReadonlyMap<string, number>;
  /** Function words too: "to the", "the first" tell sentences apart that have the same content words. */
  readonly idfOfAll: ReadonlyMap<string, number>;
  /** What is looked for in the store's index. */
  readonly searchWords: readonly string[];
  readonly sentences: number;
}

/**
 * The query without those whose words are asked for: who speaks is known from the attribution, whether the sentence
 * names them or says "he".
 *
 * @param marks of those asked for
 */
export function withoutAsked(query: Query, marks: readonly string[]): Query {
  const isLeft = (stem: string): boolean => !marks.includes(stem);
  const units = query.units.filter(({ stem }) => isLeft(stem));
  if (units.length === query.units.length) return query;
  return {
    ...query,
    units,
    terms: query.terms.filter(({ stem }) => isLeft(stem)),
    idfOf: new Map([...query.idfOf].filter(([stem]) => isLeft(stem))),
    idfOfAll: new Map([...query.idfOfAll].filter(([stem]) => isLeft(stem))),
  };
}
