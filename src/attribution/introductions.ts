import type { Word } from './lexemes.ts';
import { isFormer, isRole, isTitleWord, singular } from './roles.ts';
import type { Sides } from './sides.ts';

/** Words with a capital that open sentences or stand in headings; never part of a name. */
const OPENERS = new Set(
  (
    'the a an this that these those in on at by for from with to of as if when while after before since because ' +
    'although though but and or nor so yet he she it they we i you his her its their our my both according also earlier ' +
    'later meanwhile moreover however thus then there here what who why how where not no yes some many most all one two ' +
    'following during right even despite today yesterday tomorrow monday tuesday wednesday thursday friday saturday ' +
    'sunday january february march april may june july august september october november december now once still'
  ).split(' '),
);
const PARTICLES = new Set('de da di du del della der den van von al el bin ibn la le dos ter'.split(' '));
const NAME_WORDS = 4;
const TITLE_WORDS = 12;
const APPOSITION_WORDS = 12;

/** Whether a name may open at word `index`: a capital, and no title, side or opener of sentences. */
export function startsName(words: readonly Word[], index: number, sides: Sides): boolean {
  const word = words[index];
  if (!word?.capital || OPENERS.has(word.key) || /\p{N}/u.test(word.form)) return false;
  return !isTitleWord(word.key) && !isFormer(word.key) && sides.at(words, index) === null;
}

/** The last word of the name that opens at `first`: capitals, initials and particles, joined by white space only. */
export function nameEnd(words: readonly Word[], first: number, sides: Sides): number {
  let last = first;
  while (last - first < NAME_WORDS && !words[last]?.possessive) {
    const particle = words[last + 1]?.joined && PARTICLES.has(words[last + 1]?.key ?? '') ? 1 : 0;
    if (!words[last + 1 + particle]?.joined || !startsName(words, last + 1 + particle, sides)) break;
    last += 1 + particle;
  }
  return last;
}

/** The title before the name that opens at `first`: "the US Deputy Secretary of State"; empty when there is none. */
export function titleBefore(words: readonly Word[], first: number, sides: Sides): readonly Word[] {
  let from = first;
  while (from > 0 && first - from < TITLE_WORDS && words[from]?.joined) {
    const { key, capital } = words[from - 1] ?? { key: '', capital: false };
    if (OPENERS.has(key) && !/^(?:the|of|for|to|and)$/.test(key)) break;
    if (
      !capital &&
      !isTitleWord(key) &&
      !isTitleWord(singular(key)) &&
      !isFormer(key) &&
      !sides.isSideWord(key) &&
      key !== 'the'
    )
      break;
    from--;
  }
  // "an aide to Ms. Roe", "the minister and Roe": the role is somebody else's.
  const last = words[first - 1]?.key ?? '';
  return /^(?:of|for|to|and|the)$/.test(last) ? [] : words.slice(from, first);
}

/** The role behind the name that ends at `last`: "…, the union's chief negotiator"; empty when there is none. */
export function appositionAfter(
  text: string,
  words: readonly Word[],
  last: number,
  sides: Sides,
): readonly Word[] {
  const next = words[last + 1];
  if (!next || !/^\s?[,(]\s?$/.test(text.slice(words[last]?.end, next.start))) return [];
  const opens = /^(?:the|a|an|its|their|his|her)$/.test(next.key) || isTitleWord(next.key);
  if (!opens && !sides.at(words, last + 1)) return [];
  let end = last + 2;
  while (end - last <= APPOSITION_WORDS && words[end]?.joined) end++;
  const phrase = words.slice(last + 1, end);
  const role = phrase.findIndex(({ key }) => isRole(key));
  return role >= 0 && role <= 5 ? phrase : [];
}
