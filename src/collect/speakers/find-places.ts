import type { Gathered } from './gather-speakers.ts';
import { readCountry } from '../../parties/read-country.ts';
import { keyOf } from './read-party.ts';

/** How words for those of a place end. */
const DEMONYM = /(?:n|i|ish|ese|ic)$/;
const LEAST_LETTERS = 4;
const MOST_ADDED = 3;

/** "Valencian" of Valencia, "Bavarian" of Bavaria. */
const isDemonym = (word: string, name: string): boolean => {
  const stem = name.slice(0, Math.max(LEAST_LETTERS, name.length - 2));
  return (
    word !== name &&
    DEMONYM.test(word) &&
    word.startsWith(stem) &&
    Math.abs(word.length - name.length) <= MOST_ADDED
  );
};

/**
 * Places that no table of countries has and that have people named after them: "Valencia", since the articles say
 * "Valencian".
 *
 * @returns the key of the place's party by each word that names it or its people
 */
export function findPlaces(
  words: Gathered['words'],
  isStanding: (key: string) => boolean,
): ReadonlyMap<string, string> {
  const capitals = new Set<string>();
  for (const all of words.values())
    all.forEach((word, i) => {
      if (word.capital && readCountry(all, i) === null) capitals.add(word.key);
    });
  const places = new Map<string, string>();
  for (const name of capitals) {
    const key = keyOf({ kind: 'body', name });
    if (name.length <= LEAST_LETTERS) continue;
    for (const word of capitals)
      if (isDemonym(word, name) && (isStanding(key) || isStanding(keyOf({ kind: 'body', name: word }))))
        places.set(word, key).set(name, key);
  }
  return places;
}
