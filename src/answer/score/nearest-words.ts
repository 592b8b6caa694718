import type { WordsAsked } from '../read/words-asked.ts';
import { splitSentences } from '../../text/split-sentences.ts';
import { textAt } from '../../text/span.ts';
import type { Ranked } from './score.ts';
import { weightedWords, wordLikeness } from './word-likeness.ts';

/** From here on, the given words are those of the sentence. */
const LIKE = 0.75;
/** Words given as a quotation of which less stands anywhere are nobody's. */
const UNLIKE = 0.5;
/** Who speaks is what is asked: of two as like, the one somebody says. */
const SPOKEN = 0.1;
/** What is so much less like than the likest is something else. */
const WITHIN = 0.15;
/** What likeness counts beside the score, of sentences that have the given words, and of those that may mean them. */
const LIKENESS = 10;
const NEARNESS = 30;

/** What the candidates make of given words. */
export interface NearestWords {
  /** `like`: those said here are alone left, likest first; `unlike`: nobody says them; `unclear`: as ranked. */
  readonly verdict: 'like' | 'unlike' | 'unclear';
  readonly items: readonly Ranked[];
  /** Of the likest, 0 to 1. */
  readonly likeness: number;
}

/**
 * The candidates whose words are nearest to those of which it is asked who said them.
 *
 * @param ranked best first
 */
export function nearestWords(ranked: readonly Ranked[], { words, isQuoted }: WordsAsked): NearestWords {
  // One of several sentences of a quotation finds it.
  const parts = splitSentences(words).map((span) => weightedWords(textAt(words, span)));
  const longest = Math.max(0, ...parts.map((part) => part.length));
  const given = parts.filter((part) => 2 * part.length >= longest);
  const likened = ranked.map((item) => {
    const text = weightedWords(item.candidate.text);
    return { item, likeness: Math.max(0, ...given.map((part) => wordLikeness(part, text))) };
  });
  const likeness = Math.max(0, ...likened.map((one) => one.likeness));
  if (likeness < LIKE) {
    const verdict = isQuoted && likeness < UNLIKE ? 'unlike' : 'unclear';
    const nearer = likened.map(({ item, likeness: like }) => ({
      ...item,
      score: item.score + NEARNESS * Math.max(0, like - UNLIKE),
    }));
    return { verdict, items: nearer.toSorted((a, b) => b.score - a.score), likeness };
  }
  const items = likened
    .filter((one) => likeness - one.likeness <= WITHIN)
    .map(({ item, likeness: like }) => {
      const spoken = item.statement !== null && item.statement.speaker !== null ? SPOKEN : 0;
      return { ...item, score: item.score + LIKENESS * (like + spoken) };
    })
    .toSorted((a, b) => b.score - a.score);
  return { verdict: 'like', items, likeness };
}
