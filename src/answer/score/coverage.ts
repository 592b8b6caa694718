import { prefixLikeness } from '../../text/likeness.ts';
import type { Bag } from './bm25.ts';
import type { Unit } from '../find/prepare-query.ts';
import { MARK } from '../../parties/name-patterns.ts';
import type { Term } from '../../text/words.ts';

/** Words further apart than this are no pair. */
const PAIR_REACH = 4;

/** How well the text has the stem: 1 as it stands, else the likeness of its nearest word. */
export function presence(stem: string, bag: Bag): number {
  if (bag.counts.has(stem)) return 1;
  // "2254" is no "2231", nor "marker5" "marker4".
  if (stem.startsWith(MARK) || /\p{N}/u.test(stem)) return 0;
  let best = 0;
  for (const other of bag.counts.keys()) best = Math.max(best, prefixLikeness(stem, other));
  return best;
}

/** The share of the question that is present, each unit by its idf. */
export function coverage(units: readonly Unit[], presences: readonly number[]): number {
  let [got, all] = [0, 0];
  units.forEach((unit, i) => {
    got += unit.idf * (presences[i] ?? 0);
    all += unit.idf;
  });
  return all > 0 ? got / all : 0;
}

/**
 * The share of the question's neighbouring content words that also stand near each other in the text, each pair by its
 * idf: whole side by side, less with words between, less again the other way round.
 */
export function pairCoverage(
  pairs: readonly (readonly [string, string])[],
  idfOf: ReadonlyMap<string, number>,
  terms: readonly Term[],
): number {
  let [got, all] = [0, 0];
  for (const [first, second] of pairs) {
    const weight = (idfOf.get(first) ?? 0) + (idfOf.get(second) ?? 0);
    all += weight;
    got += weight * nearness(first, second, terms);
  }
  return all > 0 ? got / all : 0;
}

function nearness(first: string, second: string, terms: readonly Term[]): number {
  let best = 0;
  for (let i = 0; i < terms.length; i++) {
    if (terms[i]?.stem !== first) continue;
    for (let j = Math.max(0, i - PAIR_REACH); j <= Math.min(terms.length - 1, i + PAIR_REACH); j++) {
      if (terms[j]?.stem !== second || j === i) continue;
      const apart = Math.max(1, Math.abs(j - i) / 1.5);
      best = Math.max(best, (j > i ? 1 : 0.6) / apart);
    }
  }
  return best;
}
