import type { Word } from '../../text/words/scan-words.ts';
import { isLetter, PARTIES_OF } from './letter-keys.ts';
import { readCountry } from '../../parties/read-country.ts';
import { keyOf } from './read-party.ts';

/** The key that counts most; null of none. */
export const mostOf = (counts: ReadonlyMap<string, number>): string | null =>
  [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;

/** Named less often, a country is nobody's home. */
const LEAST_NAMED = 3;

/** The country or place that the articles name most often. */
export function mostNamedCountry(words: ReadonlyMap<string, readonly Word[]>, places: Places): string | null {
  const counts = new Map<string, number>();
  for (const all of words.values())
    for (let i = 0; i < all.length; i++) {
      const key = placeAt(all, i, places)?.key;
      if (key !== undefined && !isLetter(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most && most[1] >= LEAST_NAMED ? most[0] : null;
}

/** Places that no table has, by the words for them and for their people. */
type Places = ReadonlyMap<string, string>;

function placeAt(
  words: readonly Word[],
  i: number,
  places: Places,
): { key: string; length: number; adjective: boolean } | null {
  const found = readCountry(words, i);
  if (found)
    return {
      key: `country:${found.country.code}`,
      length: found.length,
      adjective: found.form === 'adjective',
    };
  const word = words[i];
  const key = word?.capital ? places.get(word.key) : undefined;
  return key === undefined || !word
    ? null
    : { key, length: 1, adjective: key !== keyOf({ kind: 'body', name: word.key }) };
}

const NEAR_WORDS = 60;
const SPREAD = 2;

/** What stands behind these is spoken of, or where something is: "toward Norland", "in Norland". */
export const OBJECT = /^(?:to|toward|towards|against|on|in|into|from|with|at|over|about|between)$/;

/** Of whose people an article speaks around a position: each mention of a country weighs less the farther it is. */
export function nearCountries(words: readonly Word[], position: number, places: Places): Map<string, number> {
  const at = words.findIndex(({ start }) => start >= position);
  const near = new Map<string, number>();
  for (let i = Math.max(0, at - NEAR_WORDS); i < Math.min(words.length, at + NEAR_WORDS); i++) {
    const found = placeAt(words, i, places);
    const before = words[i - 1]?.key === 'the' ? words[i - 2] : words[i - 1];
    if (!found || OBJECT.test(before?.key ?? '')) continue;
    const key = isLetter(found.key) ? PARTIES_OF : found.key;
    const acts = found.adjective || words[i + found.length - 1]?.possessive ? 2 : 1;
    near.set(key, (near.get(key) ?? 0) + acts / (SPREAD + Math.abs(i - at)));
  }
  return near;
}
