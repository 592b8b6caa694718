import { comparedWords, ELLIPSIS } from '../../text/words/compared-words.ts';
import { closeSpelling } from '../../text/words/likeness.ts';
import { isStopWord, stemOf } from '../../text/words/words.ts';

/** A word as it counts when somebody's words are given from memory. */
export interface WeightedWord {
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
