import type { Word } from '../../text/words/scan-words.ts';
import type { Gathered } from './gather-speakers.ts';
import { isLetter, PARTIES_OF } from './letter-keys.ts';
import { readCountry } from '../../parties/read-country.ts';

/** The key that counts most; null of none. */
export const mostOf = (counts: ReadonlyMap<string, number>): string | null =>
  [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;

/** The country that the articles name most often. */
export function mostNamedCountry(words: Gathered['words']): string | null {
  const counts = new Map<string, number>();
  for (const all of words.values())
    for (let i = 0; i < all.length; i++) {
      const key = `country:${readCountry(all, i)?.country.code ?? ''}`;
      if (key !== 'country:' && !isLetter(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

const NEAR_WORDS = 60;
const SPREAD = 2;

/** What stands behind these is spoken of, or where something is: "toward Norland", "in Norland". */
const OBJECT = /^(?:to|toward|towards|against|on|in|into|from|with|at|over|about|between)$/;

/** Of whose people an article speaks around a position: each mention of a country weighs less the farther it is. */
export function nearCountries(words: readonly Word[], position: number): Map<string, number> {
  const at = words.findIndex(({ start }) => start >= position);
  const near = new Map<string, number>();
  for (let i = Math.max(0, at - NEAR_WORDS); i < Math.min(words.length, at + NEAR_WORDS); i++) {
    const found = readCountry(words, i);
    const before = words[i - 1]?.key === 'the' ? words[i - 2] : words[i - 1];
    if (!found || OBJECT.test(before?.key ?? '')) continue;
    const own = `country:${found.country.code}`;
    const key = isLetter(own) ? PARTIES_OF : own;
    const acts = found.form === 'adjective' || words[i + found.length - 1]?.possessive ? 2 : 1;
    near.set(key, (near.get(key) ?? 0) + acts / (SPREAD + Math.abs(i - at)));
  }
  return near;
}
