import type { Cast } from './find-cast.ts';
import { isTitleWord } from '../role-words.ts';
import type { Sides } from '../side-words.ts';
import { SMALL } from '../source-phrase.ts';
import { ofPersons, type Speaker } from '../speaker.ts';
import { wordsIn, type Word } from '../../../text/words/scan-words.ts';

const PAIR_MENTIONS = 12;
const PAIR_CHARACTERS = 80;

/** The last people in the `reach` before `position` who were named together ("Graham and Menon"), with one of the roles if any are given. */
export type PairBefore = (position: number, reach: number, roles: readonly string[]) => Speaker | null;

/** Creates the finding of people named together in a text of these words. */
export function createPairs(words: readonly Word[], sides: Sides, cast: Cast): PairBefore {
  return (position: number, reach: number, roles: readonly string[]): Speaker | null => {
    const near = cast.within({ start: Math.max(0, position - reach), end: position }).slice(-PAIR_MENTIONS);
    for (let i = near.length - 1; i > 0; i--) {
      const [a, b] = [near[i - 1], near[i]];
      if (!a || !b || a.person === b.person || b.start - a.end > PAIR_CHARACTERS) continue;
      const between = wordsIn(words, { start: a.end, end: b.start });
      if (
        between[0]?.key !== 'and' ||
        !between.every(({ key }) => SMALL.test(key) || isTitleWord(key) || sides.isSideWord(key))
      )
        continue;
      if (roles.length === 0 || roles.some((role) => a.person.roles.has(role) || b.person.roles.has(role)))
        return ofPersons([a.person, b.person]);
    }
    return null;
  };
}
