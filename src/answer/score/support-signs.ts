import type { Reading } from '../../domain/question.ts';
import { asksForSaying } from '../read/asking-words.ts';
import { answerTypes } from './answer-type.ts';
import { bagOf } from '../find/read-candidate.ts';
import { coverage } from './match-words.ts';
import { presencesInContext } from './score-features.ts';
import { marksAsked } from './sentence-role.ts';
import type { Query, Unit } from '../find/query.ts';
import { subjectUnits } from './subject-units.ts';
import type { Ranked } from './score.ts';
import type { TopicsIn } from '../../parties/topics-in.ts';

/** What shows whether the best candidates support a question at all; each from 0 to 1. */
export const SIGNS = [
  /** How much of the question one of the best has. */
  'covered',
  /** How much of it one article has in all that is not somebody else's. */
  'article',
  /** How much of its names the best has. */
  'named',
  /** The best one's score, and its chance beside the next ones. */
  'best',
  'chance',
  /** Nothing of the kind that is asked for, a number say, among the best. */
  'untyped',
  /** Something that is said by whom it asks for is among the best. */
  'asked',
  /** … and on its topic. */
  'topic',
  /** Of more words, a smaller share is found. */
  'length',
] as const;
type Sign = (typeof SIGNS)[number];
export type Signs = Readonly<Record<Sign, number>>;

/** How many of the best candidates may cover the question. */
const TOP = 5;
/** Beside how many a first one's chance is told. */
const NEXT = 50;
/** About what the best scores where there is an answer. */
const HIGH_SCORE = 15;
/** A question of more words counts as one of so many. */
const MANY_WORDS = 8;
/** … and one of fewer as one of so many: a topic alone, or an act, may be all that is asked for. */
const FEW_WORDS = 2;
const NOTHING = bagOf([]);

/**
 * What counts of a narration that names those whose words are asked for: it may be about what others do to them, and
 * where something said is asked for, nothing.
 */
const NAMED_WEIGHT = 0.6;
/** How far a word is present in a statement that is on its topic, in other words. */
const TOPIC_PRESENCE = 0.6;

/** What is said on a topic answers a question by the topic's own name; another word of it must stand in the articles. */
interface KnownTopics {
  readonly topicsIn: TopicsIn;
  readonly labels: ReadonlySet<string>;
}

const placeOf = (article: string, index: number): string => `${index} ${article}`;

/** What stands around a sentence, without where somebody else speaks. */
function withoutOthers(one: Ranked, others: ReadonlySet<string>): Ranked {
  const { article, sentence } = one.candidate;
  const isOthers = (index: number): boolean => others.has(placeOf(article.id, index));
  return {
    ...one,
    before: isOthers(sentence.index - 1) ? NOTHING : one.before,
    after: isOthers(sentence.index + 1) ? NOTHING : one.after,
  };
}

/** What a sentence offers of the units to a question for somebody's words. */
function presencesIn(
  units: readonly Unit[],
  one: Ranked,
  { topicsIn, labels }: KnownTopics,
  namedWeight: number,
): number[] {
  const found = presencesInContext(units, one);
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

/** How much of the question one article has in all that is given of it. */
function coverageByArticle(units: readonly Unit[], ranked: readonly Ranked[]): number {
  const byArticle = new Map<string, Set<string>>();
  for (const { candidate, sentence, before, after } of ranked) {
    const had = byArticle.get(candidate.article.id) ?? new Set();
    byArticle.set(candidate.article.id, had);
    for (const { stem } of units)
      if ([sentence, before, after].some(({ counts }) => counts.has(stem))) had.add(stem);
  }
  const shares = [...byArticle.values()].map((had) =>
    coverage(
      units,
      units.map(({ stem }) => (had.has(stem) ? 1 : 0)),
    ),
  );
  return Math.max(0, ...shares);
}

/** The softmax of the first's score among those next to it. */
function chanceOfFirst(ranked: readonly Ranked[]): number {
  const [first] = ranked;
  if (!first) return 0;
  return 1 / ranked.slice(0, NEXT).reduce((sum, { score }) => sum + Math.exp(score - first.score), 0);
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
  const own = ranked
    .filter(({ voice }) => voice !== 'other')
    .map((one) => (places.size > 0 ? withoutOthers(one, places) : one));
  const top = (isForSomebody ? own.filter(({ named, fits }) => named || fits.asked > 0) : own).slice(0, TOP);
  const namedWeight = asksForSaying(query.terms) || reading.opensWithSpeaker ? 0 : NAMED_WEIGHT;
  const presences = top.map((one) =>
    isForSomebody ? presencesIn(units, one, topics, namedWeight) : presencesInContext(units, one),
  );
  const covered = presences.slice(0, isForSomebody ? TOP : 1).map((each) => coverage(units, each));
  const names = units.filter(({ name }) => name);
  const hasNames = top.map(
    (one) => names.length === 0 || coverage(names, presencesInContext(names, one)) === 1,
  );
  const isTyped = answerTypes(query.question).some((type) => type !== 'person');
  const hasTyped = top.some((one, i) => one.features.answerType === 1 && hasNames[i]);
  const namesAsked = query.units.filter(({ name }) => name);
  // "Who is in the team?" is answered by who is introduced as of it, in whatever words.
  const introduced = reading.group ? (own[0]?.fits.introduces ?? 0) : 0;
  return {
    covered: units.length === 0 ? Math.min(1, top.length) : Math.max(introduced, ...covered),
    article: Math.max(introduced, coverageByArticle(query.units, own)),
    named: own[0] && namesAsked.length > 0 ? coverage(namesAsked, presencesInContext(namesAsked, own[0])) : 1,
    best: own[0] ? Math.tanh(own[0].score / HIGH_SCORE) : 0,
    chance: chanceOfFirst(own),
    untyped: isTyped && !hasTyped ? 1 : 0,
    asked: top.some(({ fits }) => fits.asked === 1) ? 1 : 0,
    topic: Math.max(0, ...top.map(({ fits }) => fits.asked * fits.topic)),
    length: Math.min(1, Math.max(FEW_WORDS, query.units.length) / MANY_WORDS),
  };
}
