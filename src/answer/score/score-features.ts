import type { Reading } from '../../domain/question.ts';
import { answerTypes, hasAnswer } from './answer-type.ts';
import { bm25, coverage, presence } from './match-words.ts';
import type { Found } from '../find/find-candidates.ts';
import { type Query, type Unit, withoutAsked } from '../find/query.ts';
import type { ReadCandidate } from '../find/read-candidate.ts';
import { marksAsked } from './sentence-role.ts';
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

/** A candidate that can be scored. */
export interface Featured extends ReadCandidate {
  readonly features: Features;
}

/** What stands behind a sentence explains it less than what stands before it. */
const AFTER_WEIGHT = 0.8;

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
function featuresOf(
  query: Query,
  read: readonly ReadCandidate[],
  closeness: readonly number[],
  meaning: readonly number[],
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

/** The candidates of a question with their features: who is asked for counts by who speaks, not by being named. */
export function withFeatures(
  found: readonly Found[],
  query: Query,
  asked: Pick<Reading, 'sides' | 'speakers' | 'sources'>,
): Featured[] {
  const features = featuresOf(
    withoutAsked(query, marksAsked(asked)),
    found,
    found.map(({ closeness }) => closeness),
    found.map(({ meaning }) => meaning),
  );
  return found.flatMap((one, i) => (features[i] ? [{ ...one, features: features[i] }] : []));
}
