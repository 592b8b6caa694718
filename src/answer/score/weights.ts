import type { Feature } from './score-features.ts';
import type { FITS } from './fit.ts';
import type { Sign } from '../decide-answer.ts';

/**
 * What each feature counts in the ranking: a linear score whose softmax over the candidates is the chance that a
 * sentence is the one. Chosen by `npm run eval -- --squad FILE --choose`.
 */
export const RANKING: Readonly<Record<Feature, number>> = {
  sentenceBm25: -1.54,
  windowBm25: 1,
  allWordsBm25: 2.89,
  allWordsWindowBm25: 0.91,
  closeness: 8,
  meaning: 5,
  closerThanBefore: -2.02,
  closerThanAfter: -1.48,
  sentenceCoverage: -2.23,
  contextCoverage: 3.77,
  localCoverage: 5.23,
  pronounBefore: 0.67,
  pairs: -0.5,
  wordPairs: 1.36,
  answerType: 2.79,
};

/**
 * What who speaks, how and on what adds to that score, when the question asks for it. `npm run eval -- --choose` learns
 * others of the same signs on 55 questions (less for `asked`, more for `act`), under which no more of them come first.
 * `stray`, `other` and `heading` are set by rule: nobody is answered for with others' words, nor anybody with a title.
 */
export const FIT: Readonly<Record<(typeof FITS)[number], number>> = {
  /** A statement of whom the question asks for. */
  asked: 1.5,
  /** … in their own words. */
  ownWords: 0.4,
  /** Nobody's statement, but it names whom the question asks for. */
  named: 0,
  byNamed: 0.5,
  spoken: 0.5,
  announces: -2,
  introduces: 4,
  quality: 0.3,
  /** Nobody's statement, and neither it nor what stands before names whom the question asks for. */
  stray: -3,
  /** Somebody else's statement. */
  other: -4,
  /** No sentence, and nobody's statement: it says what follows is about. */
  heading: -3,
  act: 1.2,
  topic: 0.6,
};

/** What shows that there is an answer: logistic weights, and the chance below which there is none. */
export interface SupportWeights {
  readonly weights: Readonly<Record<Sign, number>>;
  readonly bias: number;
  readonly threshold: number;
}

/**
 * When the best candidates support a question: logistic weights, and the chance below which there is no answer. Weights
 * near those of `npm run eval -- --squad FILE --choose`, the threshold from its curve: 1.6 % refused wrongly, 81.5 % rightly.
 */
export const SUPPORT: SupportWeights = {
  weights: {
    covered: 12,
    close: 9,
    meaning: 0,
    missing: -2,
    unknownName: -2,
    asked: 0,
    act: 0,
    topic: 0,
    number: -2,
  },
  bias: -8.5,
  threshold: 0.12,
};

/** The same where the question has no vector (`--words`): 2.9 % refused wrongly, 77.9 % rightly. */
export const SUPPORT_BY_WORDS: SupportWeights = {
  weights: {
    covered: 12,
    close: 0,
    meaning: 0,
    missing: -2,
    unknownName: -2,
    asked: 0,
    act: 0,
    topic: 0,
    number: -2,
  },
  bias: -4.5,
  threshold: 0.12,
};

/**
 * Evidence whose score lies further below the best is not shown: less far where it fits the question less well in
 * speaker, act or topic than the best does, further where it is by whom and on what and with which act it asks for.
 */
export const EVIDENCE_WITHIN = { lesser: 4, equal: 6, whole: 9 } as const;

/** Later evidence that has less than this share of the question, of what the best has, is about something else. */
export const EVIDENCE_COVERED = 0.3;

/** What is shown when there is no answer: so many at most, and only what has this share of the question. */
export const NEAR_MISS = { most: 2, covered: 0.4 } as const;
