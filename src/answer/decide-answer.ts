import type { Reason } from '../domain/answer.ts';
import type { QuestionKind, Reading } from '../domain/question.ts';
import type { Question } from './read/read-question.ts';
import type { NearestWords } from './score/nearest-words.ts';
import type { Ranked } from './score/score.ts';
import { SIGNS, type Signs } from './score/support-signs.ts';
import { SUPPORT, SUPPORT_BY_WORDS, type SupportWeights } from './score/weights.ts';

/** What is shown for a question, and why no more. */
export interface Decision {
  /** The evidence as an answer; a refusal with what comes closest; or a refusal alone. */
  readonly shows: 'answer' | 'closest' | 'nothing';
  /** Why there is no answer; where one is shown, why not when its articles are gone meanwhile. */
  readonly reason: Reason;
  /** The chance that there is an answer, 0 to 1; 0 where nobody who is asked for speaks. */
  readonly support: number;
  /** Whether the first has the very words of which it is asked who said them. */
  readonly isSaid: boolean;
}

/** What a decision goes by. */
interface Scored {
  readonly question: Pick<Question, 'kind'>;
  /** The question without those who say nothing; null where it asks for nobody else. */
  readonly heard: Reading | null;
  /** What is nobody else's, best first. */
  readonly own: readonly Pick<Ranked, 'fits'>[];
  /** How near they come to the words of which it is asked who said them; null where none are given. */
  readonly nearest: Pick<NearestWords, 'verdict' | 'likeness'> | null;
  readonly signs: Signs;
  /** Found without a vector. */
  readonly isByWords: boolean;
}

/** Whether a question is none that articles in English could answer. */
export function isOffTopic(kind: QuestionKind): kind is 'not-english' | 'about-the-bot' {
  return kind === 'not-english' || kind === 'about-the-bot';
}

/**
 * Decides whether a question is answered, refused with what comes closest, or refused: the very words that it gives are an
 * answer, else what is likely enough one and at least names whom it asks for.
 */
export function decideAnswer({ question, heard, own, nearest, signs, isByWords }: Scored): Decision {
  if (isOffTopic(question.kind))
    return { shows: 'nothing', reason: question.kind, support: 0, isSaid: false };
  const weights = isByWords ? SUPPORT_BY_WORDS : SUPPORT;
  const chance = heard === null ? 0 : supportOf(signs, weights);
  const isSaid = nearest?.verdict === 'like';
  const support = isSaid ? Math.max(chance, nearest.likeness) : chance;
  // Nobody's statement that does not even name whom the question asks of is no answer of theirs.
  const isTheirs = own[0]?.fits.stray === 0;
  const isLikely = isTheirs && support >= weights.threshold && nearest?.verdict !== 'unlike';
  const reason = heard === null ? 'unknown-name' : 'nothing-found';
  return { shows: isSaid || isLikely ? 'answer' : 'closest', reason, support, isSaid };
}

/**
 * The chance that a question with these signs is answered by the collection: a logistic regression.
 *
 * @param weights those that go with how the candidates were found
 */
function supportOf(signs: Signs, { weights, bias }: SupportWeights): number {
  let sum = bias;
  for (const sign of SIGNS) sum += weights[sign] * signs[sign];
  return 1 / (1 + Math.exp(-sum));
}
