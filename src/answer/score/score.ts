import type { Reading } from '../../domain/question.ts';
import type { Scope } from '../../store/ports.ts';
import { FEATURES, type Features } from './score-features.ts';
import { bonusOf, fitOf, type Fit } from './fit.ts';
import type { Found } from '../find/find-candidates.ts';
import type { TopicsIn } from '../../parties/topics-in.ts';
import { FIT, RANKING } from './weights.ts';

export interface Ranked extends Found, Fit {
  /** Ids of the topics that its words or its statement show. */
  readonly topics: readonly string[];
  readonly score: number;
}

/** The weighted sum of the features. */
export function wordScore(features: Features): number {
  return FEATURES.reduce((sum, feature) => sum + RANKING[feature] * features[feature], 0);
}

/** What an announcement hands on to the sentence behind it. */
const HANDED_ON = 0.5;

/** What an announcement says that it is about, what it announces is about. */
function handOn(ranked: readonly Ranked[]): readonly Ranked[] {
  const placeOf = ({ candidate: { article, sentence } }: Ranked, step = 0): string =>
    `${sentence.index + step} ${article.id}`;
  const announcing = new Map(
    ranked.flatMap((one) => (one.fits.announces === 1 ? [[placeOf(one, 1), one] as const] : [])),
  );
  if (announcing.size === 0) return ranked;
  return ranked.map((one) => {
    const before = announcing.get(placeOf(one));
    if (!before || before.voice === 'other' || one.voice === 'other') return one;
    return { ...one, score: Math.max(one.score, before.score - FIT.announces + HANDED_ON) };
  });
}

/** Best first; equals in the order of their articles. */
export function rank(found: readonly Found[], reading: Reading, scope: Scope, topicsIn: TopicsIn): Ranked[] {
  const ranked = found.map((one) => {
    const own = topicsIn(one.terms);
    const fit = fitOf(one, own, reading, scope);
    const score = wordScore(one.features) + bonusOf(fit.fits);
    return { ...one, ...fit, topics: fit.statement?.topics ?? own, score };
  });
  return handOn(ranked).toSorted((a, b) => b.score - a.score || a.candidate.key - b.candidate.key);
}
