import type { Span } from './span.ts';
import { isStopWord, stemOf } from './words/words.ts';

/** Numbers as words, lower case. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i + 1] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i) => [word, 10 * (i + 2)] as const),
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);

/** A number with what it counts, and where it stands. */
export interface Quantity extends Span {
  readonly value: number;
  /** `percent`, `points`, a currency's sign, a span of time (`hour` …), or the stem of the noun that is counted. */
  readonly unit: string;
  /** Stems of the words behind the number that may be what is counted: "international" and "monitor". */
  readonly counted: readonly string[];
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['thousand', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['million', 1e6],
  ['bn', 1e9],
  ['billion', 1e9],
  ['tn', 1e12],
  ['trillion', 1e12],
]);
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:dollars?|usd)$/, '$'],
  [/^(?:euros?|eur)$/, '€'],
  [/^(?:pounds?|gbp)$/, '£'],
];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const MONTH_BEFORE = new RegExp(String.raw`\b${MONTH}\.? $`, 'i');
const MONTH_AFTER = new RegExp(String.raw`^(?:st|nd|rd|th)?(?: of)? ${MONTH}\b`, 'i');

const words = [...NUMBER_WORDS.keys()].join('|');
/** Digits with the points and commas within them, or words of numbers one after the other. */
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\p{N}.:/-])(?<sign>(?:US|C|A)?[$€£¥])? ?(?:(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)(?![\d:/])|(?<words>\b(?:${words})(?:[- ](?:and )?(?:${words}))*\b(?<half> and a half)?))`,
  'giu',
);
const SCALE = /^(?:[ -]?(thousand|million|billion|trillion)|(k|mn?|bn|tn)(?![\p{L}\p{N}]))/iu;
const PERCENT = /^(?: ?%|[ -]?per ?cent\b|[ -]?pc\b)/i;
const POINTS = /^[ -]?(?:percentage |per cent )?points?\b/i;
/** What is counted may stand behind words that say which: "five intensive-care beds", "60 Karelian boats", "90 of the boats". */
const NOUNS =
  /^(?<of> of (?:the|its|our|his|her|their|your|my|these|those))?(?<words>(?:[ -]\p{L}[\p{L}'’-]*){1,3})/u;
const MEASURES = /^(?:cubic|square|nautical|metric)$/;
const CAPITAL = /^\p{Lu}/u;

function ofWords(text: string): number {
  let total = 0;
  let part = 0;
  for (const word of text.toLowerCase().split(/[- ]+/)) {
    const value = NUMBER_WORDS.get(word);
    if (value === undefined) continue;
    if (value >= 1_000) {
      total += Math.max(1, part) * value;
      part = 0;
    } else if (value === 100) part = Math.max(1, part) * 100;
    else part += value;
  }
  return total + part;
}

function ofDigits(text: string): number {
  // "7,2" is seven and two tenths, "7,200" is thousands.
  const plain = /,\d{3}(?:\D|$)/.test(text) ? text.replaceAll(',', '') : text.replace(',', '.');
  return Number(plain);
}

interface Unit extends Pick<Quantity, 'unit' | 'counted'> {
  readonly length: number;
}

function unitBehind(rest: string, sign: string | undefined): Unit | null {
  const counted: string[] = [];
  if (sign !== undefined) return { unit: sign.slice(-1), counted, length: 0 };
  const points = POINTS.exec(rest);
  if (points) return { unit: 'points', counted, length: points[0].length };
  const percent = PERCENT.exec(rest);
  if (percent) {
    const behind = POINTS.exec(rest.slice(percent[0].length));
    return behind
      ? { unit: 'points', counted, length: percent[0].length + behind[0].length }
      : { unit: 'percent', counted, length: percent[0].length };
  }
  return nounBehind(rest);
}

function nounBehind(rest: string): Unit | null {
  const { 0: all = '', groups } = NOUNS.exec(rest) ?? {};
  const behind = groups?.words ?? '';
  const read = Array.from(
    behind.matchAll(/[ -](\p{L}[\p{L}'’]*)/gu),
    ({ 1: noun = '', 0: { length }, index }) => ({
      isName: CAPITAL.test(noun),
      word: noun.toLowerCase().replace(/['’]s?$/, ''),
      end: all.length - behind.length + index + length,
    }),
  );
  const firstStop = read.findIndex(({ word }) => isStopWord(word));
  const nouns = firstStop === -1 ? read : read.slice(0, firstStop);
  const first = nouns.findIndex(({ isName }) => !isName);
  const measured = nouns[first + 1];
  // "Cubic metres", "nautical miles" are one unit.
  if (measured && MEASURES.test(nouns[first]?.word ?? ''))
    return {
      unit: `${nouns[first]?.word} ${stemOf(measured.word)}`,
      counted: nouns.map(({ word }) => stemOf(word)),
      length: measured.end,
    };
  const counted = nouns[first] ?? nouns[0];
  if (counted === undefined) return null;
  const currency = CURRENCIES.find(([form]) => form.test(counted.word));
  return {
    unit: currency?.[1] ?? stemOf(counted.word),
    counted: nouns.map(({ word }) => stemOf(word)),
    length: counted.end,
  };
}

/**
 * The numbers of `text` that count something, in digits or words, as values with units: "7.2 per cent", "7,2 %",
 * "$1.4 million", "a 35-hour week". Left out: dates, times of the day, ordinals, and bare numbers.
 */
export function readQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const { sign, digits, words: spelled, half } = match.groups ?? {};
    let end = match.index + match[0].length;
    const start = match.index + (match[0].startsWith(' ') ? 1 : 0);
    // "1.4 million" is one number.
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const before = text.slice(Math.max(0, start - 12), start);
    if (digits !== undefined && sign === undefined) {
      if (MONTH_BEFORE.test(before) || MONTH_AFTER.test(text.slice(end, end + 20))) continue;
    }
    let value = digits === undefined ? ofWords(spelled ?? '') : ofDigits(digits);
    if (half !== undefined) value += 0.5;
    const scale = SCALE.exec(text.slice(end, end + 12));
    if (scale) {
      value *= SCALES.get((scale[1] ?? scale[2] ?? '').toLowerCase()) ?? 1;
      end += scale[0].length;
    }
    const rest = text.slice(end, end + 40);
    if (/^\p{L}/u.test(rest) && !PERCENT.test(rest)) continue;
    const unit = unitBehind(rest, sign);
    if (unit === null || !Number.isFinite(value)) continue;
    // "One of the reasons" counts nothing.
    if (value === 1 && / of /.test(text.slice(end, end + unit.length))) continue;
    found.push({ start, end: end + unit.length, value, unit: unit.unit, counted: unit.counted });
  }
  return found;
}
