import type { Actors } from '../../../domain/actor.ts';
import { saidOn, type Evidence } from '../../../domain/answer.ts';
import { sideNames } from '../../../domain/name.ts';
import type { Topic } from '../../../domain/topic.ts';
import { createTopicsIn } from '../../../parties/topics-in.ts';
import { readTerms } from '../../../text/words/words.ts';
import { actOfWord } from '../../read/act-asked.ts';
import { createMatter } from './matter-of.ts';
import { readPosition, readStand, type Position, type ReadPositionDependencies } from './read-position.ts';

const GOVERNS = /\b(?:minister|president|premier|chancellor)\b/i;

/** Whose statements are read, and on what: ids. */
export interface StandsOf {
  readonly side: string;
  readonly topic: string;
  readonly actors: Actors;
}

export interface ReadStands {
  /** What a side said on a topic, in the order of saying, without what has no day or is told in hindsight. */
  readonly positions: (evidence: readonly Evidence[], of: StandsOf) => Position[];
  /** The same in the order given, with or without a day, each with the act that it is read as there. */
  readonly acts: (evidence: readonly Evidence[], of: StandsOf) => Evidence[];
}

/** The one reading of what a side says on a topic, for all that shows its position, now or over time. */
export function createReadStands(topics: readonly Topic[]): ReadStands {
  const topicsIn = createTopicsIn(topics);
  const matters = new Map(topics.map((topic) => [topic.id, createMatter(topic)]));

  function read<Read>(
    evidence: readonly Evidence[],
    { side, topic, actors }: StandsOf,
    as: (one: Evidence, topic: string, dependencies: ReadPositionDependencies) => Read | null,
  ): Read[] {
    const names = namesOf(side, actors);
    const matter = matters.get(topic);
    if (matter === undefined) return [];
    const isOwnName = (stem: string): boolean => names.has(stem);
    return evidence
      .filter((one) => one.side === side && one.topics.includes(topic))
      .flatMap((one) => as(one, topic, { topicsIn, matter, isOwnName, actOfWord }) ?? []);
  }

  return {
    positions: (evidence, of) => read(inOrder(evidence), of, readPosition),
    acts: (evidence, of) => read(evidence, of, readStand).map(({ evidence: one }) => one),
  };
}

/** Stems of what the side and its people are called. */
function namesOf(side: string, { sides, actors }: Actors): ReadonlySet<string> {
  const names = [
    ...sides.filter(({ id }) => id === side).flatMap(sideNames),
    ...actors
      .filter((actor) => actor.side === side)
      .flatMap(({ name, aliases, role }) => [name, ...aliases, role ?? '']),
  ];
  // Of those whom a minister speaks for, "the government" is their own.
  if (names.some((name) => GOVERNS.test(name))) names.push('government');
  return new Set(names.flatMap((name) => readTerms(name).map(({ plain }) => plain)));
}

function inOrder(evidence: readonly Evidence[]): Evidence[] {
  return evidence.toSorted(
    (a, b) =>
      (saidOn(a) ?? '').localeCompare(saidOn(b) ?? '') ||
      (a.published ?? '').localeCompare(b.published ?? '') ||
      a.article.localeCompare(b.article) ||
      a.start - b.start,
  );
}
