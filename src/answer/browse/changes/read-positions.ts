import type { Actors } from '../../../domain/actor.ts';
import { saidOn, type Evidence } from '../../../domain/answer.ts';
import type { Topic } from '../../../domain/topic.ts';
import { ownNames } from '../../../parties/own-names.ts';
import { createTopicsIn } from '../../../parties/topics-in.ts';
import { createMatter } from './matter-of.ts';
import { readPosition, type Position } from './read-position.ts';

/** Whose statements are read, and on what: ids. */
interface SaidBy {
  readonly side: string;
  readonly topic: string;
  readonly actors: Actors;
}

/** What a side said on a topic, in the order of saying, without what has no day or is told in hindsight. */
export type ReadPositions = (evidence: readonly Evidence[], of: SaidBy) => Position[];

/** Creates the reader of what sides say on these topics over time. */
export function createReadPositions(topics: readonly Topic[]): ReadPositions {
  const topicsIn = createTopicsIn(topics);
  const matters = new Map(topics.map((topic) => [topic.id, createMatter(topic)]));
  return (evidence, { side, topic, actors }) => {
    const matter = matters.get(topic);
    if (matter === undefined) return [];
    const names = ownNames(side, actors);
    const isOwnName = (stem: string): boolean => names.has(stem);
    return inOrder(evidence.filter((one) => one.side === side && one.topics.includes(topic))).flatMap(
      (one) => readPosition(one, topic, { topicsIn, matter, isOwnName }) ?? [],
    );
  };
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
