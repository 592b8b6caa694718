import { MARK } from '../../parties/name-patterns.ts';
import type { Term } from '../../text/words/words.ts';

/** What kind of thing would answer: read off the question's own words. */
export type AnswerType = 'person' | 'date' | 'number' | 'place';

const TYPES: readonly (readonly [AnswerType, RegExp])[] = [
  ['person', /\bwho(?:m|se)?\b/],
  ['date', /\bwhen\b|\b(?:what|which) (?:year|date|day|month|century|decade|time)\b/],
  [
    'number',
    /\bhow (?:many|much|long|old|far|large|big|tall|high|often)\b|\bwhat (?:percent|percentage|number|amount|size|population|age|share)\b/,
  ],
  [
    'place',
    /\bwhere\b|\b(?:what|which) (?:city|country|state|town|place|region|area|location|capital|continent|county)\b/,
  ],
];

const DATE_WORD =
  /^(?:1\d{3}|20\d\d|january|february|march|april|may|june|july|august|september|october|november|december|century|decade|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|yesterday|week)$/;
const NUMBER_WORD =
  /^(?:\d.*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundreds?|thousands?|millions?|billions?|half|third|quarter|dozens?)$/;
const PLACE_BEFORE = new Set(['in', 'at', 'to', 'from', 'of', 'near', 'on', 'the', 'into']);

/** The kinds that the question asks for; empty when none shows. */
export function answerTypes(question: string): AnswerType[] {
  const lower = question.toLowerCase();
  return TYPES.filter(([, pattern]) => pattern.test(lower)).map(([type]) => type);
}

/** Whether the sentence has something of that kind which the question has not. */
export function hasAnswer(
  type: AnswerType,
  sentence: readonly Term[],
  inQuestion: ReadonlySet<string>,
): boolean {
  return sentence.some((term, i) => {
    if (inQuestion.has(term.stem)) return false;
    const lower = term.word.toLowerCase();
    if (type === 'date') return DATE_WORD.test(lower);
    if (type === 'number') return NUMBER_WORD.test(lower);
    const name = (i > 0 || term.stem.startsWith(MARK)) && term.content && /^\p{Lu}\p{Ll}/u.test(term.word);
    // A side is nobody in person.
    if (type === 'person' && term.stem.startsWith(`${MARK}side`)) return false;
    return name && (type === 'person' || PLACE_BEFORE.has(sentence[i - 1]?.word.toLowerCase() ?? ''));
  });
}
