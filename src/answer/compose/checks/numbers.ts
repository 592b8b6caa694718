import type { Evidence } from '../../../domain/answer.ts';
import { NUMBER_WORDS } from '../../../text/read-quantities.ts';
import { readTerms, stemOf } from '../../../text/words/words.ts';
import { readDates } from './dates.ts';

const MOST = /\b(?:at most|up to|(?:no|not) more than|(?:less|fewer) than|under|below|maximum of) $/i;
const LEAST = /\b(?:at least|more than|over|above|minimum of) $/i;

/** How often as much, or which of several: numbers of their own kind, whatever it is of. */
const MULTIPLIERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:doubl(?:e|es|ed|ing)|twice|twofold)$/, 'x2'],
  [/^(?:tripl(?:e|es|ed|ing)|trebl(?:e|es|ed|ing)|thrice|threefold)$/, 'x3'],
  [/^(?:quadrupl(?:e|es|ed|ing)|fourfold)$/, 'x4'],
  [/^(?:quintupl(?:e|es|ed|ing)|fivefold)$/, 'x5'],
  [/^tenfold$/, 'x10'],
  // "First" is mostly no number: "first of all".
  ...'second third fourth fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word) => [new RegExp(`^${word}s?$`), word] as const),
  [/^(?:half|halv(?:e|es|ed|ing))$/, 'x0.5'],
];
/** Spans of time that are so many years. */
const SPANS: ReadonlyMap<string, number> = new Map([
  ['decade', 10],
  ['decades', 10],
  ['century', 100],
  ['centuries', 100],
]);

/** A number and what it counts. */
interface Count {
  readonly number: string;
  /** The stem of the next word that carries content; empty at the end. */
  readonly of: string;
  /** "At most" or "at least" so many; null where neither is said. */
  readonly bound: 'most' | 'least' | null;
}

function boundBefore(text: string): Count['bound'] {
  // "No less than" is told before "less than", and "no more than" before "more than".
  if (/\b(?:no|not) (?:less|fewer) than $/i.test(text)) return 'least';
  if (MOST.test(text)) return 'most';
  return LEAST.test(text) ? 'least' : null;
}

function isBorne(claimed: Count, given: Count): boolean {
  const opposite = claimed.bound !== null && given.bound !== null && claimed.bound !== given.bound;
  return given.number === claimed.number && !opposite;
}

/** Whether the word is a number as `numbersHold` judges it. */
export function isNumberWord(word: string): boolean {
  return NUMBER_WORDS.has(word.toLowerCase());
}

/** The numbers of a text in digits or words, dates left out. "One" counts only before what it counts. */
function countsIn(text: string): Count[] {
  const counts: Count[] = [];
  const year = stemOf('year');
  for (const match of text.matchAll(/\d+(?:[.,]\d+)*|\p{L}+/gu)) {
    const [word] = match;
    const times = MULTIPLIERS.find(([form]) => form.test(word.toLowerCase()));
    if (times) counts.push({ number: times[1], of: '', bound: null });
    const span = SPANS.get(word.toLowerCase());
    // "Two decades" are twenty years.
    if (span !== undefined) {
      const last = counts.at(-1);
      const many = last?.of === stemOf(word.toLowerCase()) ? Number(last.number) : 1;
      if (many !== 1) counts.pop();
      counts.push({ number: String(many * span), of: year, bound: null });
    }
    const number = /^\d/.test(word) ? word.replace(/,(?=\d{3})/g, '') : NUMBER_WORDS.get(word.toLowerCase());
    if (number === undefined) continue;
    const following = readTerms(text.slice(match.index + word.length, match.index + word.length + 60));
    const of = following.find(({ content }) => content)?.stem ?? '';
    const bound = boundBefore(text.slice(Math.max(0, match.index - 20), match.index));
    counts.push({ number: String(number).replace(',', '.'), of, bound });
  }
  return counts;
}

/**
 * Whether every number of the claim is in the evidence, and counts the same there: "two years" is not borne by "the two
 * sides … three years".
 */
export function numbersHold(claim: string, cited: readonly Evidence[]): boolean {
  const given = cited.flatMap(({ text }) => countsIn(readDates(text).rest));
  const years = cited.flatMap(({ text, published }) => [
    ...(text.match(/\b(?:19|20)\d{2}\b/g) ?? []),
    published?.slice(0, 4),
  ]);
  return countsIn(readDates(claim).rest).every((claimed) => {
    const { number, of } = claimed;
    if (years.includes(number)) return true;
    const alike = given.filter((one) => one.of === of && of !== '');
    if (alike.length > 0) return alike.some((one) => isBorne(claimed, one));
    return number === '1' || given.some((one) => isBorne(claimed, one));
  });
}
