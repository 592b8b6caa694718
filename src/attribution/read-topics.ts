import { stemmer } from 'stemmer';
import type { Topic } from '../domain/topic.ts';

/** How close a text is in meaning to a topic's description, as cosine; null where it was not computed. */
export type Closeness = (text: string, topic: Topic) => number | null;

/** Reads topics off words; ids in the order of the table. */
export interface TopicReader {
  /**
   * @param content what is said
   * @param context looked at in turn while no topic shows: the sentence, what was said before, the heading
   */
  topicsOf(content: string, context: readonly string[]): string[];
}

/** The topic of the talks themselves: its words stand in nearly every statement of a negotiation. */
const TALKS = 'talks';
/** Measured with the packaged embeddings on labelled statements that no word gives a topic: 7 of 13 are right from here. */
const LEAST_CLOSENESS = 0.6;
/** A word of the talks so near the beginning is what the statement is about. */
const SUBJECT_WORDS = 6;
/** "talks on missiles" are about missiles. */
const ABOUT = new Set(['about', 'on', 'over', 'concern', 'regard']);
const ABOUT_WITHIN = 4;

/** Stems of the words, hyphens and apostrophes parting them: "non-expansion" shows "expansion". */
function stemsOf(words: string): string[] {
  return words
    .normalize('NFKC')
    .replace(/\b(\p{L})\.(?=\p{L}\.)/gu, '$1')
    .toLowerCase()
    .replace(/['’]s?\b/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => stemmer(word));
}

/**
 * Prepares the topics once.
 *
 * @param closeness by meaning, where somebody computed it: asked where neither words nor context show a topic
 */
export function createTopicReader(topics: readonly Topic[], closeness: Closeness = () => null): TopicReader {
  const phrases = new Map<string, { stems: string[]; topic: string }[]>();
  for (const topic of topics)
    for (const stems of topic.words.map(stemsOf)) {
      const [first] = stems;
      if (first !== undefined)
        phrases.set(first, [...(phrases.get(first) ?? []), { stems, topic: topic.id }]);
    }

  /** Topics by words, each with where it shows first. */
  const shown = (stems: readonly string[]): Map<string, number> => {
    const found = new Map<string, number>();
    stems.forEach((stem, i) => {
      for (const phrase of phrases.get(stem) ?? [])
        if (!found.has(phrase.topic) && phrase.stems.every((part, k) => stems[i + k] === part))
          found.set(phrase.topic, i);
    });
    return found;
  };

  const byWords = (text: string): Set<string> => {
    const stems = stemsOf(text);
    const found = shown(stems);
    const talks = found.get(TALKS);
    if (talks === undefined || found.size === 1) return new Set(found.keys());
    const aboutOther = stems.slice(talks + 1, talks + 1 + ABOUT_WITHIN).some((stem) => ABOUT.has(stem));
    if (talks >= SUBJECT_WORDS || aboutOther) found.delete(TALKS);
    return new Set(found.keys());
  };

  const nearestTopic = (text: string): string | null => {
    let nearest: string | null = null;
    let most = LEAST_CLOSENESS;
    for (const topic of topics) {
      const cosine = closeness(text, topic) ?? -1;
      if (cosine < most) continue;
      most = cosine;
      nearest = topic.id;
    }
    return nearest;
  };

  return {
    topicsOf(content, context) {
      let found = byWords(content);
      for (let i = 0; found.size === 0 && i < context.length; i++) found = byWords(context[i] ?? '');
      const nearest = found.size === 0 ? nearestTopic(content) : null;
      if (nearest !== null) found.add(nearest);
      return topics.map(({ id }) => id).filter((id) => found.has(id));
    },
  };
}
