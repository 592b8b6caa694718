import { prefixLikeness } from '../../text/words/likeness.ts';
import type { Unit } from '../find/query.ts';
import type { Bag } from '../find/read-candidate.ts';
import { MARK } from '../../parties/name-patterns.ts';

/** Saturation and length normalisation, as FTS5 and most engines have them. */
const K1 = 1.2;
const B = 0.75;

/**
 * BM25 of a text: Σ idf · f·(k₁+1) / (f + k₁·(1 − b + b·length/mean)) over the question's stems
 * (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework").
 *
 * @param meanLength of the texts compared, in words
 */
export function bm25(idfOf: ReadonlyMap<string, number>, bag: Bag, meanLength: number): number {
  let sum = 0;
  for (const [stem, idf] of idfOf) {
    const f = bag.counts.get(stem);
    if (f) sum += (idf * f * (K1 + 1)) / (f + K1 * (1 - B + (B * bag.length) / meanLength));
  }
  return sum;
}

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
