import { readTerms } from '../../text/words/words.ts';
import { baseOf, type Vocabulary } from './vocabulary.ts';

const NAME_FIRST =
  /^((?:\p{Lu}[\p{L}'’.-]+)(?: \p{Lu}[\p{L}'’.-]+){0,3}) ((?:has |had |is |was |will |would )?\p{Ll}{3,}.*)$/u;
const NUMBER =
  /\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands) (\p{Ll}{4,}(?: \p{Ll}{4,})?)/u;
const TIME =
  /\b(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in (?:January|February|March|April|May|June|July|August|September|October|November|December)|in \d{4}|last (?:week|month|year))\b/;
const PLACE = /\b(?:in|at|near) ((?:the )?\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)*)/u;
const AUXILIARY = /^(?:is|was|has|had|will|would|are|were|have) /;
const CLAUSE_WORDS = 12;

const shortened = (words: string, most: number): string =>
  words
    .replace(/[“”"]/g, '')
    .split(/\s+/)
    .slice(0, most)
    .join(' ')
    .replace(/[^\p{L}\p{N}%]+$/u, '');

/**
 * A question whose answer is left out of a sentence that nobody says: who, when, where or how many. Null where the sentence
 * has nothing of the kind.
 */
export function askFact(sentence: string, vocabulary: Vocabulary, random: () => number): string | null {
  const way = random();
  const rest = (without: string): string =>
    shortened(sentence.replace(without, ' ').replace(/\s+/g, ' '), CLAUSE_WORDS);
  const number = NUMBER.exec(sentence);
  if (number && way < 0.35)
    return `How many ${number[1] ?? ''} ${shortened(sentence.slice(number.index + number[0].length), 7)}?`;
  const time = TIME.exec(sentence);
  if (time && way < 0.6) return `When: ${rest(time[0])}?`;
  const place = PLACE.exec(sentence);
  if (place && way < 0.75) return `Where: ${rest(place[0])}?`;
  const named = NAME_FIRST.exec(sentence);
  // "In", "If", "However" open a sentence with a capital too.
  const isName = readTerms(named?.[1] ?? '')[0]?.content === true;
  const isVerb =
    AUXILIARY.test(named?.[2] ?? '') || baseOf(vocabulary, named?.[2]?.split(' ')[0] ?? '') !== null;
  const most = 4 + Math.floor(random() * 8);
  if (named && isName && isVerb)
    return way < 0.9 ? `Who ${shortened(named[2] ?? '', most)}?` : `What did ${named[1] ?? ''} do?`;
  return null;
}
