import { indexAt } from '../../text/span.ts';
import type { Cast } from './cast/find-cast.ts';
import type { Speaker } from './speaker.ts';
import type { Word } from '../../text/words/scan-words.ts';
import { isRole, SIDE_NOUNS, singular } from './role-words.ts';
import type { Sides } from './side-words.ts';

interface ListedIn {
  readonly text: string;
  /** Of the whole text. */
  readonly words: readonly Word[];
  readonly sides: Sides;
}

/** Words of a side's name. */
const LONGEST_SIDE = 4;

/** "Russia, the United States and Ukraine", "American, Russian and Ukrainian officials": sides with commas and "and" between. */
export function sidesListed({ text, words, sides }: ListedIn, phrase: readonly Word[]): readonly string[] {
  const [opening] = phrase;
  if (!opening) return [];
  const found: string[] = [];
  const from = words.indexOf(opening, Math.max(0, indexAt(words, opening.start)));
  const end = phrase.at(-1)?.end ?? 0;
  // What the source leaves out in front of a comma.
  let first = from;
  for (let k = 1; k <= LONGEST_SIDE && first - k >= 0; k++) {
    const name = sides.at(words, first - k);
    if (
      name?.length !== k ||
      name.body ||
      !/^,\s*$/.test(text.slice(words[first - 1]?.end, words[first]?.start))
    )
      continue;
    first -= k;
    k = 0;
  }
  let isName = false;
  for (let i = first; (words[i]?.end ?? Infinity) <= end; i++) {
    const word = words[i];
    const name = sides.at(words, i);
    if (name && !name.body && name.side !== null) {
      // "U.S. lawmakers": with nothing between them the first says what the second is.
      if (word?.joined && isName && found.length > 0) found.pop();
      isName = true;
      found.push(name.side);
      i += name.length - 1;
    } else if (!word || !/^(?:the|and|both|as|well)$/.test(word.key)) {
      const isLast = word?.end === end;
      return isLast &&
        (SIDE_NOUNS.has(word.key) || (isRole(singular(word.key)) && singular(word.key) !== word.key))
        ? [...new Set(found)]
        : [];
    } else isName = false;
  }
  return [...new Set(found)];
}

/** Whoever is parted from who speaks: "people close to Roe and the union". */
const APART = /^(?:to|for|of|with|from|at|in|on|about)$/;

/**
 * "Roe and the union agreed": somebody of a name with the side that speaks together with them.
 *
 * @param speaker whom the source names
 * @param phrase all words of the source
 */
export function withSideBeside(
  speaker: Speaker,
  phrase: readonly Word[],
  { sides, cast }: { readonly sides: Sides; readonly cast: Cast },
): Speaker {
  const and = phrase.findIndex(({ key }) => key === 'and');
  if (and < 0 || phrase.some(({ key }) => APART.test(key))) return speaker;
  for (const part of [phrase.slice(0, and), phrase.slice(and + 1)]) {
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last || cast.within({ start: first.start, end: last.end }).length > 0) continue;
    const more = sides.whole(part)?.sides.filter((side) => !speaker.sides.includes(side)) ?? [];
    if (more.length > 0) return { ...speaker, sides: [...speaker.sides, ...more], plural: true };
  }
  return speaker;
}
