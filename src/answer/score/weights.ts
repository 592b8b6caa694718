/**
 * What each feature counts in the ranking: a linear score whose softmax over the candidates is the chance that a sentence
 * is the one. Between what `npm run eval -- --choose` learns on our own questions and `-- --squad FILE --choose` on XQuAD,
 * rounded; behind each, what leaving it out costs of 255 questions, first and within five (`npm run eval -- --ablate`);
 * what costs nothing there has its gain elsewhere beside it.
 */
export const RANKING = {
  allWordsBm25: 2.2, // 8 and −1
  windowBm25: 1, // 1 and 0
  meaning: 12, // 10 and 5
  /** Without it four pinned files are below their figures, and XQuAD has 4 fewer of 612 within five. */
  closerThanBefore: -3.5, // −1 and 0
  contextCoverage: 4.5, // 14 and 7
  localCoverage: 1.2, // 2 and 0
  answerType: 2.4, // 5 and 2
};

/**
 * What who speaks, how and on what adds to that score, when the question asks for it; learned with questions made of names
 * and topics, too, and set between what these and what others teach. `other`, `heading` and
 * `introduces` are set by rule: nobody is answered for with others' words, nor anybody with a title.
 */
export const FIT = {
  /** A statement of whom the question asks for: without it five more of the pinned files are refused wrongly. */
  asked: 2.8, // 0 and 0
  /** Somebody's words from end to end, where words are asked for; what tells of them is less. One of 31 on two other negotiations. */
  direct: 0.8, // −1 and 0
  /** A statement of whom the question names first, where it does not ask for words. */
  byNamed: 1.6, // 2 and 0
  /** Nobody's statement, and neither it nor what stands before names whom the question asks for. */
  stray: -4.8, // 3 and 1
  /** Nobody's statement, where those who are asked for speak on the topic: names with a wrong letter are found more often. */
  aside: -2, // 0 and 0
  /** Somebody else's statement: never an answer; of the pinned files two right quotes more among what comes closest. */
  other: -7, // 0 and 0
  /** No sentence, and nobody's statement: it says what follows is about. Of the pinned files one within five, one refused wrongly. */
  heading: -3, // −1 and −1
  /** It only leads to what the next sentence has; without all of it the pinned files have one fewer first, within five and refused. */
  announces: -1.9, // 0 and 0
  /** It tells who somebody is whom the question asks about. */
  introduces: 4, // 2 and 0
  act: 2.4, // 7 and −1
  topic: 2.6, // 2 and 3
};

/**
 * When the best candidates support a question: a logistic regression over XQuAD (with and without the article that answers;
 * `npm run eval -- --squad FILE --choose` learns on it alone), our own questions and others over news, rounded: nine signs, chosen
 * of 38 by which help where each set was left out in turn.
 */
export const SUPPORT = {
  weights: {
    covered: 2.2,
    article: 1.2,
    named: 0.5,
    best: 3.8,
    chance: 1.2,
    untyped: -1,
    asked: 0.5,
    topic: 0.7,
    length: 2.3,
  },
  bias: -6.2,
  threshold: 0.31,
};

/** What shows that there is an answer: logistic weights, and the chance below which there is none. */
export interface SupportWeights {
  readonly weights: Readonly<Record<keyof (typeof SUPPORT)['weights'], number>>;
  readonly bias: number;
  readonly threshold: number;
}

/** The same where the question has no vector (`--words`). */
export const SUPPORT_BY_WORDS: SupportWeights = {
  weights: {
    covered: 2.2,
    article: 1.4,
    named: 0.4,
    best: 3.8,
    chance: 0.9,
    untyped: -1.3,
    asked: 0.5,
    topic: 0.7,
    length: 2.5,
  },
  bias: -5.3,
  threshold: 0.3,
};

/**
 * Evidence whose score lies further below the best is not shown: less far where it fits the question less well in
 * speaker, act or topic than the best does, further where it is by whom and on what and with which act it asks for.
 */
export const EVIDENCE_WITHIN = { lesser: 4, equal: 6, whole: 9 } as const;

/** Later evidence that has less than this share of the question, of what the best has, is about something else. */
export const EVIDENCE_COVERED = 0.3;

/**
 * What is shown when there is no answer: so many at most, each with this share of the question, or with a score that
 * questions on something else altogether ("how do I bake bread") seldom have.
 */
export const NEAR_MISS = { most: 2, covered: 0.4, score: 6.5 } as const;
