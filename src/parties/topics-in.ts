import type { Topic } from '../domain/topic.ts';
import { readTerms, type Term } from '../text/words/words.ts';

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

/** Shorter words are not parted, nor into shorter pieces: "ceasefire" shows as "cease-fire". */
const SHORTEST_PARTED = 7;
const SHORTEST_PIECE = 3;

const stemsOf = (words: string): string[] => readTerms(words).map(({ plain }) => plain);

/** The Porter stem keeps "staff" and makes "staf" of "staffing": both are one word. */
function otherEnding(stem: string): string | null {
  if (/([bdfgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return /[aeiou][bdfgmnprt]$/.test(stem) ? `${stem}${stem.slice(-1)}` : null;
}

/**
 * The forms in which a word or word group of `topics.yaml` shows in a text: as stems in a row, written together ("health care" as
 * "healthcare") or apart ("ceasefire" as "cease-fire"), the last stem with one consonant or two.
 */
export function topicForms(words: string): readonly (readonly string[])[] {
  const forms = known.get(words) ?? readForms(words);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(words, forms);
  return forms;
}

/** So many are kept: the same tables are read for each thing that can be asked, and again at each edit. */
const MOST_KNOWN = 5_000;
const known = new Map<string, readonly (readonly string[])[]>();

function readForms(words: string): readonly (readonly string[])[] {
  const own = stemsOf(words);
  if (own.length === 0) return [];
  const forms = [own];
  if (own.length === 2) forms.push(stemsOf(words.replaceAll(/[^\p{L}\p{N}]+/gu, '')));
  if (own.length === 1 && words.length >= SHORTEST_PARTED)
    for (let at = SHORTEST_PIECE; at <= words.length - SHORTEST_PIECE; at++)
      forms.push(stemsOf(`${words.slice(0, at)} ${words.slice(at)}`));
  return forms.flatMap((form) => {
    const other = otherEnding(form.at(-1) ?? '');
    return other === null ? [form] : [form, [...form.slice(0, -1), other]];
  });
}
