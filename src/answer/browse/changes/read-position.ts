import { saidOn, type Evidence } from '../../../domain/answer.ts';
import type { TopicsIn } from '../../../parties/topics-in.ts';
import { NUMBER_WORDS } from '../../../text/words/number-words.ts';
import { readQuantities, type Quantity } from '../../../text/read-quantities.ts';
import { overlaps, type Span } from '../../../text/span.ts';
import { isStopWord, readTerms, stemOf } from '../../../text/words/words.ts';
import { isProcedural } from '../../../domain/is-procedural.ts';
import { readCondition } from './read-condition.ts';

/** The unit of a year that is aimed at. */
export const YEAR = 'target year';

/** A number of a statement with the words around it. */
export interface PlacedQuantity extends Quantity {
  /** Stems of the content words near it. */
  readonly around: ReadonlySet<string>;
}

/** A statement as it is compared with others of its side and topic. */
export interface Position {
  readonly evidence: Evidence;
  /** The day it was said, `YYYY-MM-DD`. */
  readonly on: string;
  /** Stems of its content words without who says it, numbers and condition; and its units, which tell of what it speaks. */
  readonly matter: ReadonlySet<string>;
  /** The first two of them behind the word that tells what the side does: what it offers or rejects. */
  readonly object: readonly string[];
  readonly quantities: readonly PlacedQuantity[];
  readonly condition: Span | null;
  /** Whether its words say that the side acts, whatever was read of them: "we can offer", "said the group agreed". */
  readonly saysItActs: boolean;
  /** Whether it tells a position: its own words are about the topic, or it offers, demands, rejects …, or has a number. */
  readonly isTelling: boolean;
}

export interface ReadPositionDependencies {
  readonly topicsIn: TopicsIn;
  /** Whether a stem is of a name of the side or its people. */
  readonly isOwnName: (stem: string) => boolean;
  /** Whether a stem is of a word that tells what somebody does: "offers". */
  readonly isActWord: (stem: string) => boolean;
}

/** Content words on each side of a number that are near it. */
const NEAR = 6;
const SENTENCE_END = /[.!?]['"’”]?\s|;/;
/** Whom it is told. */
const TOLD = /\btold (?:(?:\p{Lu}[\p{L}\p{N}'’]*|\d+) ?)+/gu;
const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

interface PlacedStem extends Span {
  readonly stem: string;
}

/** A year by which something is to be: "by 2045", "until the end of 2030". */
const TARGET_YEAR =
  /\b(?:by|until|till|before|from|after|in)(?: the)?(?: (?:end|start|beginning) of)? ((?:19|20)\d\d)\b/gi;
/** What was said so many days before its article came out is told from memory. */
const RETOLD_DAYS = 7;

/** Years that are aimed at, as values of a unit of their own. */
function readYears(text: string): Quantity[] {
  return Array.from(text.matchAll(TARGET_YEAR), ({ 0: all, 1: year = '', index }) => {
    const end = index + all.length;
    return { start: end - year.length, end, value: Number(year), unit: YEAR };
  });
}

/**
 * Whether its day was worked out and lies far before its article's: "in September the Union had offered" is told in
 * hindsight, on no day that could be set beside others.
 */
function isRetold({ when, published }: Evidence): boolean {
  if (when?.how !== 'worked out' || published === null) return false;
  return Date.parse(published) - Date.parse(when.date) > RETOLD_DAYS * 86_400_000;
}

/** Reads a dated statement on a topic; null for one without a date, and for one told in hindsight. */
export function readPosition(
  evidence: Evidence,
  topic: string,
  { topicsIn, isOwnName, isActWord }: ReadPositionDependencies,
): Position | null {
  const on = saidOn(evidence);
  if (on === null || isRetold(evidence)) return null;
  const { text } = evidence;
  const counted = readQuantities(text);
  const years = readYears(text).filter((year) => counted.every((one) => !overlaps(one, year)));
  const numbers = [...counted, ...years].toSorted((a, b) => a.start - b.start);
  const condition = readCondition(text);
  const words = text.replace(TOLD, (told) => ' '.repeat(told.length));
  const read = Array.from(words.matchAll(WORD), (match): PlacedStem => {
    const word = match[0].toLowerCase().replace(/['’]s$/, '');
    const span = { start: match.index, end: match.index + match[0].length };
    const isPlain =
      isStopWord(word) ||
      /\d/.test(word) ||
      numbers.some((one) => isOfNumber({ ...span, folded: word }, one));
    return { ...span, stem: isPlain ? '' : stemOf(word) };
  }).filter(({ stem }) => stem !== '' && !isOwnName(stem));
  const act = read.find(({ stem }) => isActWord(stem));
  const stems = read.filter(({ stem }) => !isActWord(stem));
  const free = condition === null ? stems : stems.filter((stem) => !overlaps(stem, condition));
  return {
    evidence,
    on,
    matter: new Set([...free.map(({ stem }) => stem), ...numbers.map(({ unit }) => unit)]),
    object: [...stems, ...numbers.map(({ start, end, unit }) => ({ start, end, stem: unit }))]
      .filter(({ start }) => act !== undefined && start > act.start)
      .toSorted((a, b) => a.start - b.start)
      .slice(0, 2)
      .map(({ stem }) => stem),
    quantities: numbers
      // The numbers of a condition are not what is offered.
      .filter((one) => condition === null || !overlaps(one, condition))
      .map((one) => ({ ...one, around: aroundOf(one, free, text) })),
    condition,
    saysItActs: saysItActs(words, { isOwnName, isActWord }),
    isTelling:
      !isProcedural(evidence) &&
      (evidence.act !== 'states' || numbers.length > 0 || topicsIn(readTerms(text)).includes(topic)),
  };
}

const ACTOR = /^(?:we|i|he|she|they|it)$/i;
/** Behind these, the word names a thing: "the offer". */
const NAMING =
  /^(?:the|an?|this|that|these|those|their|its|our|his|her|my|your|any|no|each|every|of|on|to)$/i;
/** Words between who acts and what they do: "is now", "can also". */
const MOST_BETWEEN = 3;

/** Whether "we", "it" or a name of the side stands right before a word that tells what somebody does. */
function saysItActs(
  text: string,
  { isOwnName, isActWord }: Pick<ReadPositionDependencies, 'isOwnName' | 'isActWord'>,
): boolean {
  const words = Array.from(text.matchAll(WORD), ([word]) => word.replace(/['’]s$/, ''));
  return words.some((word, i) => {
    if (!isActWord(stemOf(word.toLowerCase())) || NAMING.test(words[i - 1] ?? 'the')) return false;
    return words
      .slice(Math.max(0, i - 1 - MOST_BETWEEN), i)
      .some((before) => ACTOR.test(before) || isOwnName(stemOf(before.toLowerCase())));
  });
}

/** Whether a word is of the number itself: the noun that is counted is not. */
function isOfNumber(word: Span & { readonly folded: string }, number: Quantity): boolean {
  return overlaps(word, number) && (stemOf(word.folded) !== number.unit || NUMBER_WORDS.has(word.folded));
}

/** Stems near a number, in its sentence. */
function aroundOf(number: Span, stems: readonly PlacedStem[], text: string): ReadonlySet<string> {
  const isOfSentence = (from: number, to: number): boolean => !SENTENCE_END.test(text.slice(from, to));
  const before = stems
    .filter(({ end }) => end <= number.start && isOfSentence(end, number.start))
    .slice(-NEAR);
  const behind = stems
    .filter(({ start, end }) => end > number.start && isOfSentence(number.start, start))
    .slice(0, NEAR);
  return new Set([...before, ...behind].map(({ stem }) => stem));
}
