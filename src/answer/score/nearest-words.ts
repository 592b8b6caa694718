import type { WordsAsked } from '../read/words-asked.ts';
import { splitSentences } from '../../text/split-sentences.ts';
import { textAt } from '../../text/span.ts';
import type { Ranked } from './score.ts';
import { comparedWords, ELLIPSIS } from '../../text/fold.ts';
import { closeSpelling } from '../../text/words/likeness.ts';
import { isStopWord, stemOf } from '../../text/words/words.ts';

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

/** A word as it counts when somebody's words are given from memory. */
interface WeightedWord {
  readonly stem: string;
  readonly weight: number;
}

/** A function word tells less than others, but "about … without" tells more than nothing. */
const FUNCTION_WORD = 0.4;
/** A word with a slip of spelling, or in another form. */
const NEAR = 0.8;
/** A word of the text that the given words leave out, as a share of its weight. */
const SKIPPED = 0.1;
const NOTHING: WeightedWord = { stem: '', weight: 1 };

export function weightedWords(text: string): WeightedWord[] {
  return comparedWords(text)
    .filter(({ folded }) => folded !== ELLIPSIS)
    .map(({ folded }) => ({ stem: stemOf(folded), weight: isStopWord(folded) ? FUNCTION_WORD : 1 }));
}

/**
 * How much of the given words stands in the text in their order and near each other, 0 to 1, each by its weight: a local
 * alignment (Smith and Waterman 1981, "Identification of common molecular subsequences") in which a given word that is
 * not there costs no more than itself.
 */
export function wordLikeness(given: readonly WeightedWord[], text: readonly WeightedWord[]): number {
  const whole = given.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return 0;
  let best = 0;
  let above = new Float64Array(text.length + 1);
  for (const asked of given) {
    const row = new Float64Array(text.length + 1);
    for (let j = 1; j <= text.length; j++) {
      const { stem, weight } = text[j - 1] ?? NOTHING;
      const same = stem === asked.stem ? 1 : closeSpelling(stem, asked.stem) ? NEAR : 0;
      row[j] = Math.max(
        same > 0 ? (above[j - 1] ?? 0) + same * asked.weight : 0,
        above[j] ?? 0,
        (row[j - 1] ?? 0) - SKIPPED * weight,
      );
      best = Math.max(best, row[j] ?? 0);
    }
    above = row;
  }
  return best / whole;
}
