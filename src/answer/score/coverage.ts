import { prefixLikeness } from '../../text/words/likeness.ts';
import type { Bag } from './bm25.ts';
import type { Unit } from '../find/prepare-query.ts';
import { MARK } from '../../parties/name-patterns.ts';

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
