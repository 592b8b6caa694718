import type { Store } from '../../store/ports.ts';

/** The cheapest words are looked up however common they are. */
const LEAST_WORDS = 2;

/** A word to look up. */
export interface Sought {
  readonly word: string;
  /** In how many sentences it stands; for a name of several words, its words one by one: each of them is looked up. */
  readonly places: number;
}

/**
 * The words that occur, from the rarest on, as far as they can be looked up in time in a large collection: common ones
 * tell little and cost much.
 *
 * @param mostPlaces so many places of words are looked through in all
 */
export function rarestOf(sought: readonly Sought[], mostPlaces: number): string[] {
  let sum = 0;
  return sought
    .filter(({ places }) => places > 0)
    .toSorted((a, b) => a.places - b.places)
    .filter(({ places }, i) => (sum += places) <= mostPlaces || i < LEAST_WORDS)
    .map(({ word }) => word);
}

/** `rarestOf` of single words, counted in the store. */
export async function findRarest(
  store: Pick<Store, 'sentenceFrequencies'>,
  words: readonly string[],
  mostPlaces: number,
): Promise<string[]> {
  const frequencies = await store.sentenceFrequencies(words);
  return rarestOf(
    words.map((word, i) => ({ word, places: frequencies[i] ?? 0 })),
    mostPlaces,
  );
}
