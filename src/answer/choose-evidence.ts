import { bagOf, type Bag } from './score/bm25.ts';
import type { Term } from '../text/words.ts';

/** Two sentences that share so much of the shorter one's content words say the same. */
const SAME_SHARE = 0.8;
/** Shorter ones share too easily. */
const LEAST_WORDS = 4;
/** What each item of the same article before it takes from an item's score. */
const SAME_ARTICLE = 0.1;

export interface Spreadable {
  readonly article: string;
  readonly terms: readonly Term[];
  readonly score: number;
}

function contentOf(terms: readonly Term[]): Bag {
  return bagOf(terms.filter((term) => term.content).map((term) => term.stem));
}

/** Whether the two have nearly the same content words: the same words from two outlets, or printed twice. */
export function saysTheSame(a: Bag, b: Bag): boolean {
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  if (small.counts.size < LEAST_WORDS) return false;
  const shared = [...small.counts.keys()].filter((stem) => large.counts.has(stem)).length;
  return shared >= SAME_SHARE * small.counts.size && shared >= 0.5 * large.counts.size;
}

/**
 * At most `limit` of the items (best first): the best stays first; behind it, an article that has items already gives
 * way to another whose item is nearly as good, and what says the same as an item before it is left out.
 */
export function spread<T extends Spreadable>(items: readonly T[], limit: number): T[] {
  const left = items.map((item) => ({ item, content: contentOf(item.terms) }));
  const chosen: typeof left = [];
  const ofArticle = new Map<string, number>();
  while (chosen.length < limit && left.length > 0) {
    const worth = ({ item }: (typeof left)[number]): number =>
      item.score - SAME_ARTICLE * (ofArticle.get(item.article) ?? 0);
    const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    left.splice(left.indexOf(best), 1);
    if (chosen.some((one) => saysTheSame(one.content, best.content))) continue;
    chosen.push(best);
    ofArticle.set(best.item.article, (ofArticle.get(best.item.article) ?? 0) + 1);
  }
  return chosen.map(({ item }) => item);
}
