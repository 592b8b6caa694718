import type { Topic } from '../domain/topic.ts';
import { readTerms, type Term } from '../text/words.ts';

/** The ids of the topics that show in a text, in the order of `topics.yaml`. */
export type TopicsIn = (terms: readonly Term[]) => string[];

function joined(terms: readonly Term[]): string {
  return ` ${terms.map((term) => term.plain).join(' ')} `;
}

/** A topic shows in a text that has one of its words or word groups, compared by stem. */
export function createTopicsIn(topics: readonly Topic[]): TopicsIn {
  const groups = topics.map(({ id, words }) => ({
    id,
    words: words.map((word) => joined(readTerms(word))).filter((word) => word.trim() !== ''),
  }));
  // The same sentences come up again and again, as the same arrays.
  const known = new WeakMap<readonly Term[], string[]>();
  return (terms) => {
    const before = known.get(terms);
    if (before) return before;
    const text = joined(terms);
    const ids = groups.filter(({ words }) => words.some((word) => text.includes(word))).map(({ id }) => id);
    known.set(terms, ids);
    return ids;
  };
}

/** The stems of the words that name the topics: people are offered these, whether or not the articles have them. */
export function labelStems(topics: readonly Topic[]): ReadonlySet<string> {
  return new Set(topics.flatMap(({ label }) => readTerms(label).map(({ stem }) => stem)));
}
