import type { Topic } from '../../../domain/topic.ts';
import { readTerms } from '../../../text/words/words.ts';

/** What all words of the topic are compared as. */
export const TOPIC_MATTER = 'the topic';

/** Endings of words for who does something, and for its doing: "inspector", "inspection", "withdrawal", "payment". */
const ENDING = /(?:ation|ion|or|er|ment|ance|ence|ure|al|ee|e|i|y)$/;
const SHORTEST_ROOT = 4;

/** "Inspectors" and "inspections" as one. */
function rootOf(stem: string): string {
  const root = stem.replace(ENDING, '');
  return root.length < SHORTEST_ROOT ? stem : root;
}

/**
 * Says what a stem of a statement on a topic is compared as: words of the topic as one, since whoever listed them has them as
 * names of one matter, others without their ending.
 */
export function createMatterOf({ label, words }: Pick<Topic, 'label' | 'words'>): (stem: string) => string {
  const named = [label, ...words].map((name) => readTerms(name).filter(({ content }) => content));
  const ofTopic = new Set(
    named.flatMap((terms) => (terms.length === 1 ? terms.map(({ plain }) => rootOf(plain)) : [])),
  );
  return (stem) => {
    const root = rootOf(stem);
    return ofTopic.has(root) ? TOPIC_MATTER : root;
  };
}
