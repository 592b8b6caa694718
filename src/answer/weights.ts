import type { Feature } from './features.ts';

/**
 * What each feature counts in the ranking: a linear score whose softmax over the candidates is the chance that a
 * sentence is the one. Chosen by `npm run eval -- --squad FILE --choose`.
 */
export const RANKING: Readonly<Record<Feature, number>> = {
  sentenceBm25: 0.3,
  windowBm25: 1.6,
  closeness: 11,
  sentenceCoverage: 3,
  contextCoverage: 4.7,
  nameCoverage: -0.5,
  pairs: 1.1,
  answerType: 2.6,
};

/** What who speaks, how and on what adds to that score, when the question asks for it. */
export const FIT = {
  /** A statement of whom the question asks for. */
  asked: 1.5,
  /** Nobody's statement, but it names whom the question asks for. */
  named: 0.5,
  /** Somebody else's statement. */
  other: -4,
  act: 1,
  topic: 0.5,
} as const;

/** When the best candidates support a question: logistic weights, and the chance below which there is no answer. */
export const SUPPORT = {
  weights: { covered: 12, close: 9, missing: -2, unknownName: -1.5 },
  bias: -8.5,
  threshold: 0.2,
} as const;

/** Evidence whose score lies further below the best is not shown. */
export const EVIDENCE_WITHIN = 6;

/** What is shown when there is no answer: so many at most, and only what has this share of the question. */
export const NEAR_MISS = { most: 2, covered: 0.4 } as const;
