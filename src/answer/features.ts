import type { Candidate } from '../store/ports.ts';
import { answerTypes, hasAnswer } from './answer-type.ts';
import { bagOf, bm25, type Bag } from './bm25.ts';
import { coverage, pairCoverage, presence } from './likeness.ts';
import type { Names } from './names.ts';
import type { Query, Unit } from './query.ts';
import { readTerms, type Term } from './terms.ts';

/** What ranking weighs, in this order; each from 0 to about 1. */
export const FEATURES = [
  'sentenceBm25',
  'windowBm25',
  'closeness',
  'sentenceCoverage',
  'contextCoverage',
  'nameCoverage',
  'pairs',
  'answerType',
] as const;
export type Feature = (typeof FEATURES)[number];
export type Features = Readonly<Record<Feature, number>>;

/** A candidate with its words read once. */
export interface ReadCandidate {
  readonly candidate: Candidate;
  readonly terms: readonly Term[];
  readonly sentence: Bag;
  /** What stands before and behind it in its paragraph, as far as the passage goes. */
  readonly before: Bag;
  readonly after: Bag;
  readonly window: Bag;
}

/** What stands behind a sentence explains it less than what stands before it. */
const AFTER_WEIGHT = 0.8;

function stemsOf(terms: readonly Term[]): string[] {
  return terms.map((term) => term.stem);
}

/** Passages are read once while they are asked for often: a passage's key stands for the same words for ever. */
const MOST_REMEMBERED = 5_000;
const remembered = new WeakMap<Names, Map<number, Omit<ReadCandidate, 'candidate'>>>();

/** Reads the candidate's words, with the parties in them marked. */
export function readCandidate(candidate: Candidate, names: Names): ReadCandidate {
  const known = remembered.get(names) ?? new Map<number, Omit<ReadCandidate, 'candidate'>>();
  remembered.set(names, known);
  let words = known.get(candidate.key);
  if (!words) {
    if (known.size >= MOST_REMEMBERED) known.clear();
    words = readWords(candidate, names);
    known.set(candidate.key, words);
  }
  return { candidate, ...words };
}

function readWords(
  { sentence, passage, text, passageText }: Candidate,
  names: Names,
): Omit<ReadCandidate, 'candidate'> {
  const read = (words: string): Term[] => names.mark(readTerms(words));
  const terms = read(text);
  const before = stemsOf(read(passageText.slice(0, sentence.start - passage.start)));
  const after = stemsOf(read(passageText.slice(sentence.end - passage.start)));
  return {
    terms,
    sentence: bagOf(stemsOf(terms)),
    before: bagOf(before),
    after: bagOf(after),
    window: bagOf([...before, ...stemsOf(terms), ...after]),
  };
}

/** How well each unit is present in the sentence, or in what stands around it. */
export function presencesInContext(
  units: readonly Unit[],
  { sentence, before, after }: ReadCandidate,
): number[] {
  return units.map(({ stem }) =>
    Math.max(presence(stem, sentence), presence(stem, before), AFTER_WEIGHT * presence(stem, after)),
  );
}

/**
 * The features of all candidates of one question. BM25 is scaled to the best of them: its size depends on the question.
 *
 * @param closeness cosine of question and sentence, by candidate
 */
export function featuresOf(
  query: Query,
  read: readonly ReadCandidate[],
  closeness: readonly number[],
): Features[] {
  const mean = (lengthOf: (one: ReadCandidate) => number): number =>
    Math.max(1, read.reduce((sum, one) => sum + lengthOf(one), 0) / Math.max(1, read.length));
  const meanSentence = mean((one) => one.sentence.length);
  const meanWindow = mean((one) => one.window.length);
  const sentenceScores = read.map((one) => bm25(query.idfOf, one.sentence, meanSentence));
  const windowScores = read.map((one) => bm25(query.idfOf, one.window, meanWindow));
  const bestSentence = Math.max(...sentenceScores, 1e-9);
  const bestWindow = Math.max(...windowScores, 1e-9);

  const types = answerTypes(query.question);
  const inQuestion = new Set(query.terms.map((term) => term.stem));
  const content = query.terms.filter((term) => query.idfOf.has(term.stem)).map((term) => term.stem);
  const pairs = content.slice(1).map((stem, i) => [content[i] ?? '', stem] as const);
  const names = query.units.filter((unit) => unit.name);

  return read.map((one, i) => ({
    sentenceBm25: (sentenceScores[i] ?? 0) / bestSentence,
    windowBm25: (windowScores[i] ?? 0) / bestWindow,
    closeness: closeness[i] ?? 0,
    sentenceCoverage: coverage(
      query.units,
      query.units.map(({ stem }) => presence(stem, one.sentence)),
    ),
    contextCoverage: coverage(query.units, presencesInContext(query.units, one)),
    nameCoverage:
      names.length === 0
        ? 0
        : names.filter(({ stem }) => one.sentence.counts.has(stem)).length / names.length,
    pairs: pairCoverage(pairs, query.idfOf, one.terms),
    answerType: types.some((type) => hasAnswer(type, one.terms, inQuestion)) ? 1 : 0,
  }));
}
