import type { Sentence } from '../domain/article.ts';
import { contains, itemAt, textAt, type Span } from '../text/span.ts';

/** Longer paragraphs without an end mark are no headings. */
const HEADING_CHARACTERS = 120;

/** Creates the reading of what stands about a content: its sentence, the one before in the paragraph, the heading above. */
export function createSurroundings(
  text: string,
  sentences: readonly Sentence[],
): (content: Span) => string[] {
  const headings: (string | null)[] = [];
  let heading: string | null = null;
  sentences.forEach((sentence, i) => {
    const alone =
      sentences[i - 1]?.paragraph !== sentence.paragraph &&
      sentences[i + 1]?.paragraph !== sentence.paragraph;
    const words = textAt(text, sentence);
    if (alone && words.length <= HEADING_CHARACTERS && !/[.!?…:"”'’]$/.test(words)) heading = words;
    headings.push(heading);
  });
  return (content) => {
    const sentence = itemAt(sentences, content.start);
    if (!sentence || !contains({ start: sentence.start, end: text.length }, content)) return [];
    const before = sentences[sentence.index - 1];
    const near = [textAt(text, sentence)];
    if (before?.paragraph === sentence.paragraph) near.push(textAt(text, before));
    return [...near, headings[sentence.index] ?? ''];
  };
}
