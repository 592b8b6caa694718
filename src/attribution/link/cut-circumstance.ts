import { CONTENT_AFTER, CUE, type TaggedSpan } from '../tag/token-labels.ts';
import { isMark, KIND } from '../tag/word-traits.ts';
import { kindAt, type Reader, traitsAt } from './tokens.ts';

/** Less than this is left behind a time: then the time is what was said. */
const SHORTEST_BEHIND = 3;
const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun|yester|to)day$|^tonight$/i;
const PERIOD =
  /^(?:day|night|morning|afternoon|evening|week|weekend|month|year|summer|winter|spring|autumn)$/;
const WHICH = /^(?:late|early|earlier|later|last|this|on|over|during|in|at)$/;

/** The last token of the time that begins with token `first` ("late Thursday", "earlier this week"); -1 where none does. */
export function timeEnd({ paragraph, form }: Reader, first: number): number {
  // "the same day"
  if (form(first) === 'the' && form(first + 1) === 'same' && PERIOD.test(form(first + 2))) return first + 2;
  let i = first;
  while (i - first < 3 && WHICH.test(form(i))) i++;
  if (i > first && kindAt(paragraph, i) === KIND.article) i++;
  const isDay = DAY.test(form(i));
  if (!isDay && (i === first || !PERIOD.test(form(i)))) return -1;
  return isDay && PERIOD.test(form(i + 1)) ? i + 1 : i;
}

const PART_OF_DAY = /^(?:night|morning|afternoon|evening|noon|midnight)$/;

/** The end of the circumstance that begins behind token `i`: "on Monday night", "Tuesday", "in a statement"; `i` where there is none. */
export function circumstanceEnd({ paragraph, form }: Reader, i: number): number {
  let last = i;
  // "said Tuesday": a day has a capital and nobody's verb behind it.
  if (form(i + 1).endsWith('day') && traitsAt(paragraph, i + 1).capital) last = i + 1;
  while (kindAt(paragraph, last + 1) === KIND.preposition) {
    let k = last + 2;
    if (kindAt(paragraph, k) === KIND.article) k += 2;
    else {
      const start = k;
      while (traitsAt(paragraph, k).capital || /^\d/.test(form(k))) k++;
      if (k === start) k++;
      if (PART_OF_DAY.test(form(k))) k++;
    }
    last = k - 1;
  }
  return last;
}

/** "said late Thursday the gate was shut": when it was said, with a clause behind it, is no part of what is said. */
export function cutCircumstance(reader: Reader, spans: readonly TaggedSpan[]): readonly TaggedSpan[] {
  const { paragraph } = reader;
  return spans.map((span, k) => {
    const cue = spans[k - 1];
    if (span.kind !== CONTENT_AFTER || cue?.kind !== CUE || cue.last !== span.first - 1) return span;
    const end = timeEnd(reader, span.first);
    if (end < 0 || span.last - end < SHORTEST_BEHIND) return span;
    const next = kindAt(paragraph, end + 1);
    const goesOn =
      isMark(next) ||
      next === KIND.clitic ||
      next === KIND.auxiliary ||
      next === KIND.preposition ||
      next === KIND.conjunction;
    return goesOn || traitsAt(paragraph, end + 1).kind === KIND.to ? span : { ...span, first: end + 1 };
  });
}
