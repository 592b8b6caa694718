import type { Topic } from '../domain/topic.ts';
import { topicForms } from '../parties/topics-in.ts';
import { readTerms } from '../text/words/words.ts';

/** Reads topics off words; ids in the order of the table. */
export interface TopicReader {
  /**
   * @param content what is said
   * @param context looked at in turn while no topic shows: the sentence, what was said before, the heading
   * @param opened the topics of what the same speaker said just before: "it" goes on with them
   */
  topicsOf(content: string, context: readonly string[], opened?: readonly string[]): string[];
}

/** "talks on missiles", "an offer concerning pay". */
const ABOUT = new Set(['about', 'on', 'over', 'concern', 'regard']);
const ABOUT_WITHIN = 4;
/** What a text is about shows early; a topic that comes up so many words after another is an aside. */
const SUBJECT_WITHIN = 16;

/** So many sentences and headings are remembered. */
const MOST_REMEMBERED = 100;

/** Points back at what was spoken of. */
const GOES_ON = /^\W*(?:that )?(?:it|this|that|these|those|they|such)\b/i;

/** Stems of the words, hyphens and apostrophes parting them: "non-expansion" shows "expansion". */
const stemsOf = (words: string): string[] => readTerms(words.normalize('NFKC')).map(({ plain }) => plain);

/** Prepares the topics once. */
export function createTopicReader(topics: readonly Topic[]): TopicReader {
  const phrases = new Map<string, { stems: readonly string[]; topic: string }[]>();
  for (const topic of topics)
    for (const stems of topic.words.flatMap(topicForms)) {
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

  /** Topics by words; what stands before "on" another topic only names the occasion: "talks on missiles" are about missiles. */
  const byWords = (text: string): ReadonlySet<string> => {
    const stems = stemsOf(text);
    const found = shown(stems);
    const places = [...found];
    for (const [topic, at] of places) {
      const about = stems.findIndex((stem, i) => i > at && i <= at + ABOUT_WITHIN && ABOUT.has(stem));
      if (
        about >= 0 &&
        places.some(([other, place]) => other !== topic && place > about && place <= about + ABOUT_WITHIN)
      )
        found.delete(topic);
    }
    const first = Math.min(...found.values());
    for (const [topic, at] of places) if (at > first + SUBJECT_WITHIN) found.delete(topic);
    return new Set(found.keys());
  };

  const known = new Map<string, ReadonlySet<string>>();
  /** The same of a sentence or heading, which stand about several statements. */
  const ofContext = (text: string): ReadonlySet<string> => {
    const found = known.get(text);
    if (found) return found;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const shows = byWords(text);
    known.set(text, shows);
    return shows;
  };

  return {
    topicsOf(content, context, opened = []) {
      let found = byWords(content);
      if (found.size === 0 && GOES_ON.test(content)) found = new Set(opened);
      for (let i = 0; found.size === 0 && i < context.length; i++) found = ofContext(context[i] ?? '');
      if (found.size === 0) found = new Set(opened);
      return topics.map(({ id }) => id).filter((id) => found.has(id));
    },
  };
}
