import type { Reading } from '../domain/question.ts';
import { bagOf, type Bag } from './find/read-candidate.ts';
import type { Ranked } from './score/score.ts';
import { EVIDENCE_COVERED, EVIDENCE_WITHIN, NEAR_MISS } from './score/weights.ts';
import type { Term } from '../text/words/words.ts';
import { groupBy } from '../domain/group-by.ts';

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
function saysTheSame(a: Bag, b: Bag): boolean {
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

/** Of items so near to the best, the newest is shown first where that is asked for. */
const AS_GOOD = 5;

/**
 * Whether an item is worth showing behind the best.
 *
 * @param forSaying what is told of those whose words are asked for is none of them
 */
function isWorth({ score, fits, features }: Ranked, best: Ranked, forSaying: boolean): boolean {
  const below = best.score - score;
  if (forSaying && fits.asked < best.fits.asked) return false;
  // Where nothing but an act is asked for, another act is no answer.
  if (best.fits.act === 1 && best.features.contextCoverage === 0)
    return fits.act === 1 && below <= EVIDENCE_WITHIN.whole;
  if (fits.asked === 1 && fits.act === 1 && fits.topic === 1) return below <= EVIDENCE_WITHIN.whole;
  if (features.contextCoverage < EVIDENCE_COVERED * best.features.contextCoverage) return false;
  const isLesser = fits.asked < best.fits.asked || fits.act < best.fits.act || fits.topic < best.fits.topic;
  return below <= (isLesser ? EVIDENCE_WITHIN.lesser : EVIDENCE_WITHIN.equal);
}

function spreadRanked(items: readonly Ranked[], limit: number): Ranked[] {
  const wrapped = items.map((item) => ({
    item,
    article: item.candidate.article.id,
    terms: item.terms,
    score: item.score,
  }));
  return spread(wrapped, limit).map(({ item }) => item);
}

/** How well an item fits in whose words, which act and what topic, in that order. */
const fitOf = ({ fits }: Ranked): number => 4 * fits.asked + 2 * fits.act + fits.topic;
const dateOf = (item: Ranked): string => item.candidate.article.published ?? '';

/** The newest of those that fit as well as the best do, then the others; what has no date stays behind. */
function newestFirst(items: readonly Ranked[]): Ranked[] {
  const best = Math.max(0, ...items.map(({ score }) => score));
  const near = items.filter(({ score }) => best - score <= AS_GOOD);
  const fittest = Math.max(0, ...near.map(fitOf));
  const good = near.filter((item) => fitOf(item) >= fittest);
  const sorted = good.toSorted((a, b) => dateOf(b).localeCompare(dateOf(a)) || b.score - a.score);
  return [...sorted, ...items.filter((item) => !good.includes(item))];
}

/** Whose turn it is: a speaker where speakers are asked for, else a side. */
function partyOf({ statement }: Ranked, { speakers }: Reading): string | null {
  if (statement === null) return null;
  return speakers.includes(statement.speaker ?? '') ? statement.speaker : statement.side;
}

/** The best first, then the parties by turns, each in the order of its items; what is nobody's comes last. */
function byTurns(items: readonly Ranked[], reading: Reading): Ranked[] {
  const asked = [...reading.sides, ...reading.speakers];
  const groups = groupBy(items, (item) => partyOf(item, reading));
  const fitting = [...groups].flatMap(([party, group]) =>
    party === null || (asked.length > 1 && !asked.includes(party)) ? [] : [group],
  );
  const turns: Ranked[] = [];
  const most = Math.max(0, ...fitting.map((group) => group.length));
  for (let i = 0; i < most; i++) for (const group of fitting) turns.push(...group.slice(i, i + 1));
  const [best] = items;
  const ordered = best && !turns.includes(best) ? [best, ...turns] : turns;
  return [...ordered, ...items.filter((item) => !ordered.includes(item))];
}

/**
 * The evidence for an answer, at most `limit`: the best first, articles spread, the same words once; the newest first
 * where that is asked for, and two sides by turns where both are.
 *
 * @param own candidates that are nobody else's words, best first
 */
export function chooseEvidence(own: readonly Ranked[], reading: Reading, limit: number): Ranked[] {
  const [best] = own;
  if (!best) return [];
  const worth = own.filter((one) => isWorth(one, best, reading.forSaying));
  if (reading.kind === 'two-sides')
    return byTurns(spreadRanked(worth, worth.length), reading).slice(0, limit);
  return spreadRanked(reading.latest ? newestFirst(worth) : worth, limit);
}

/**
 * What comes nearest where there is no answer: what those say who are asked for, whatever they say, and what has much of
 * the question; where anybody's words would do, what fits it at all.
 *
 * @param isOfUnknown whether somebody is asked for whom nobody knows: what others say is then seldom near
 */
export function chooseNearest(ranked: readonly Ranked[], isOfUnknown: boolean): Ranked[] {
  return spreadRanked(ranked, NEAR_MISS.most).filter(
    ({ fits, features, score }) =>
      fits.asked === 1 ||
      features.contextCoverage >= NEAR_MISS.covered ||
      (!isOfUnknown && score >= NEAR_MISS.score),
  );
}
