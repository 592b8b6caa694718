import type { Reading } from '../domain/question.ts';
import { asksForSaying, isAttitudeVerb } from './read/asking-words.ts';
import { answerTypes } from './score/answer-type.ts';
import { bagOf } from './score/bm25.ts';
import { presencesInContext } from './score/score-features.ts';
import { marksAsked } from './score/fit.ts';
import { coverage } from './score/coverage.ts';
import type { Query, Unit } from './find/prepare-query.ts';
import type { Ranked } from './score/score.ts';
import type { TopicsIn } from '../parties/topics-in.ts';
import type { SupportWeights } from './score/weights.ts';

/** What shows whether the best candidates support a question at all; each from 0 to 1. */
export const SIGNS = [
  'covered',
  'meaning',
  'missing',
  'asked',
  'askedMeaning',
  'topic',
  'untyped',
  'unheard',
] as const;
export type Sign = (typeof SIGNS)[number];
export type Signs = Readonly<Record<Sign, number>>;

/** How many of the best candidates may cover the question between them. */
const TOP = 5;
const NOTHING = bagOf([]);

/** The verb of saying is less what the question is about than what it says something of. */
const ATTITUDE_WEIGHT = 0.4;
/**
 * What counts of a narration that names those whose words are asked for: it may be about what others do to them, and
 * where something said is asked for, nothing.
 */
const NAMED_WEIGHT = 0.6;
/** How far a word is present in a statement that is on its topic, in other words. */
const TOPIC_PRESENCE = 0.6;

/**
 * The units that an answer must be about. Where somebody's words are asked for, their name is not, the verb of saying
 * hardly: "What did Sherman say about cyber attacks?" is about cyber attacks.
 */
function subjectUnits(query: Query, asked: readonly string[]): readonly Unit[] {
  if (asked.length === 0) return query.units;
  return query.units.flatMap((unit) => {
    if (asked.includes(unit.stem)) return [];
    if (!isAttitudeVerb(unit.stem)) return [unit];
    return unit.frequency > 0 ? [{ ...unit, idf: ATTITUDE_WEIGHT * unit.idf }] : [];
  });
}

/** What is said on a topic answers a question by the topic's own name; another word of it must stand in the articles. */
interface KnownTopics {
  readonly topicsIn: TopicsIn;
  readonly labels: ReadonlySet<string>;
}

const placeOf = (article: string, index: number): string => `${index} ${article}`;

/** What a sentence offers of the units to a question for somebody's words; `others` are where somebody else speaks. */
function presencesIn(
  units: readonly Unit[],
  one: Ranked,
  others: ReadonlySet<string>,
  { topicsIn, labels }: KnownTopics,
  namedWeight: number,
): number[] {
  const { article, sentence } = one.candidate;
  const isOthers = (index: number): boolean => others.has(placeOf(article.id, index));
  const found = presencesInContext(units, {
    ...one,
    before: isOthers(sentence.index - 1) ? NOTHING : one.before,
    after: isOthers(sentence.index + 1) ? NOTHING : one.after,
  });
  const onTopic = ({ stem, word, name, frequency }: Unit): boolean =>
    !name &&
    (frequency > 0 || labels.has(stem)) &&
    topicsIn([{ stem, word, plain: stem, content: true }]).some((id) => one.topics.includes(id));
  const weight = one.voice === 'asked' ? 1 : namedWeight;
  return units.map((unit, i) => {
    const topical = one.voice === 'asked' && onTopic(unit) ? TOPIC_PRESENCE : 0;
    return Math.max(weight * (found[i] ?? 0), topical);
  });
}

/**
 * A question for somebody's words is judged by what they say, and what is told of them.
 *
 * @param ranked all candidates, best first
 * @param reading whose words are asked for
 */
export function signsOf(
  query: Query,
  ranked: readonly Ranked[],
  reading: Reading,
  topics: KnownTopics,
): Signs {
  const asked = marksAsked(reading);
  const units = subjectUnits(query, asked);
  const isForSomebody = asked.length > 0;
  const others = ranked.filter(({ voice }) => voice === 'other').map(({ candidate }) => candidate);
  const places = new Set(others.map(({ article, sentence }) => placeOf(article.id, sentence.index)));
  const top = (isForSomebody ? ranked.filter(({ fits }) => fits.asked + fits.named > 0) : ranked).slice(
    0,
    TOP,
  );
  const namedWeight = asksForSaying(query.terms) || reading.opensWithSpeaker ? 0 : NAMED_WEIGHT;
  const presences = top.map((one) =>
    isForSomebody ? presencesIn(units, one, places, topics, namedWeight) : presencesInContext(units, one),
  );
  const present = units.map((_, i) => Math.max(0, ...presences.map((each) => each[i] ?? 0)));
  const covered = presences.slice(0, isForSomebody ? TOP : 1).map((each) => coverage(units, each));
  const meaning = Math.max(0, ...top.map((one) => one.features.meaning));
  const names = units.filter(({ name }) => name);
  const named = top.map((one) => (names.length === 0 ? 1 : coverage(names, presencesInContext(names, one))));
  const isTyped = answerTypes(query.question).some((type) => type !== 'person');
  const hasTyped = top.some((one, i) => one.features.answerType === 1 && named[i] === 1);
  const coveredMost = units.length === 0 ? Math.min(1, top.length) : Math.max(0, ...covered);
  return {
    unheard:
      units.length === 0
        ? 0
        : coverage(
            units,
            units.map(({ frequency }) => (frequency === 0 ? 1 : 0)),
          ),
    untyped: isTyped && !hasTyped ? 1 : 0,
    covered: coveredMost,
    missing: units.length === 0 ? 0 : 1 - coverage(units, present),
    meaning,
    asked: isForSomebody && top.length > 0 ? 1 : 0,
    askedMeaning: isForSomebody ? meaning : 0,
    topic: isForSomebody && reading.topics.length > 0 ? Math.max(0, ...top.map(({ fits }) => fits.topic)) : 0,
  };
}

/**
 * The chance that a question with these signs is answered by the collection: a logistic regression.
 *
 * @param weights those that go with how the candidates were found
 */
export function supportOf(signs: Signs, { weights, bias }: SupportWeights): number {
  let sum = bias;
  for (const sign of SIGNS) sum += weights[sign] * signs[sign];
  return 1 / (1 + Math.exp(-sum));
}
