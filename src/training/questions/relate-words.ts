import { stemOf } from '../../text/words/words.ts';
import { dotAt } from '../dot.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words that fewer articles have are left alone. */
const LEAST_ARTICLES = 5;
const MOST_RELATED = 2;
/** Cosine of two words' vectors from which one may stand for the other. */
const LEAST_CLOSENESS = 0.7;
const LOWER_WORD = /^\p{Ll}{4,}$/u;

/** The words whose vectors `relateWords` wants. */
export function wordsToRelate({ counts }: Vocabulary): string[] {
  return [...counts]
    .filter(([word, count]) => count >= LEAST_ARTICLES && LOWER_WORD.test(word))
    .map(([word]) => word);
}

/** The nearest words of other stems, by word; a word without any is left out. */
export function relateWords(
  words: readonly string[],
  vectors: ReadonlyMap<string, Float32Array>,
): Map<string, string[]> {
  const known = words.flatMap((word) => {
    const vector = vectors.get(word);
    return vector ? [{ word, vector, stem: stemOf(word) }] : [];
  });
  const near = new Map<string, { word: string; closeness: number }[]>();
  const add = (word: string, other: string, closeness: number): void => {
    const all = near.get(word) ?? [];
    all.push({ word: other, closeness });
    near.set(word, all);
  };
  known.forEach((one, i) => {
    for (const other of known.slice(i + 1)) {
      const closeness = dotAt(one.vector, other.vector, 0);
      if (closeness < LEAST_CLOSENESS || one.stem === other.stem) continue;
      add(one.word, other.word, closeness);
      add(other.word, one.word, closeness);
    }
  });
  return new Map(
    [...near].map(([word, others]) => [
      word,
      others
        .toSorted((a, b) => b.closeness - a.closeness)
        .slice(0, MOST_RELATED)
        .map((other) => other.word),
    ]),
  );
}
