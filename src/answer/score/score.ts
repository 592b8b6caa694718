import type { Reading } from '../../domain/question.ts';
import type { Candidate, Scope, StoredStatement } from '../../store/ports.ts';
import { FEATURES, type Featured, type Features } from './score-features.ts';
import { isAnnouncement } from '../find/is-announcement.ts';
import type { Bag, ReadCandidate } from '../find/read-candidate.ts';
import type { TopicsIn } from '../../parties/topics-in.ts';
import { FIT, RANKING } from './weights.ts';
import type { Span } from '../../text/span.ts';
import { surnameOf } from '../../domain/name.ts';
import { readTerms } from '../../text/words/words.ts';
import { isVerbOfSaying } from '../read/asking-words.ts';
import { introduces, isHeading, marksAsked, type Voice, voiceOf } from './sentence-role.ts';

/** The ways to fit that count; what each is stands beside its weight. */
export const FITS = [
  'asked',
  'direct',
  'byNamed',
  'stray',
  'aside',
  'other',
  'heading',
  'announces',
  'introduces',
  'act',
  'topic',
] as const;
/** How well a sentence fits in each, 0 to 1. */
type Fits = Readonly<Record<(typeof FITS)[number], number>>;

/** How a sentence fits what a question asks besides its words. */
interface Fit {
  readonly voice: Voice;
  /** What is shown as its attribution; null where there is none. */
  readonly statement: StoredStatement | null;
  /** Nobody's statement, but it names whom the question asks for. */
  readonly named: boolean;
  readonly fits: Fits;
}

/** How many characters of `span` the content has. */
function shared(content: readonly Span[], span: Span): number {
  return content.reduce(
    (sum, piece) => sum + Math.max(0, Math.min(piece.end, span.end) - Math.max(piece.start, span.start)),
    0,
  );
}

function inScope(statement: StoredStatement, { side, speaker, topic }: Scope): boolean {
  return (
    (side === undefined || statement.side === side) &&
    (speaker === undefined || statement.speaker === speaker) &&
    (topic === undefined || statement.topics.includes(topic))
  );
}

/** The statement that fits the question best and covers most of the sentence, of those in scope. */
function bestStatement(candidate: Candidate, reading: Reading, scope: Scope): StoredStatement | null {
  const { sentence, statements } = candidate;
  const rated = statements
    .filter((statement) => inScope(statement, scope))
    .map((statement) => {
      const cover = shared(statement.content, sentence) / (sentence.end - sentence.start);
      const onTopic = reading.topics.some((id) => statement.topics.includes(id));
      const fits =
        (voiceOf(statement, reading) === 'asked' ? 2 : 0) +
        (onTopic ? 0.5 : 0) +
        (statement.act === reading.act ? 0.3 : 0);
      return { statement, rate: cover + fits };
    });
  return rated.toSorted((a, b) => b.rate - a.rate)[0]?.statement ?? null;
}

/** Whom a question names first it may ask of; where words are asked for, those of somebody else, or who somebody is, it names whom they are about. */
const mayAnswer = ({ kind, named }: Reading): readonly string[] =>
  kind === 'said' || kind === 'who-said' || kind === 'who-is' ? [] : named.slice(0, 1);

const isBy = ({ speaker, sides }: StoredStatement, named: readonly string[]): boolean =>
  named.includes(speaker ?? '') || sides.some((side) => named.includes(side));

/** At most so many words between a name and its verb: "Doe, too, had once told". */
const VERB_WITHIN = 3;

/** Whether it tells, in whatever words, that one of those marked has said something: "Roe said that Doe had told them …". */
function tellsOfSaying({ terms }: Pick<ReadCandidate, 'terms'>, marks: readonly string[]): boolean {
  return terms.some(({ stem }, at) => {
    if (!marks.includes(stem)) return false;
    const behind = terms.slice(at + 1, at + 1 + VERB_WITHIN);
    const verb = behind.findIndex((term) => isVerbOfSaying(term.stem));
    return verb >= 0 && behind.slice(0, verb).every(({ content }) => !content);
  });
}

/** "Doe's campaign vowed to …", where Doe is asked: by a source without a name of its own that has theirs. */
function isOfTheirBody(
  { speaker, source }: StoredStatement,
  { candidate: { text, sentence } }: ReadCandidate,
  { speakers }: Reading,
): boolean {
  if (speaker !== null) return false;
  const words = source.map(({ start, end }) =>
    text.slice(Math.max(0, start - sentence.start), Math.max(0, end - sentence.start)),
  );
  const stems = new Set(readTerms(words.join(' ')).map(({ stem }) => stem));
  return speakers.some((name) => stems.has(readTerms(surnameOf(name))[0]?.stem ?? ''));
}

/** @param topics of the sentence's own words */
export function fitOf(read: ReadCandidate, topics: readonly string[], reading: Reading, scope: Scope): Fit {
  const statement = bestStatement(read.candidate, reading, scope);
  const marks = marksAsked(reading);
  const told = statement ? voiceOf(statement, reading) : 'open';
  const names = (bag: Bag): boolean => marks.some((mark) => bag.counts.has(mark));
  const isNamed = names(read.sentence);
  const isTold =
    statement !== null && (isOfTheirBody(statement, read, reading) || tellsOfSaying(read, marks));
  const voice = told === 'other' && isTold ? 'open' : told;
  const own = voice !== 'other' ? statement : null;
  const isNear = isNamed || names(read.before);
  const about = reading.topics.filter((id) => topics.includes(id) || own?.topics.includes(id));
  const fits: Fits = {
    asked: voice === 'asked' ? 1 : 0,
    direct: own?.type === 'direct' && (marks.length > 0 || reading.forSaying) ? 1 : 0,
    byNamed: own && marks.length === 0 && isBy(own, mayAnswer(reading)) ? 1 : 0,
    stray: voice === 'open' && marks.length > 0 && !isNear ? 1 : 0,
    // Told by what the others are.
    aside: 0,
    other: voice === 'other' ? 1 : 0,
    heading: isHeading(read.candidate, statement) ? 1 : 0,
    announces: isAnnouncement(read.candidate) ? 1 : 0,
    introduces: introduces(read, reading),
    act: reading.act !== null && own?.act === reading.act ? 1 : 0,
    topic: about.length / Math.max(1, reading.topics.length),
  };
  return { voice, statement, named: voice === 'open' && isNamed, fits };
}

/** What a fit adds to the ranking's score. */
export function bonusOf(fits: Fits): number {
  return FITS.reduce((sum, name) => sum + FIT[name] * fits[name], 0);
}

export interface Ranked extends Featured, Fit {
  /** Ids of the topics that its words or its statement show. */
  readonly topics: readonly string[];
  readonly score: number;
}

/** The weighted sum of the features. */
export function wordScore(features: Features): number {
  return FEATURES.reduce((sum, feature) => sum + RANKING[feature] * features[feature], 0);
}

/** What an announcement hands on to the sentence behind it. */
const HANDED_ON = 0.5;

/** What an announcement says that it is about, what it announces is about. */
function handOn(ranked: readonly Ranked[]): readonly Ranked[] {
  const placeOf = ({ candidate: { article, sentence } }: Ranked, step = 0): string =>
    `${sentence.index + step} ${article.id}`;
  const announcing = new Map(
    ranked.flatMap((one) => (one.fits.announces === 1 ? [[placeOf(one, 1), one] as const] : [])),
  );
  if (announcing.size === 0) return ranked;
  return ranked.map((one) => {
    const before = announcing.get(placeOf(one));
    if (!before || before.voice === 'other' || one.voice === 'other') return one;
    return { ...one, score: Math.max(one.score, before.score - FIT.announces + HANDED_ON) };
  });
}

/** With what is an aside told apart: nobody's statement, where those who are asked for speak on the topic. */
function withAsides<T extends Fit>(all: readonly T[]): readonly T[] {
  if (!all.some(({ fits }) => fits.asked === 1 && fits.topic > 0)) return all;
  return all.map((one) => (one.voice === 'open' ? { ...one, fits: { ...one.fits, aside: 1 } } : one));
}

/** Best first; equals in the order of their articles. */
export function rank(
  found: readonly Featured[],
  reading: Reading,
  scope: Scope,
  topicsIn: TopicsIn,
): Ranked[] {
  const fitting = found.map((one) => {
    const own = topicsIn(one.terms);
    const fit = fitOf(one, own, reading, scope);
    return { ...one, ...fit, topics: fit.statement?.topics ?? own };
  });
  const ranked = withAsides(fitting).map((one) => ({
    ...one,
    score: wordScore(one.features) + bonusOf(one.fits),
  }));
  return handOn(ranked).toSorted((a, b) => b.score - a.score || a.candidate.key - b.candidate.key);
}
