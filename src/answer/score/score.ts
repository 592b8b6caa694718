import type { Reading } from '../../domain/question.ts';
import type { Scope } from '../../store/ports.ts';
import { FEATURES, type Features } from './score-features.ts';
import { fitOf, type Fit } from './fit.ts';
import type { Found } from '../find-candidates.ts';
import type { TopicsIn } from '../../parties/topics-in.ts';
import { RANKING } from './weights.ts';

export interface Ranked extends Found, Fit {
  /** Ids of the topics that its words or its statement show. */
  readonly topics: readonly string[];
  readonly score: number;
}

/** The weighted sum of the features. */
export function wordScore(features: Features): number {
  return FEATURES.reduce((sum, feature) => sum + RANKING[feature] * features[feature], 0);
}

/** Best first; equals in the order of their articles. */
export function rank(found: readonly Found[], reading: Reading, scope: Scope, topicsIn: TopicsIn): Ranked[] {
  return found
    .map((one): Ranked => {
      const own = topicsIn(one.terms);
      const fit = fitOf(one, own, reading, scope);
      return {
        ...one,
        ...fit,
        topics: fit.statement?.topics ?? own,
        score: wordScore(one.features) + fit.bonus,
      };
    })
    .toSorted((a, b) => b.score - a.score || a.candidate.key - b.candidate.key);
}
