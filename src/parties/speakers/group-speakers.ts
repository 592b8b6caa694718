import { surnameOf } from '../../domain/name.ts';
import { isEnglishWord, isSmallWord } from '../../text/words/english-words.ts';
import { isSameGivenName } from '../../text/words/given-names.ts';
import { foldName } from '../../text/fold.ts';

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
  const byLoudness = people
    .toSorted((a, b) => b.statements - a.statements || a.name.length - b.name.length)
    .map((one, place): Placed => ({ ...one, place, words: wordsOf(one.name) }));
  const full = byLoudness.filter((one) => one.words.length > 1 && !isFragment(one, surnames));
  const bySurname = listBy(full, ({ name }) => foldName(surnameOf(name)));
  const byWords = listBy(full, ({ words }) => words.join(' '));
  const byLast = listBy(full, ({ words }) => words.at(-1) ?? '');
  const meant = new Map(speakers.map(({ name }) => [name, name]));
  for (const one of byLoudness) {
    const { name, place, words } = one;
    const known = (among: readonly Placed[] | undefined): Placed[] =>
      among?.filter((other) => other.name !== name && meant.get(other.name) === other.name) ?? [];
    if (words.length === 1) {
      const same = loudest(known(bySurname.get(words[0] ?? '')));
      if (same) meant.set(name, same.name);
      continue;
    }
    const [begun] = words
      .flatMap((_, i) => known(byWords.get(words.slice(0, i).join(' '))))
      .toSorted((a, b) => a.place - b.place);
    // The same given name, whole or short, and surname, with other names between: "Ann Q. Other".
    const same =
      begun ??
      known(byLast.get(words.at(-1) ?? '')).find(
        (other) => other.place < place && isSameGivenName(words[0] ?? '', other.words[0] ?? ''),
      );
    if (same) meant.set(name, same.name);
  }
  return meant;
}

interface Placed extends SpeakerName {
  /** Among all, the loudest first. */
  readonly place: number;
  readonly words: readonly string[];
}

function listBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    const list = lists.get(keyOf(item));
    if (list) list.push(item);
    else lists.set(keyOf(item), [item]);
  }
  return lists;
}
