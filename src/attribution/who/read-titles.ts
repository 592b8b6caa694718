import type { Word } from '../../text/words/scan-words.ts';
import { OPENERS } from './name-bounds.ts';
import {
  isFormer,
  isRole,
  isTitleWord,
  pronounShown,
  SIDE_NOUNS,
  singular,
  speaksForSide,
} from './role-words.ts';
import { isOfficialBody, type Sides } from './side-words.ts';

const TITLE_WORDS = 12;
const APPOSITION_WORDS = 12;
/** "the new visiting | coach" */
const DESCRIBED_WORDS = 3;

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

/** "The Foreign Minister's Facebook page": what somebody has is not who they are. */
const isOwned = (word: Word | undefined): boolean => word?.possessive === true && isRole(singular(word.key));

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
  if (CONNECTS.test(words[index - 1]?.key ?? '') || isOwned(words[index - 1])) return [];
  const title = words.slice(from, index);
  // "Trade Minister Jane Roe and US Representative John Doe": his begins behind the "and".
  const and = title.findLastIndex(({ key }) => key === 'and');
  const own = title.slice(and + 1);
  return own.some(({ key }) => isRole(key) || isRole(singular(key)) || pronounShown(key) !== null)
    ? own
    : title;
}

/**
 * "The head of Russia's border guard, ", "Russia's ambassador in Washington, " before word `index`: the office, with whose it
 * is but without where; null for other titles.
 */
function officeEnding(words: readonly Word[], index: number, sides: Sides): readonly Word[] | null {
  for (let i = index - 1; i > 0 && index - i < TITLE_WORDS && words[i]?.joined; i--) {
    const { key = '' } = words[i - 1] ?? {};
    const link = words[i]?.key ?? '';
    if (speaksForSide(key) && /^(?:of|in|to|at)$/.test(link) && i < index - 1) {
      let from = i - 1;
      while (from > 0 && words[from]?.joined) {
        const before = words[from - 1];
        if (!before || !(before.key === 'the' || isTitlePart(before, sides))) break;
        from--;
      }
      return words.slice(from, link === 'of' ? index : i);
    }
    if (OPENERS.has(link) && !CONNECTS.test(link)) return null;
  }
  return null;
}

/** Whether somebody has what is called so from word `at` on: "the club's | lawyer", "its new | chief negotiator". */
function isOwnedFrom(words: readonly Word[], at: number): boolean {
  for (let i = at; i > 0 && at - i < DESCRIBED_WORDS && words[i]?.joined; i--) {
    const { key = '', possessive, capital } = words[i - 1] ?? {};
    if (possessive || OWNER.test(key)) return true;
    if (capital || OPENERS.has(key)) return false;
  }
  return false;
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
  const title = officeEnding(words, first, sides) ?? titleEnding(words, first, sides);
  const [opening] = title;
  const owned =
    title.some(({ possessive, key }) => possessive || key === 'the') ||
    (opening && isOwnedFrom(words, words.indexOf(opening, Math.max(0, first - TITLE_WORDS - 1))));
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

/**
 * The side whose body is named right behind a name: "Jane Roe of the Russian army", "… from the US embassy"; with an office
 * in front of the name also the side itself: "Foreign Minister Jane Roe of Russia".
 */
export function serviceAfter(
  words: readonly Word[],
  last: number,
  sides: Sides,
  isOfficer: boolean,
): string | null {
  if (!words[last + 1]?.joined || !/^(?:of|from|at|with)$/.test(words[last + 1]?.key ?? '')) return null;
  const from = words[last + 2]?.key === 'the' ? last + 3 : last + 2;
  const found = words[from]?.joined ? sides.at(words, from) : null;
  if (!found) return null;
  const next = from + found.length;
  const behind = words[next]?.joined ? words.slice(next, next + 2).filter(({ joined }) => joined) : [];
  const isItself = isOfficer && words[last + 1]?.key === 'of' && behind.every(({ capital }) => !capital);
  return found.body || isItself || isOfficialBody(behind) ? found.side : null;
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
