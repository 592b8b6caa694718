import type { Word } from '../../text/words/scan-words.ts';
import { isSmallWord } from '../../text/words/small-words.ts';
import { isParticle } from './particles.ts';
import { pronounOfGiven } from '../../text/words/given-names.ts';
import { isFormer, isRole, isTitleWord, pronounShown, SIDE_NOUNS, singular } from './role-words.ts';
import { isOfficialBody, type Sides } from './side-words.ts';

/** Words with a capital that open sentences or stand in headings; never part of a name. */
const OPENERS: ReadonlySet<string> = new Set(
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
const TITLE_WORDS = 12;
const APPOSITION_WORDS = 12;

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

const isTitlePart = ({ key, capital }: Word, sides: Sides): boolean =>
  capital ||
  pronounShown(key) !== null ||
  isTitleWord(key) ||
  isTitleWord(singular(key)) ||
  isFormer(key) ||
  sides.isSideWord(key);

/** Part of a phrase that says whose or which: never the end of one. */
const CONNECTS = /^(?:of|for|to|and|the)$/;
const OWNER = /^(?:the|its|his|her|their|our)$/;

/** Words that end before word `index` and read like a title, from the left; empty when the last of them only connects. */
function titleEnding(words: readonly Word[], index: number, sides: Sides): readonly Word[] {
  let from = index;
  while (from > 0 && index - from < TITLE_WORDS && (from === index || words[from]?.joined)) {
    const word = words[from - 1];
    if (
      !word ||
      (OPENERS.has(word.key) && !CONNECTS.test(word.key)) ||
      !(CONNECTS.test(word.key) || isTitlePart(word, sides))
    )
      break;
    from--;
  }
  if (CONNECTS.test(words[index - 1]?.key ?? '')) return [];
  const title = words.slice(from, index);
  // "Trade Minister Jane Roe and US Representative John Doe": his begins behind the "and".
  const and = title.findLastIndex(({ key }) => key === 'and');
  const own = title.slice(and + 1);
  return own.some(({ key }) => isRole(key) || isRole(singular(key))) ? own : title;
}

/** The title before the name that opens at `first`: "the US Deputy Secretary of State"; empty when there is none. */
export function titleBefore(
  text: string,
  words: readonly Word[],
  first: number,
  sides: Sides,
): readonly Word[] {
  if (words[first]?.joined) return titleEnding(words, first, sides);
  // "Iran's chief negotiator, Ali Rezai, …": the role first, then the name.
  const gap = text.slice(words[first - 1]?.end, words[first]?.start);
  if (gap !== ', ') return [];
  const title = titleEnding(words, first, sides);
  const [opening] = title;
  const before = opening && words[words.indexOf(opening, Math.max(0, first - TITLE_WORDS - 1)) - 1];
  const owned =
    title.some(({ possessive, key }) => possessive || key === 'the') || (before && OWNER.test(before.key));
  return owned && title.some(({ key }) => isRole(key)) && !title.some(({ key }) => key === 'and')
    ? title
    : [];
}

/** Whom the side of "…, led by" is: "the European side was led by Ms. Roe" says for whom she speaks. */
export function delegationBefore(
  words: readonly Word[],
  first: number,
  sides: Sides,
  titled: boolean,
): string | null {
  let by = first;
  while (by > 0 && first - by < TITLE_WORDS && words[by]?.key !== 'by') by--;
  if (words[by]?.key !== 'by') return null;
  let end = by;
  while (
    end > 0 &&
    /^(?:led|headed|represented|chaired|was|were|is|are|being)$/.test(words[end - 1]?.key ?? '')
  )
    end--;
  // Without the verb ("… by Mr. Doe, the company by its director Ms. Roe") a title must stand for it.
  if (end < by - 3 || (end === by && !titled)) return null;
  for (let from = Math.max(0, end - 4); from < end; from++) {
    const found = sides.at(words, from);
    const rest = found ? words.slice(from + found.length, end) : [];
    if (found && from + found.length <= end && rest.every(({ key }) => SIDE_NOUNS.has(key)))
      return found.side;
  }
  return null;
}

/** The side whose body is named right behind a name: "Jane Roe of the Russian army", "… from the US embassy". */
export function serviceAfter(words: readonly Word[], last: number, sides: Sides): string | null {
  if (!words[last + 1]?.joined || !/^(?:of|from|at|with)$/.test(words[last + 1]?.key ?? '')) return null;
  const from = words[last + 2]?.key === 'the' ? last + 3 : last + 2;
  const found = words[from]?.joined ? sides.at(words, from) : null;
  if (!found) return null;
  const behind = words.slice(from + found.length, from + found.length + 2).filter(({ joined }) => joined);
  return found.body || isOfficialBody(behind) ? found.side : null;
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
  const opens =
    /^(?:the|a|an|its|their|his|her)$/.test(next.key) || (isTitleWord(next.key) && !CONNECTS.test(next.key));
  if (!opens && !sides.at(words, last + 1)) return [];
  let end = last + 2;
  while (end - last <= APPOSITION_WORDS && words[end]?.joined) end++;
  const phrase = words.slice(last + 1, end);
  const role = phrase.findIndex(({ key }) => isRole(key));
  return role >= 0 && role <= 5 ? phrase : [];
}
