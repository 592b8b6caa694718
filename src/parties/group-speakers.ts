import { surnameOf } from '../domain/name.ts';
import { isEnglishWord } from '../text/words/english-words.ts';
import { isSameGivenName } from '../text/words/given-names.ts';
import { foldName } from '../text/fold.ts';
import { isSmallWord } from '../text/words/small-words.ts';

/** A speaker as the store has them. */
export interface SpeakerName {
  readonly name: string;
  readonly isBody: boolean;
  readonly statements: number;
}

/** "Ann Other and Bob Else": two who say it together. */
export const partsOf = (name: string): string[] =>
  name.split(' and ').length > 1 ? name.split(' and ') : [];

/** Who speaks so many times as often is meant by a name that two may have. */
const FAR_MORE = 3;

/** A headline's words taken for a name are not often taken for one. */
const FRAGMENT_MOST = 2;

/**
 * Whether a speaker's name is more likely a piece of a headline: a word that is no part of a name stands in it, or nothing
 * but common words. Such a name is known as a whole alone.
 *
 * @param surnames of all speakers, folded
 */
export function isFragment(
  { name, statements }: Pick<SpeakerName, 'name' | 'statements'>,
  surnames: ReadonlySet<string>,
): boolean {
  const words = name.toLowerCase().split(' ');
  if (statements > FRAGMENT_MOST || partsOf(name).length > 0) return false;
  const isHeadline = words.length > 2 || surnames.has(foldName(words[0] ?? ''));
  return (isHeadline && words.slice(1).some((word) => isSmallWord(word))) || words.every(isEnglishWord);
}

/** Of names in two words or more. */
export function surnamesOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((name) => name.includes(' ')).map((name) => foldName(surnameOf(name))));
}

const wordsOf = (name: string): string[] => foldName(name).split(' ');

/** A longer name that begins with a whole shorter one is a headline's: "Ann Other Calls". */
const beginsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.length > 1 && short.length < long.length && short.every((word, i) => word === long[i]);

/** Whether the longer name only goes on behind the shorter one. */
export const beginsLike = (long: string, short: string): boolean => beginsWith(wordsOf(long), wordsOf(short));

/** The same given name, whole or short, and surname, with other names between: "Ann Q. Other". */
const endsAlike = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 1 && b.length > 1 && isSameGivenName(a[0] ?? '', b[0] ?? '') && a.at(-1) === b.at(-1);

/** Of those who may be meant, the one who speaks far more often than the next; null where none does. */
export function loudest<T extends { readonly statements: number }>(among: readonly T[]): T | null {
  const [first, second] = among.toSorted((a, b) => b.statements - a.statements);
  return first && (!second || first.statements >= FAR_MORE * second.statements) ? first : null;
}

/**
 * Articles that are read one by one have somebody under several names: "Other" in one, "Ann Other" in the next, "Ann Q. Other"
 * in the third.
 *
 * @returns for each name, the fullest by which the same person goes, most often used; itself where there is no other
 */
export function groupSpeakers(speakers: readonly SpeakerName[]): ReadonlyMap<string, string> {
  const people = speakers.filter(({ name, isBody }) => !isBody && partsOf(name).length === 0);
  const surnames = surnamesOf(people.map(({ name }) => name));
  const whole = people.filter((one) => !isFragment(one, surnames));
  const byLoudness = people.toSorted((a, b) => b.statements - a.statements || a.name.length - b.name.length);
  const full = byLoudness.filter((one) => whole.includes(one) && wordsOf(one.name).length > 1);
  const meant = new Map(speakers.map(({ name }) => [name, name]));
  for (const { name } of byLoudness) {
    const words = wordsOf(name);
    const [only] = words;
    const others = full.filter((other) => other.name !== name && meant.get(other.name) === other.name);
    const same =
      words.length === 1
        ? loudest(others.filter((other) => foldName(surnameOf(other.name)) === only))
        : (others.find((other) => beginsWith(words, wordsOf(other.name))) ??
          others.find(
            (other) =>
              endsAlike(words, wordsOf(other.name)) &&
              byLoudness.indexOf(other) < byLoudness.findIndex((one) => one.name === name),
          ) ??
          null);
    if (same) meant.set(name, same.name);
  }
  return meant;
}
