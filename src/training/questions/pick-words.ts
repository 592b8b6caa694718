import { readTerms } from '../../text/words/words.ts';
import { weightOf, type Vocabulary } from './vocabulary.ts';

/** What a question takes from a sentence. */
export interface Picked {
  /** A few content words of it, or a phrase. */
  readonly topic: string;
  /** The beginning of it, as a clause; null where it has none. */
  readonly clause: string | null;
}

/** Words that stand in for another word of the corpus, as the seed has it. */
export type Vary = (word: string) => string;

const CLAUSE_WORDS = { least: 3, most: 11 } as const;
const QUOTE_MARKS = /[“”"«»]|''|``/g;

function wordsOf(text: string): string[] {
  return text
    .replace(QUOTE_MARKS, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}$]+|[^\p{L}\p{N}%]+$/gu, ''))
    .filter((word) => word !== '');
}

const isContent = (word: string): boolean => readTerms(word).some(({ content }) => content);

/**
 * Content words of `text` for a question, others withheld; null where it has too few.
 *
 * @param random gives numbers in [0, 1)
 */
export function pickWords(
  text: string,
  vocabulary: Vocabulary,
  vary: Vary,
  random: () => number,
): Picked | null {
  const words = wordsOf(text);
  const at = words.flatMap((word, i) => (isContent(word) ? [i] : []));
  if (at.length < 2) return null;
  const wanted = Math.min(at.length, 1 + Math.floor(random() * 4));
  // Of a few chances the one that tells most: people ask for what is particular.
  const chances = Array.from({ length: 3 }, () => {
    const from = Math.floor(random() * (at.length - wanted + 1));
    return at.slice(from, from + wanted);
  });
  const weight = (places: readonly number[]): number =>
    places.reduce((sum, place) => sum + weightOf(vocabulary, words[place] ?? ''), 0);
  const [best = []] = chances.toSorted((a, b) => weight(b) - weight(a));
  const scattered = (): number[] =>
    at
      .map((place) => ({ place, order: random() }))
      .toSorted((a, b) => a.order - b.order)
      .slice(0, wanted)
      .map(({ place }) => place)
      .toSorted((a, b) => a - b);
  const way = random();
  const [first = 0, last = 0] = [best[0], best.at(-1)];
  const isPhrase = way < 0.45 && last - first < 8;
  const places = isPhrase
    ? Array.from({ length: last - first + 1 }, (_, i) => first + i)
    : way < 0.8
      ? best
      : scattered();
  const topic = places.map((place) => vary(words[place] ?? '')).join(' ');
  const length = CLAUSE_WORDS.least + Math.floor(random() * (CLAUSE_WORDS.most - CLAUSE_WORDS.least));
  const start = random() < 0.7 ? 0 : Math.floor(random() * Math.max(1, words.length - length));
  const clause = words.slice(start, start + length);
  while (clause.length > 0 && !isContent(clause.at(-1) ?? '')) clause.pop();
  const clauseTells = clause.filter(isContent).length >= 2;
  return {
    topic,
    clause: clauseTells
      ? clause
          .map(vary)
          .join(' ')
          .replace(/^that /i, '')
      : null,
  };
}
