import type { Passage, Sentence } from '../domain/article.ts';

/**
 * One passage for each sentence, whose words are searched beside the sentence's own: it and its neighbours in the same
 * paragraph, at most three sentences.
 * `text.slice(start, end)` is the passage by construction, skipped boilerplate between its sentences included.
 */
export function buildPassages(sentences: readonly Sentence[]): Passage[] {
  return sentences.map((sentence, index) => {
    const before = sentences[index - 1];
    const after = sentences[index + 1];
    const first = before?.paragraph === sentence.paragraph ? before : sentence;
    const last = after?.paragraph === sentence.paragraph ? after : sentence;
    return { first: first.index, last: last.index, start: first.start, end: last.end };
  });
}
