import { actOfWord } from '../../../domain/said/act-of-word.ts';
import { type Evidence, saidOn } from '../../../domain/answer.ts';
import { ownWords } from '../../../domain/said/own-words.ts';
import type { TopicsIn } from '../../../parties/topics-in.ts';
import { NUMBER_WORDS, type Quantity, readQuantities } from '../../../text/read-quantities.ts';
import { overlaps, type Span } from '../../../text/span.ts';
import { isStopWord, readTerms, stemOf } from '../../../text/words/words.ts';
import { isProcedural } from '../../../domain/is-procedural.ts';
import { readConditions } from './read-conditions.ts';
import { type Matter, TOPIC_MATTER } from './matter-of.ts';

/** The unit of a year that is aimed at. */
export const YEAR = 'target year';

/** A number of a statement with the words around it. */
export interface PlacedQuantity extends Quantity {
  /** Stems of the content words near it. */
  readonly around: ReadonlySet<string>;
}

/** A condition of a statement. */
interface PlacedCondition {
  readonly span: Span;
  /** Stems of its content words. */
  readonly stems: ReadonlySet<string>;
}

/** A statement as it is compared with others of its side and topic. */
export interface Position {
  /** The day it was said, `YYYY-MM-DD`. */
  readonly on: string;
  readonly evidence: Evidence;
  /** Stems of its content words without who says it, numbers and condition; and its units, which tell of what it speaks. */
  readonly matter: ReadonlySet<string>;
  /** The first two of them behind the word that tells what the side does: what it offers or rejects. */
  readonly object: readonly string[];
  /** Whether it but states, with the word of an act that is another's: "we heard of the offer", "the others would accept". */
  readonly isOfAnother: boolean;
  readonly quantities: readonly PlacedQuantity[];
  readonly conditions: readonly PlacedCondition[];
  /** Whether its own words are about the topic, not only what stands around it. */
  readonly isOnTopic: boolean;
  /** Whether they are, without those of a condition: "we will not talk while shells fall on the bridge" is not about a bridge. */
  readonly isOfTopic: boolean;
  /** Whether they have the topic's name, or two of its words: one may mean something else. */
  readonly isPlainlyOfTopic: boolean;
  /** Whether it tells a position: its own words are about the topic, or it offers, demands, rejects …, or has a number. */
  readonly isTelling: boolean;
}

interface ReadPositionDependencies {
  /** Whether a stem is of a name of the side or its people. */
  readonly isOwnName: (stem: string) => boolean;
  readonly topicsIn: TopicsIn;
  readonly matter: Matter;
}

/** Content words on each side of a number that are near it. */
const NEAR = 6;
const SENTENCE_END = /[.!?]['"’”]?\s|;/;
const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

type PlacedStem = Span & { readonly stem: string };

/** A year by which something is to be: "by 2045", "until the end of 2030". */
const TARGET_YEAR =
  /\b(?:by|until|till|before|from|after|in)(?: the)?(?: (?:end|start|beginning) of)? ((?:19|20)\d\d)\b/gi;

/** Years that are aimed at, as values of a unit of their own. */
function readYears(text: string): Quantity[] {
  return Array.from(text.matchAll(TARGET_YEAR), ({ 0: all, 1: year = '', index }) => {
    const end = index + all.length;
    return { start: end - year.length, end, value: Number(year), unit: YEAR, counted: [] };
  });
}

/** Reads a dated statement on a topic; null for one without a date, and for one told in hindsight. */
export function readPosition(
  evidence: Evidence,
  topic: string,
  { topicsIn, matter, isOwnName }: ReadPositionDependencies,
): Position | null {
  const on = saidOn(evidence);
  if (on === null || isRetold(evidence)) return null;
  const { text, act } = evidence;
  const words = ownWords(text, evidence.type);
  const counted = readQuantities(text).map((one) => ({ ...one, unit: unitOf(one, matter) }));
  const years = readYears(text).filter((year) => counted.every((one) => !overlaps(one, year)));
  const numbers = [...counted, ...years].toSorted((a, b) => a.start - b.start);
  const conditions = readConditions(text);
  const isConditioned = (span: Span): boolean => conditions.some((one) => overlaps(one, span));
  const read = Array.from(words.matchAll(WORD), (match): PlacedStem => {
    const word = match[0].toLowerCase().replace(/['’]s$/, '');
    const span = { start: match.index, end: match.index + match[0].length };
    const isPlain =
      isStopWord(word) || /\d/.test(word) || numbers.some((n) => isOfNumber({ ...span, folded: word }, n));
    return { ...span, stem: isPlain ? '' : stemOf(word) };
  }).filter(({ stem }) => stem !== '' && !isOwnName(stem));
  const actWord = read.find(({ stem }) => actOfWord(stem) !== undefined);
  const stems = read.flatMap(({ stem, ...span }) =>
    actOfWord(stem) === undefined ? [{ ...span, stem: matter.of(stem) }] : [],
  );
  const free = stems.filter((stem) => !isConditioned(stem));
  const isAbout = (some: string) => topicsIn(readTerms(some)).includes(topic);
  const isOnTopic = isAbout(text);
  return {
    on,
    evidence,
    isOfAnother: act === 'states' && actWord !== undefined,
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
    isOfTopic: isOnTopic && (conditions.length === 0 || isAbout(conditions.reduce(without, text))),
    isPlainlyOfTopic: isPlainlyOf(matter, read),
    isTelling: !isProcedural(evidence) && (act !== 'states' || numbers.length > 0 || isOnTopic),
  };
}

/** The text with blanks in a span's place. */
function without(text: string, { start, end }: Span): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

function isPlainlyOf(matter: Matter, read: readonly PlacedStem[]): boolean {
  const ofTopic = read.filter(({ stem }) => matter.of(stem) === TOPIC_MATTER || matter.isName(stem));
  return ofTopic.some(({ stem }) => matter.isName(stem)) || new Set(ofTopic.map(({ stem }) => stem)).size > 1;
}

/** What a number counts: of the words behind it the one that others have for the same matter, too. */
function unitOf({ unit, counted }: Quantity, matter: Matter): string {
  return counted.map((stem) => matter.of(stem)).find((one) => one === TOPIC_MATTER) ?? unit;
}

/** Whether a word is of the number itself: the noun that is counted is not. */
function isOfNumber(word: Span & { readonly folded: string }, number: Quantity): boolean {
  return (
    overlaps(word, number) && (!number.counted.includes(stemOf(word.folded)) || NUMBER_WORDS.has(word.folded))
  );
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

/** What was said so many days before its article came out is told from memory. */
const RETOLD_DAYS = 7;
const QUOTED = /["“][^"“”]*["”]/g;
/** "She had dismissed the idea in March": where nobody is said to say it now. */
const HAD =
  /^\W*(?:\p{L}[\p{L}\p{N}'’.-]*,? ){1,6}had (?:(?:once|first|already|also|earlier|never|not|long|\p{L}+ly) ){0,2}(?!(?:to|an?|the|no|been)\b)\p{L}+/iu;
const SAYS = /\b(?:said|says|saying|told|tells|added|adds|adding|according)\b/i;
/**
 * Whether it is told in hindsight, on no day that could be set beside others: its day was worked out and lies far before its
 * article's ("in September the Union had offered"), or the words tell what had been said before.
 */
function isRetold({ when, published, text, type }: Evidence): boolean {
  const days = published === null || !when ? 0 : (Date.parse(published) - Date.parse(when.date)) / 86_400_000;
  if (when?.how === 'worked out' && days > RETOLD_DAYS) return true;
  if (type === 'direct') return false;
  const told = text.replaceAll(QUOTED, '');
  return HAD.test(told) && !SAYS.test(told);
}
