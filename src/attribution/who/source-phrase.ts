import { isRelation } from '../../text/words/people-words.ts';
import type { Cast, Mention } from './cast/find-cast.ts';
import type { Word } from '../../text/words/scan-words.ts';
import type { Person } from './cast/find-person.ts';
import { isOpener } from './name-bounds.ts';
import { isRole, isTitleWord, singular } from './role-words.ts';
import { isOfficialBody, type Sides } from './side-words.ts';

/** Words that neither name nor describe anybody. */
export const SMALL = /^(?:of|the|for|and|in|at|to|on|a|de|la)$/;

/** Parts whom somebody speaks for from what they are. */
const LINK = /^(?:to|for|of|with|from)$/;

/** The words that matter: without articles in front, up to a comma, "who" or the like, without "also", "both" behind. */
export function coreOf(text: string, words: readonly Word[]): Word[] {
  const kept: Word[] = [];
  for (const word of words) {
    const last = kept.at(-1);
    if (
      last &&
      (/[,;(—–―]/.test(text.slice(last.end, word.start)) || /^(?:who|which|that|whose)$/.test(word.key))
    )
      break;
    if (kept.length > 0 || !/^(?:the|a|an)$/.test(word.key)) kept.push(word);
  }
  // "Yesterday Roe": the capital of the first word is its sentence's.
  if (kept[0]?.capital && !kept[0].joined && kept[1]?.capital && isOpener(kept[0].key)) kept.shift();
  while (
    kept.length > 1 &&
    /^(?:both|also|all|again|himself|herself|itself|themselves)$/.test(kept.at(-1)?.key ?? '')
  )
    kept.pop();
  return kept;
}

/** Whether a name only says whose: "Roe campaign spokesman John Doe", "Roe's campaign manager", "the Roe campaign". */
function isModifier(mention: Mention, phrase: readonly Word[]): boolean {
  const behind = phrase.filter(({ start }) => start >= mention.end);
  const apart = behind.findIndex(
    ({ joined, key }, i) => !(joined || (i === 0 && mention.possessive)) || key === 'and' || SMALL.test(key),
  );
  const joined = behind.slice(0, apart < 0 ? behind.length : apart);
  if (joined.slice(0, 4).some(({ key }) => isRole(singular(key)) || isRelation(singular(key)))) return true;
  if (mention.possessive) return false;
  const before = phrase.findLast(({ end }) => end <= mention.start);
  return before?.key === 'the' && joined.length > 0 && !joined[0]?.capital;
}

/** The people whom the words of a source name as its speakers, not those named in passing. */
export function peopleNamed(cast: Cast, sides: Sides, phrase: readonly Word[]): readonly Person[] {
  const span = { start: phrase[0]?.start ?? 0, end: phrase.at(-1)?.end ?? 0 };
  const mentions: Mention[] = [];
  for (const mention of cast.within(span)) {
    const previous = mentions.at(-1);
    const ahead = phrase.filter((word) => word.end <= mention.start && word.start >= (previous?.end ?? 0));
    const after = phrase.find((word) => word.start >= mention.end);
    // "an aide to Ms. Roe", "Ms. Roe's lawyer": somebody else speaks.
    const through = LINK.test(ahead.findLast(({ key }) => !isTitleWord(key) || SMALL.test(key))?.key ?? '');
    if (!previous && through && ahead.some(({ key }) => isRole(singular(key))) && !ahead.at(-1)?.capital)
      continue;
    if (isModifier(mention, phrase)) continue;
    if (mention.possessive && after && (isTitleWord(singular(after.key)) || isOfficialBody([after])))
      continue;
    // A second name counts when nothing but "and" and titles part it from the first; "the chairman for Roe" is one person.
    const last = ahead.findLastIndex(({ key }) => key === 'and');
    // "Jane Roe of Lowland and John Doe of Genoa"
    const isOf =
      /^(?:of|from)$/.test(ahead[0]?.key ?? '') && ahead.slice(1, last).every(({ capital }) => capital);
    const between = isOf ? ahead.slice(last) : ahead;
    if (
      previous &&
      (!between.every(
        (word, i) =>
          word.key === 'and' ||
          isTitleWord(word.key) ||
          sides.isSideWord(word.key) ||
          // "and Genoa's John Doe"
          (word.possessive && word.capital && word === between.at(-1)) ||
          // "and mate John Doe"
          (between[i - 1]?.key === 'and' && !word.capital && !SMALL.test(word.key) && word.joined),
      ) ||
        (last < 0 && ahead.some(({ key }) => LINK.test(key))))
    )
      break;
    if (!mentions.some(({ person }) => person === mention.person)) mentions.push(mention);
  }
  return mentions.map(({ person }) => person);
}

/** "National Rail Workers' Union", "Net Menders Alliance": the name of a body, whatever it is made of; no "Spokesmen at the FBI". */
export function isBodyName(phrase: readonly Word[]): boolean {
  const link = phrase.findIndex(({ key }) => /^(?:of|for|in|at|to|on)$/.test(key));
  const heads = [phrase[link > 0 ? link - 1 : phrase.length - 1], phrase.at(-1)];
  return (
    (phrase.some(({ possessive }) => possessive) || phrase.length > 2) &&
    phrase.every(({ capital, key }) => capital || SMALL.test(key)) &&
    heads.every((word) => word && !isRole(singular(word.key)))
  );
}
