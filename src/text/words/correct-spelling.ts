import { editDistance } from './likeness.ts';
import { isEnglishWord, wordsByLetter } from './english-words.ts';
import { isStopWord, stopWords } from './words.ts';

/** Shorter words are too near to others. */
const LEAST_LETTERS = 4;

const withoutVowels = (word: string): string => word[0] + word.slice(1).replace(/[aeiou]/g, '');

/** Function words as people shorten them when they chat: "abt", "wht", "frm". */
const SHORTENED: ReadonlyMap<string, string> = new Map(
  [...stopWords()].filter((word) => word.length >= LEAST_LETTERS).map((word) => [withoutVowels(word), word]),
);

/**
 * The common English word of which a letter of `word` is wrong, or whose vowels were left out; `word` itself where it is
 * English, where none is near, or where the nearest cannot be told. Of two as near, the commoner.
 *
 * @param word lower case
 */
export function correctSpelling(word: string): string {
  if (isEnglishWord(word) || isStopWord(word) || !/^[a-z]+$/.test(word)) return word;
  const shortened = SHORTENED.get(word);
  if (shortened !== undefined) return shortened;
  if (word.length < LEAST_LETTERS) return functionWordOf(word);
  for (const words of wordsByLetter(word[0] ?? '')) {
    const near = words.filter(
      (other) => Math.abs(other.length - word.length) <= 1 && editDistance(word, other) === 1,
    );
    // A letter left out, put in or swapped is a slip; another letter may be another word.
    const slips = near.filter((other) => other.length !== word.length || sameLetters(other, word));
    const [only, second] = slips.length > 0 ? slips : near;
    if (only !== undefined && second === undefined) return only;
    if (only !== undefined) return word;
  }
  return word;
}

/** What questions are made of; of other short words too many are near to each other. */
const ASKING_WORDS = 'what when where which who whose why how the did does'.split(' ');

/** "wat", "hw", "teh": the only word of asking of which one letter inside is left out, or two are swapped. */
function functionWordOf(word: string): string {
  if (word.length < 2) return word;
  const near = ASKING_WORDS.filter(
    (other) =>
      other[0] === word[0] &&
      other.length > 2 &&
      editDistance(word, other) === 1 &&
      (other.length === word.length
        ? sameLetters(other, word)
        : other.at(-1) === word.at(-1) && other.length > word.length),
  );
  return near.length === 1 ? (near[0] ?? word) : word;
}

function sameLetters(a: string, b: string): boolean {
  return a.split('').toSorted().join('') === b.split('').toSorted().join('');
}
