import { groupBy } from '../domain/group-by.ts';
import { editDistance } from '../text/words/likeness.ts';
import { isEnglishWord } from '../text/words/english-words.ts';
import type { Term } from '../text/words/words.ts';
import type { Mention, Party } from './name-patterns.ts';
import { countryAt } from './read-country.ts';

/** A name that may be misspelt, and whose it is. */
export interface KnownName {
  readonly name: string;
  readonly party: Party;
  readonly adjective: boolean;
  /** How often its owner speaks: of two names as near, that of who speaks far more often is meant. */
  readonly statements: number;
}

/** Finds names that are misspelt. */
export type RepairNames = (
  terms: readonly Term[],
  named: readonly Pick<Mention, 'start' | 'end'>[],
  isWord: (word: string) => boolean,
) => Mention[];

/** Letters that a word must have for so many of them to be wrong; of a short one, the first must be right. */
const LETTERS = { oneBeside: 3, one: 4, twoLike: 5, two: 6, three: 11 } as const;
/** No more letters of a word may be wrong. */
const MOST_WRONG = 3;
/** Who speaks so many times as often is meant. */
const FAR_MORE = 3;

/**
 * In how many letters `typed` differs from the word of a name that it may be; Infinity where it is another.
 *
 * @param isBeside whether another word of the name stands beside it as it is
 */
function lettersWrong(typed: string, word: string, isBeside: boolean): number {
  if (typed === word) return 0;
  // Of three letters each may be another word's: one is left out or put in.
  if (isBeside && word.length === LETTERS.oneBeside && typed.length !== word.length)
    return editDistance(typed, word) === 1 ? 1 : Infinity;
  const [short, long] = typed.length < word.length ? [typed, word] : [word, typed];
  const most =
    word.length >= LETTERS.three
      ? MOST_WRONG
      : word.length >= LETTERS.twoLike
        ? 2
        : word.length >= LETTERS.one
          ? 1
          : 0;
  if (long.length - short.length > most || short.length < LETTERS.one - 1) return Infinity;
  const wrong = editDistance(typed, word);
  const isLike = isBeside || word.length >= LETTERS.two || typed[0] === word[0];
  return wrong <= most && (wrong < 2 || isLike) ? wrong : Infinity;
}

/** Whether it is the word of a name, or one that may be misspelt so, whatever stands beside it. */
function mayBe(typed: string, word: string): boolean {
  return [true, false].some((isBeside) => lettersWrong(typed, word, isBeside) < Infinity);
}

interface Repair {
  readonly known: KnownName;
  readonly wrong: number;
  readonly length: number;
}

/** The repair of which fewest letters are wrong; null where it is as near to another who speaks about as often. */
function bestOf(repairs: readonly Repair[]): Repair | null {
  const sorted = repairs.toSorted(
    (a, b) => b.length - a.length || a.wrong - b.wrong || b.known.statements - a.known.statements,
  );
  const [best] = sorted;
  if (!best) return null;
  const other = sorted.find(
    ({ known: { party } }) => party.kind !== best.known.party.kind || party.id !== best.known.party.id,
  );
  const isNearer = !other || other.length < best.length || best.wrong < other.wrong;
  return isNearer || best.known.statements >= FAR_MORE * Math.max(1, other.known.statements) ? best : null;
}

/**
 * Finds the names of which letters are wrong (Damerau 1964), where what was typed is no word of English and none of the
 * articles: two at most, three in a long one. It may go beyond a name that stands in it as it is. A name that is as near to two parties is neither's, but for who speaks far more.
 */
export function createRepairNames(names: readonly KnownName[]): RepairNames {
  const known = names.map((one) => ({
    ...one,
    words: one.name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [],
  }));

  // Thousands of names are told apart by how they begin, many of them alike; a begin of another length is never near.
  const begun = groupBy(known, ({ words }) => words[0] ?? '');
  const begins = groupBy(begun.keys(), ({ length }) => length);
  const longest = known.reduce((most, { words }) => Math.max(most, words.length), 0);

  function beginsLike(typed: string): string[] {
    const lengths = Array.from({ length: 2 * MOST_WRONG + 1 }, (_, k) => typed.length - MOST_WRONG + k);
    return lengths.flatMap((length) => (begins.get(length) ?? []).filter((begin) => mayBe(typed, begin)));
  }

  function repairOf(
    { words, ...one }: (typeof known)[number],
    given: readonly string[],
    isFree: (k: number) => boolean,
  ): Repair[] {
    const isBeside = words.some((word, k) => given[k] === word);
    let wrong = 0;
    for (const [k, word] of words.entries()) {
      const typed = given[k];
      if (typed === undefined || !(typed === word || isFree(k))) return [];
      wrong += lettersWrong(typed, word, isBeside);
      if (wrong === Infinity) return [];
    }
    return wrong > 0 ? [{ known: one, wrong, length: words.length }] : [];
  }

  function repairsAt(at: number, typed: readonly string[], isFree: (i: number) => boolean): Repair[] {
    const first = typed[at] ?? '';
    const given = typed.slice(at, at + longest);
    return (isFree(at) ? beginsLike(first) : [first]).flatMap((begin) =>
      (begun.get(begin) ?? []).flatMap((one) => repairOf(one, given, (k) => isFree(at + k))),
    );
  }

  return (terms, named, isWord) => {
    const typed = terms.map(({ word }) => word.toLowerCase());
    const isTaken = (i: number): boolean => named.some(({ start, end }) => start <= i && i < end);
    const foreign = terms.map((_, i) => countryAt(terms, i)?.length ?? 0);
    // "German" is no misspelt Sherman.
    const isCountry = (i: number): boolean => foreign.some((length, at) => at <= i && i < at + length);
    const misspelt = typed.map(
      (word, i) => !isTaken(i) && !isWord(word) && !isEnglishWord(word) && !isCountry(i),
    );
    const isMisspelt = (i: number): boolean => misspelt[i] ?? false;
    const found: Mention[] = [];
    for (let at = 0; at < terms.length; at++) {
      // Most questions have no such word, and there may be thousands of names.
      if (!misspelt.slice(at, at + longest).includes(true)) continue;
      const best = bestOf(repairsAt(at, typed, isMisspelt));
      if (!best) continue;
      const end = at + best.length;
      // "Norland Ministrry" is more than Norland; what is named there stands in the name as it is.
      const crossed = named.filter((one) => one.start < end && at < one.end);
      if (crossed.some((one) => one.start < at || one.end > end)) continue;
      const { party, adjective } = best.known;
      found.push({ party, start: at, end, adjective, how: 'repaired' });
      at = end - 1;
    }
    return found;
  };
}
