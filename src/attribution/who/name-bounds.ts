import type { Word } from '../../text/words/scan-words.ts';
import { isSmallWord } from '../../text/words/english-words.ts';
import { isParticle } from './particles.ts';
import { pronounOfGiven } from '../../text/words/given-names.ts';
import { isFormer, isTitleWord, singular } from './role-words.ts';
import { type Sides } from './side-words.ts';

/** Words with a capital that open sentences or stand in headings; never part of a name. */
export const OPENERS: ReadonlySet<string> = new Set(
  (
    'the a an this that these those in on at by for from with to of as if when while after before since because ' +
    'although though but and or nor so yet he she it they we i you his her its their our my both according also earlier ' +
    'later meanwhile moreover however thus then there here what who why how where not no yes some many most all one two ' +
    'following during right even despite today yesterday tomorrow monday tuesday wednesday thursday friday saturday ' +
    'sunday january february march april june july august september october november december now once still'
  ).split(' '),
);
/** Months that are given names as well: "June Roe", but "in June", "June 3", "last May". */
const GIVEN_MONTHS = /^(?:april|may|june|august)$/;
const BEFORE_MONTH =
  /^(?:in|on|by|from|since|until|till|of|to|last|next|this|early|late|mid|the|and|through|after|before)$/;
/** "Privately", "Repeatedly"; "Sally" and "Kelly" are none. */
const ADVERB =
  /(?:ate|ed|ing|ous|ive|ent|ant|ar|able|ible|al|ck|ght|rt|lt|iet|ud|ep|ose|ure)ly$|[^aeiou]ably$/;
/** Openers that are given names elsewhere. */
const SYLLABLES = /^(?:he|an|so|no|my|do|yet|on|in)$/;
const NAME_WORDS = 4;

/** Whether the word opens sentences and is never a name by itself. */
export const isOpener = (key: string): boolean =>
  OPENERS.has(key) || (ADVERB.test(key) && pronounOfGiven(key) === null);

/** Whether a name may open at word `index`: a capital, and no title, side or opener of sentences. */
export function startsName(words: readonly Word[], index: number, sides: Sides): boolean {
  const word = words[index];
  if (!word?.capital || /\p{N}/u.test(word.form)) return false;
  const next = words[index + 1];
  const isGiven =
    GIVEN_MONTHS.test(word.key) &&
    next?.joined &&
    next.capital &&
    !OPENERS.has(next.key) &&
    !(word.joined && BEFORE_MONTH.test(words[index - 1]?.key ?? ''));
  if (OPENERS.has(word.key) && !isGiven) return false;
  // "Clause 9"
  if (next?.joined && /^\d/.test(next.form)) return false;
  // "Earlier Vogt", "Pilot Jane Roe", "Privately Roe": the capital is the sentence's.
  if (
    !word.joined &&
    next?.joined &&
    next.capital &&
    (isSmallWord(word.key) || ADVERB.test(word.key)) &&
    !isGiven &&
    pronounOfGiven(word.key) === null
  )
    return false;
  const isTitle = isTitleWord(word.key) || isTitleWord(singular(word.key)) || isFormer(word.key);
  return !isTitle && sides.at(words, index) === null;
}

/** Where a name that opens at `first` begins when small words in front belong to it: "van der Roe". */
export function withParticles(words: readonly Word[], first: number): number {
  let from = first;
  while (words[from]?.joined && isParticle(words[from - 1]?.key ?? '') && !words[from - 1]?.capital) from--;
  return words[from]?.joined && words[from - 1]?.capital ? first : from;
}

/** "Liu He said": within a sentence, a small word with a capital and a verb behind it is the end of a name. */
const isSyllable = (words: readonly Word[], index: number): boolean => {
  const [word, next] = [words[index], words[index + 1]];
  return (
    word?.capital === true &&
    SYLLABLES.test(word.key) &&
    word.form.length > 1 &&
    next?.joined === true &&
    !next.capital
  );
};

/** The last word of the name that opens at `first`: capitals, initials and particles, joined by white space only. */
export function nameEnd(words: readonly Word[], first: number, sides: Sides): number {
  let last = first;
  while (last - first < NAME_WORDS && !words[last]?.possessive) {
    let next = last + 1;
    while (next - last <= 2 && words[next]?.joined && isParticle(words[next]?.key ?? '')) next++;
    if (!words[next]?.joined || !(startsName(words, next, sides) || isSyllable(words, next))) break;
    last = next;
  }
  return last;
}
