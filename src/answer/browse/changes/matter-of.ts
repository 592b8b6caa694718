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

/** What words of statements on a topic are compared as. */
export interface Matter {
  /** Words of the topic as one, since whoever listed them has them as names of one matter, others without their ending. */
  of(stem: string): string;
  /** Whether a stem is of the topic's own name. */
  isName(stem: string): boolean;
}

function rootsOf(name: string): string[] {
  return readTerms(name).flatMap(({ content, plain }) => (content ? [rootOf(plain)] : []));
}

/** Reads what the topic's words are compared as. */
export function createMatter({ label, words }: Pick<Topic, 'label' | 'words'>): Matter {
  const names = new Set(rootsOf(label));
  const single = [label, ...words].map(rootsOf).filter(({ length }) => length === 1);
  const ofTopic = new Set(single.flat());
  return {
    of: (stem) => (ofTopic.has(rootOf(stem)) ? TOPIC_MATTER : rootOf(stem)),
    isName: (stem) => names.has(rootOf(stem)),
  };
}
