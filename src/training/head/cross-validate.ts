import type { QuestionHead } from '../../answer/score/question-head.ts';
import { questionsOf, type LearningSet } from './learning-set.ts';
import { figuresOf, placesOf } from './measure-head.ts';

const FOLDS = 4;
/** Of a fold's questions so many are measured: all made ones would take longer than learning. */
const MOST_MEASURED = 250;

const asItIs: QuestionHead = (vector) => vector;

/** Prints, for each set, how heads do that were not learned on the question's article, and how the encoder does alone. */
export function crossValidate(
  sets: Readonly<Record<'made' | 'asked', LearningSet>>,
  learn: (made: LearningSet, asked: LearningSet) => QuestionHead,
  print: (line: string) => void,
): void {
  const isIn =
    ({ articles }: LearningSet, fold: number) =>
    (article: string): boolean =>
      [...articles.keys()].indexOf(article) % FOLDS === fold;
  const without = (set: LearningSet, fold: number): LearningSet =>
    questionsOf(set, (article) => !isIn(set, fold)(article));
  const kept = Array.from({ length: FOLDS }, (_, fold) => {
    const head = learn(without(sets.made, fold), without(sets.asked, fold));
    print(`fold ${fold + 1} of ${FOLDS} is learned`);
    return [sets.made, sets.asked].map((set) => {
      const own = questionsOf(set, isIn(set, fold));
      const every = Math.ceil(own.questions.length / MOST_MEASURED);
      const measured = { ...own, questions: own.questions.filter((_question, i) => i % every === 0) };
      return { with: placesOf(measured, head), without: placesOf(measured, asItIs) };
    });
  });
  ['made', 'asked'].forEach((name, i) => {
    print(
      `${name} questions, learned without their articles: ${figuresOf(kept.flatMap((fold) => fold[i]?.with ?? []))}`,
    );
    print(`  by the encoder alone: ${figuresOf(kept.flatMap((fold) => fold[i]?.without ?? []))}`);
  });
}
