import type { QuestionHead } from '../../answer/find/question-head.ts';
import { dotAt } from '../dot.ts';
import type { LearningSet } from './learning-set.ts';

/** For each question: how many wrong sentences of the set are closer than the closest right one. */
export function placesOf({ sentences, questions }: LearningSet, head: QuestionHead): number[] {
  return questions.map(({ vector, gold, near }) => {
    const moved = head(vector);
    const closeness = sentences.map((sentence) => dotAt(moved, sentence, 0));
    const best = Math.max(...gold.map((place) => closeness[place] ?? -Infinity));
    const aside = new Set([...gold, ...near]);
    return closeness.filter((value, place) => value > best && !aside.has(place)).length;
  });
}

/** "first 48.0 %, within five 71.2 %, within twenty 85.1 %" */
export function figuresOf(places: readonly number[]): string {
  const within = (most: number): string =>
    `${((100 * places.filter((place) => place < most).length) / Math.max(1, places.length)).toFixed(1)} %`;
  return `first ${within(1)}, within five ${within(5)}, within twenty ${within(20)}`;
}
