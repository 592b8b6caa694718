import type { Actor, Actors } from '../domain/actor.ts';
import { findActor, findSide, sideNames, surnameOf } from '../domain/name.ts';
import { foldName } from '../text/fold.ts';
import type { Filters } from '../domain/question.ts';
import type { Topic } from '../domain/topic.ts';
import { UsageError } from '../errors.ts';
import type { Scope } from '../store/ports.ts';
import { nearest } from '../text/words/likeness.ts';

const MOST_CHARACTERS = 1_000;
const LIMITS = { least: 1, usual: 5 } as const;

/** Filters with canonical names. */
export interface ResolvedFilters {
  readonly scope: Scope;
  readonly limit: number;
}

/**
 * The question without white space at its edges.
 *
 * @throws UsageError when it is empty, over 1,000 characters or without any letter or digit
 */
export function checkQuestion(question: string): string {
  const trimmed = question.trim();
  if (trimmed === '')
    throw new UsageError('The question is empty; ask something like "What did the US offer on missiles?"');
  if (trimmed.length > MOST_CHARACTERS) {
    throw new UsageError(
      `The question has ${trimmed.length.toLocaleString('en')} characters; ask in at most ${MOST_CHARACTERS.toLocaleString('en')}.`,
    );
  }
  if (!/\p{L}/u.test(trimmed)) throw new UsageError('The question has no words in it; ask in words.');
  return trimmed;
}

function unknown(
  what: string,
  typed: string,
  near: readonly string[],
  all: readonly string[],
  plural: string,
): UsageError {
  const hint = near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '.';
  return new UsageError(`There is no ${what} ${JSON.stringify(typed)}${hint} ${plural}: ${all.join(', ')}.`);
}

/** @throws UsageError naming the nearest side */
export function resolveSide(typed: string, { sides }: Actors): string {
  const found = findSide(typed, sides);
  if (found) return found.id;
  const near = nearest(typed, sides, sideNames, 2).map((side) => side.id);
  throw unknown(
    'side',
    typed,
    near,
    sides.map((side) => side.id),
    'Sides',
  );
}

/** @throws UsageError naming the nearest topic */
export function resolveTopic(typed: string, topics: readonly Topic[]): string {
  const wanted = foldName(typed);
  const ways: ((topic: Topic) => readonly string[])[] = [
    (topic) => [topic.id, topic.label],
    (topic) => topic.words.flatMap((word) => [word, `${word}s`]),
  ];
  for (const namesOf of ways) {
    const found = topics.filter((topic) => namesOf(topic).some((name) => foldName(name) === wanted));
    if (found[0]) return found[0].id;
  }
  const near = nearest(typed, topics, (topic) => [topic.id, topic.label, ...topic.words], 2).map(
    (topic) => topic.id,
  );
  throw unknown(
    'topic',
    typed,
    near,
    topics.map((topic) => topic.id),
    'Topics',
  );
}

/** Names spelled like `typed`, by whole names, aliases and surnames, nearest first. */
export function nearestActors(typed: string, actors: readonly Actor[], most: number): string[] {
  return nearest(
    typed,
    actors,
    (actor) => [actor.name, ...actor.aliases].flatMap((name) => [name, surnameOf(name)]),
    most,
  ).map((actor) => actor.name);
}

function resolveSpeaker(typed: string, actors: readonly Actor[]): string {
  const found = findActor(typed, actors);
  if (found) return found.name;
  const near = nearestActors(typed, actors, 2);
  const hint =
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'the command "speakers" lists everybody.';
  throw new UsageError(`There is no speaker ${JSON.stringify(typed)}; ${hint}`);
}

/** `2022-01-10`; a month (`2022-01`) or a year (`2022`) stands for its first or last day. */
function resolveDate(name: 'since' | 'until', typed: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(typed.trim());
  if (match) {
    const [, year = '', month = name === 'since' ? '01' : '12'] = match;
    const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    const day = match[3] ?? (name === 'since' ? '01' : String(lastDay).padStart(2, '0'));
    const inCalendar =
      Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= lastDay;
    if (inCalendar) return `${year}-${month}-${day}`;
  }
  throw new UsageError(`"${name}" takes a date like 2022-01-10; found ${JSON.stringify(typed)}.`);
}

export function resolveLimit(limit: number | undefined): number {
  if (limit === undefined) return LIMITS.usual;
  if ((Number.isInteger(limit) || limit === Infinity) && limit >= LIMITS.least) return limit;
  throw new UsageError(`"limit" takes a whole number from ${LIMITS.least} on, or "all"; found ${limit}.`);
}

/**
 * Filters as people write them, in canonical names.
 *
 * @throws UsageError saying what cannot be used and what is nearest
 */
export function resolveFilters(
  filters: Filters,
  known: { readonly actors: Actors; readonly topics: readonly Topic[] },
): ResolvedFilters {
  const { side, speaker, topic, since, until, limit } = filters;
  const scope: Scope = {
    ...(side === undefined ? {} : { side: resolveSide(side, known.actors) }),
    ...(speaker === undefined ? {} : { speaker: resolveSpeaker(speaker, known.actors.actors) }),
    ...(topic === undefined ? {} : { topic: resolveTopic(topic, known.topics) }),
    ...(since === undefined ? {} : { since: resolveDate('since', since) }),
    ...(until === undefined ? {} : { until: resolveDate('until', until) }),
  };
  if (scope.since !== undefined && scope.until !== undefined && scope.since > scope.until) {
    throw new UsageError(`Nothing lies between since ${scope.since} and until ${scope.until}; swap them.`);
  }
  return { scope, limit: resolveLimit(limit) };
}
