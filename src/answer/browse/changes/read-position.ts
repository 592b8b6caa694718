import { saidOn, type Evidence } from '../../../domain/answer.ts';
import type { TopicsIn } from '../../../parties/topics-in.ts';
import { NUMBER_WORDS } from '../../../text/words/number-words.ts';
import { readQuantities, type Quantity } from '../../../text/read-quantities.ts';
import { overlaps, type Span } from '../../../text/span.ts';
import { isStopWord, readTerms, stemOf } from '../../../text/words/words.ts';
import { isProcedural } from '../../../domain/is-procedural.ts';
import { readConditions } from './read-conditions.ts';
import { readOwnAct, type ReadOwnActDependencies } from './read-own-act.ts';

/** The unit of a year that is aimed at. */
export const YEAR = 'target year';

/** A number of a statement with the words around it. */
export interface PlacedQuantity extends Quantity {
  /** Stems of the content words near it. */
  readonly around: ReadonlySet<string>;
}

/** A condition of a statement. */
export interface PlacedCondition {
  readonly span: Span;
  /** Stems of its content words. */
  readonly stems: ReadonlySet<string>;
}

/** A statement as it is compared with others of its side and topic. */
export interface Position {
  /** Where it was read as but stated, its act is what its own words tell: "we can offer", "said the group agreed". */
  readonly evidence: Evidence;
  /** The day it was said, `YYYY-MM-DD`. */
  readonly on: string;
  /** Stems of its content words without who says it, numbers and condition; and its units, which tell of what it speaks. */
  readonly matter: ReadonlySet<string>;
  /** The first two of them behind the word that tells what the side does: what it offers or rejects. */
  readonly object: readonly string[];
  readonly quantities: readonly PlacedQuantity[];
  readonly conditions: readonly PlacedCondition[];
  /** Whether its own words are about the topic, not only what stands around it. */
  readonly isOnTopic: boolean;
  /** Whether it tells a position: its own words are about the topic, or it offers, demands, rejects …, or has a number. */
  readonly isTelling: boolean;
}

export interface ReadPositionDependencies extends ReadOwnActDependencies {
  readonly topicsIn: TopicsIn;
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
  { topicsIn, isOwnName, actOfWord }: ReadPositionDependencies,
): Position | null {
  const on = saidOn(evidence);
  if (on === null || isRetold(evidence)) return null;
  const { text } = evidence;
  const words = text.replace(TOLD, (told) => ' '.repeat(told.length));
  const own = readOwnAct({ text: words, type: evidence.type }, { isOwnName, actOfWord });
  const act = evidence.act === 'states' ? (own ?? 'states') : evidence.act;
  const counted = readQuantities(text);
  const years = readYears(text).filter((year) => counted.every((one) => !overlaps(one, year)));
  const numbers = [...counted, ...years].toSorted((a, b) => a.start - b.start);
  const conditions = readConditions(text);
  const isConditioned = (span: Span): boolean => conditions.some((one) => overlaps(one, span));
  const read = Array.from(words.matchAll(WORD), (match): PlacedStem => {
    const word = match[0].toLowerCase().replace(/['’]s$/, '');
    const span = { start: match.index, end: match.index + match[0].length };
    const isPlain =
      isStopWord(word) ||
      /\d/.test(word) ||
      numbers.some((one) => isOfNumber({ ...span, folded: word }, one));
    return { ...span, stem: isPlain ? '' : stemOf(word) };
  }).filter(({ stem }) => stem !== '' && !isOwnName(stem));
  const actWord = read.find(({ stem }) => actOfWord(stem) !== undefined);
  const stems = read.filter(({ stem }) => actOfWord(stem) === undefined);
  const free = stems.filter((stem) => !isConditioned(stem));
  const isOnTopic = topicsIn(readTerms(text)).includes(topic);
  return {
    evidence: { ...evidence, act },
    on,
    matter: new Set([...free.map(({ stem }) => stem), ...numbers.map(({ unit }) => unit)]),
    object: [...stems, ...numbers.map(({ start, end, unit }) => ({ start, end, stem: unit }))]
      .filter(({ start }) => actWord !== undefined && start > actWord.start)
      .toSorted((a, b) => a.start - b.start)
      .slice(0, 2)
      .map(({ stem }) => stem),
    quantities: numbers
      // The numbers of a condition are not what is offered.
      .filter((one) => !isConditioned(one))
      .map((one) => ({ ...one, around: aroundOf(one, free, text) })),
    conditions: conditions.map((span) => ({
      span,
      stems: new Set(stems.filter((stem) => overlaps(stem, span)).map(({ stem }) => stem)),
    })),
    isOnTopic,
    isTelling: !isProcedural(evidence) && (act !== 'states' || numbers.length > 0 || isOnTopic),
  };
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
