import type { Span } from '../../../text/span.ts';
import { isEnglishWord } from '../../../text/words/english-words.ts';
import type { Word } from '../../../text/words/scan-words.ts';
import { nameEnd, startsName } from '../name-bounds.ts';
import type { Sides } from '../side-words.ts';

/** A run of capitals that may be a name: words `[first, last]`. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** The runs of capitals of an article that may be names, in order. */
export function findRuns(
  words: readonly Word[],
  sides: Sides,
  sourceAt: (position: number) => Span | null,
): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < words.length; i++) {
    if (startsName(words, i, sides)) {
      const end = nameEnd(words, i, sides);
      // "Roe Sees No Deal": in a heading of capitals the source tells who is named.
      const { end: until } = (words[end + 1]?.capital !== false && sourceAt(words[i]?.start ?? 0)) || {
        end: Infinity,
      };
      let last = end;
      while (last > i && (words[last]?.start ?? 0) >= until) last--;
      runs.push({ first: i, last });
      i = last;
      while (i < end && isEnglishWord(words[i + 1]?.key ?? '')) i++;
    } else i += (sides.at(words, i)?.length ?? 1) - 1;
  }
  return runs;
}
