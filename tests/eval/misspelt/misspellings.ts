import { editDistance } from '../../../src/text/words/likeness.ts';
import { randomNumbers } from '../../support/stores/random.ts';

/** Keys beside each other; what is not a letter is left alone. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const VOWELS = 'aeiou';
/** With fewer letters, what is left after two wrong ones could be anything. */
const LEAST_LETTERS = [1, 4, 6];

/** The keys left and right of a letter, and the other vowels of a vowel: what fingers and ears take for it. */
function neighbours(letter: string): string {
  const row = ROWS.find((one) => one.includes(letter)) ?? letter;
  const at = row.indexOf(letter);
  const vowels = VOWELS.includes(letter) ? VOWELS.replace(letter, '') : '';
  return (row[at - 1] ?? '') + (row[at + 1] ?? '') + vowels;
}

type Pick = <T>(from: ArrayLike<T>) => T | undefined;

/** `name` with one letter left out, put in, changed or changed places with the next. */
function mistype(name: string, pick: Pick): string {
  const letters = [...name.matchAll(/[a-z]/gi)].map(({ index }) => index);
  const at = pick(letters) ?? 0;
  const letter = name.charAt(at);
  const [before, after] = [name.slice(0, at), name.slice(at + 1)];
  const other = pick(neighbours(letter.toLowerCase())) ?? letter;
  const inCase = letter === letter.toUpperCase() ? other.toUpperCase() : other;
  const next = name.charAt(at + 1);
  const made = {
    delete: before + after,
    double: before + letter + letter + after,
    insert: before + letter + other + after,
    substitute: before + inCase + after,
    swap: /[a-z]/i.test(next) ? before + next + letter + name.slice(at + 2) : before + after,
  };
  return made[pick(['delete', 'double', 'insert', 'substitute', 'swap'] as const) ?? 'delete'];
}

/**
 * At most `most` different ways to get one or two (`wrong`) letters of a name wrong; the same for the same seed. What comes as near
 * to a name of somebody else is left out: nobody could tell whom it means.
 */
export function misspellingsOf(
  name: string,
  wrong: number,
  others: readonly string[],
  { seed, most }: { readonly seed: number; readonly most: number },
): string[] {
  if (name.replace(/[^a-z]/gi, '').length < (LEAST_LETTERS[wrong] ?? Infinity)) return [];
  const random = randomNumbers(seed);
  const pick: Pick = (from) => from[Math.floor(random() * from.length)];
  const made = new Set<string>();
  for (let tries = 0; tries < 20 * most && made.size < most; tries++) {
    let typed = name;
    for (let i = 0; i < wrong; i++) typed = mistype(typed, pick);
    const isTold = others.every((other) => editDistance(typed.toLowerCase(), other.toLowerCase()) > wrong);
    if (isTold && editDistance(typed.toLowerCase(), name.toLowerCase()) === wrong) made.add(typed);
  }
  return [...made];
}
