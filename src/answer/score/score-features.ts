import type { Candidate } from '../../store/ports.ts';
import { answerTypes, hasAnswer } from './answer-type.ts';
import { type Bag, bagOf, bm25, coverage, presence } from './match-words.ts';
import type { Names } from '../../parties/name-patterns.ts';
import type { Query, Unit } from '../find/prepare-query.ts';
import { readTerms, type Term } from '../../text/words/words.ts';
import { groupBy } from '../../domain/group-by.ts';

/** What ranking weighs; each from 0 (`closerThan…`: −1) to about 1. */
export const FEATURES = [
  /** BM25 of the sentence by all its words, and of its passage by content words; each scaled to the best. */
  'allWordsBm25',
  'windowBm25',
  /** Cosine of sentence and question, the question moved by the learned head towards what answers it. */
  'meaning',
  /** By how much the question itself is closer to the sentence than to the one before. */
  'closerThanBefore',
  /** The share of the question in the sentence or around it; in it, by how rare a word is in its article. */
  'contextCoverage',
  'localCoverage',
  'answerType',
] as const;
type Feature = (typeof FEATURES)[number];
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

/** The words alone, of who stays while articles come in and make names others. */
const parted = new WeakMap<Candidate, Readonly<Record<'own' | 'before' | 'after', readonly Term[]>>>();

function partWords(candidate: Candidate) {
  const { sentence, passage, text, passageText } = candidate;
  const words = parted.get(candidate) ?? {
    own: readTerms(text),
    before: readTerms(passageText.slice(0, sentence.start - passage.start)),
    after: readTerms(passageText.slice(sentence.end - passage.start)),
  };
  parted.set(candidate, words);
  return words;
}

function readWords(candidate: Candidate, names: Names): Omit<ReadCandidate, 'candidate'> {
  const words = partWords(candidate);
  const terms = names.mark(words.own);
  const before = stemsOf(names.mark(words.before));
  const after = stemsOf(names.mark(words.after));
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

/** The units weighed by how rare they are among the candidates of each article: what all its sentences have tells nothing. */
function localUnits(
  units: readonly Unit[],
  read: readonly ReadCandidate[],
): (article: string) => readonly Unit[] {
  const groups = groupBy(read, ({ candidate }) => candidate.article.id);
  const weighed = new Map(
    [...groups].map(([id, group]) => {
      const withUnit = ({ stem }: Unit): number =>
        group.filter((one) => one.sentence.counts.has(stem)).length;
      return [
        id,
        units.map((unit) => ({ ...unit, idf: Math.log(1 + group.length / (withUnit(unit) + 0.5)) })),
      ] as const;
    }),
  );
  return (article) => weighed.get(article) ?? units;
}

function placeOf(article: string, index: number): string {
  return `${index} ${article}`;
}

/** The values over the largest of them. */
function scaled(values: readonly number[]): number[] {
  const best = Math.max(...values, 1e-9);
  return values.map((value) => value / best);
}

/**
 * The features of all candidates of one question. BM25 is scaled to the best of them: its size depends on the question.
 *
 * @param closeness cosine of question and sentence, by candidate; `meaning` with the question moved by the learned head
 */
export function featuresOf(
  query: Query,
  read: readonly ReadCandidate[],
  closeness: readonly number[],
  meaning: readonly number[] = closeness,
): Features[] {
  const bm25s = (idfOf: Query['idfOf'], part: 'sentence' | 'window'): number[] => {
    const mean = Math.max(1, read.reduce((sum, one) => sum + one[part].length, 0) / Math.max(1, read.length));
    // Without content, what is left are the words that every question has.
    if (query.units.length === 0) return read.map(() => 0);
    return scaled(read.map((one) => bm25(idfOf, one[part], mean)));
  };
  const windowBm25 = bm25s(query.idfOf, 'window');
  const allWordsBm25 = bm25s(query.idfOfAll, 'sentence');

  const closenessAt = new Map(
    read.map(({ candidate: { article, sentence } }, i) => [
      placeOf(article.id, sentence.index),
      closeness[i] ?? 0,
    ]),
  );
  const unitsIn = localUnits(query.units, read);
  const types = answerTypes(query.question);
  const inQuestion = new Set(query.terms.map((term) => term.stem));

  return read.map((one, i) => {
    const { article, sentence } = one.candidate;
    const own = closeness[i] ?? 0;
    const closerThan = (index: number): number => own - (closenessAt.get(placeOf(article.id, index)) ?? own);
    const presences = query.units.map(({ stem }) => presence(stem, one.sentence));
    const units = unitsIn(article.id);
    return {
      windowBm25: windowBm25[i] ?? 0,
      allWordsBm25: allWordsBm25[i] ?? 0,
      meaning: meaning[i] ?? 0,
      closerThanBefore: closerThan(sentence.index - 1),
      contextCoverage: coverage(query.units, presencesInContext(query.units, one)),
      localCoverage: coverage(units, presences),
      answerType: types.some((type) => hasAnswer(type, one.terms, inQuestion)) ? 1 : 0,
    };
  });
}
