import type { Topic } from '../domain/topic.ts';
import { readTerms, type Term } from './terms.ts';

/** The ids of the topics one of whose words (or word groups) stands in the text, in the order of `topics`. */
export function topicsIn(terms: readonly Term[], topics: readonly Topic[]): string[] {
  const text = ` ${terms.map((term) => term.stem).join(' ')} `;
  return topics
    .filter(({ words }) =>
      words.some((word) => {
        const stems = readTerms(word).map((term) => term.stem);
        return stems.length > 0 && text.includes(` ${stems.join(' ')} `);
      }),
    )
    .map((topic) => topic.id);
}
