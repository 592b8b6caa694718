import type { Topic } from '../domain/topic.ts';
import { readTerms, type Term } from '../text/words/words.ts';
import { topicForms } from './topic-forms.ts';

/** The ids of the topics that show in a text, in the order of `topics.yaml`. */
export type TopicsIn = (terms: readonly Term[]) => string[];

/** A topic shows in a text that has one of its words or word groups, compared by stem. */
export function createTopicsIn(topics: readonly Topic[]): TopicsIn {
  const byFirst = new Map<string, { readonly id: string; readonly stems: readonly string[] }[]>();
  for (const { id, words } of topics)
    for (const stems of words.flatMap(topicForms)) {
      const [first] = stems;
      if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { id, stems }]);
    }
  // The same sentences come up again and again, as the same arrays.
  const known = new WeakMap<readonly Term[], string[]>();
  return (terms) => {
    const before = known.get(terms);
    if (before) return before;
    const found = new Set<string>();
    for (const [i, { plain }] of terms.entries())
      for (const { id, stems } of byFirst.get(plain) ?? [])
        if (stems.every((stem, k) => stem === terms[i + k]?.plain)) found.add(id);
    const ids = topics.flatMap(({ id }) => (found.has(id) ? [id] : []));
    known.set(terms, ids);
    return ids;
  };
}

/** The stems of the words that name the topics: people are offered these, whether or not the articles have them. */
export function labelStems(topics: readonly Topic[]): ReadonlySet<string> {
  return new Set(topics.flatMap(({ label }) => readTerms(label).map(({ stem }) => stem)));
}

/** Where a topic shows: terms `[start, end)`. */
export interface TopicMention {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Finds where a text names topics, by their labels and words; the longest first, in the order of the text, disjoint. */
export function createTopicMentions(
  topics: readonly Topic[],
): (terms: readonly Term[]) => readonly TopicMention[] {
  const groups = topics.flatMap(({ id, label, words }) =>
    [label, ...words].flatMap((word) => topicForms(word).map((stems) => ({ id, stems }))),
  );
  const longestFirst = groups.toSorted((a, b) => b.stems.length - a.stems.length);
  return (terms) => {
    const found: TopicMention[] = [];
    for (const { id, stems } of longestFirst)
      for (let start = 0; start + stems.length <= terms.length; start++) {
        const end = start + stems.length;
        if (found.some((one) => one.start < end && start < one.end)) continue;
        if (stems.every((stem, k) => stem === terms[start + k]?.plain)) found.push({ id, start, end });
      }
    return found.toSorted((a, b) => a.start - b.start);
  };
}
