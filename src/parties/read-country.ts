import { pronounOfGiven } from '../text/words/given-names.ts';
import type { Actors, Side } from '../domain/actor.ts';
import { sideNames } from '../domain/name.ts';
import { foldName } from '../text/fold.ts';
import { readCountries, type Country } from './list-countries.ts';
import { actorNames } from './name-patterns.ts';
import { foldWord, scanWords, type Word } from '../text/words/scan-words.ts';
import type { Term } from '../text/words/words.ts';

/** How a country is named: as such, by "French", or by its seat ("Paris"). */
type CountryForm = 'name' | 'adjective' | 'seat';

/** A country that begins at some word. */
export interface CountryFound {
  readonly country: Country;
  readonly form: CountryForm;
  /** That name of it. */
  readonly name: string;
  /** How many words name it. */
  readonly length: number;
}

/** What of a word tells a country's name. */
type NameWord = Pick<Word, 'key' | 'capital' | 'joined' | 'form'>;

/** Finds the country that is named at word `index`; null where none is. */
export type ReadCountry = (words: readonly NameWord[], index: number) => CountryFound | null;

interface Entry extends CountryFound {
  readonly keys: readonly string[];
  /** Written in small letters: "the bloc". */
  readonly small: boolean;
}

let known: ReadonlyMap<string, readonly Entry[]> | null = null;

function byFirstWord(): NonNullable<typeof known> {
  const found = new Map<string, Entry[]>();
  for (const country of readCountries()) {
    const forms = [
      ['name', country.names],
      ['adjective', country.adjectives],
      // "Iranians"
      ['name', country.adjectives.filter((one) => /(?:an|i)$/.test(one)).map((one) => `${one}s`)],
      ['seat', country.seats],
    ] as const;
    for (const [form, names] of forms)
      for (const name of names) {
        const keys = scanWords(name).map(({ key }) => key);
        const [first = ''] = keys;
        const same = found.get(first) ?? [];
        // A bloc's seat is a capital, too: the bloc comes first.
        if (same.some((other) => other.keys.join(' ') === keys.join(' '))) continue;
        same.push({ country, form, name, length: keys.length, keys, small: /^\p{Ll}/u.test(name) });
        found.set(
          first,
          same.toSorted((a, b) => b.length - a.length),
        );
      }
  }
  return found;
}

/** Whether it is a party of whose members articles give the letter. */
export const isLetterParty = ({ code }: Pick<Country, 'code'>): boolean =>
  code === 'Republicans' || code === 'Democrats';

/** The country, bloc or party of that code; null where there is none. */
export function countryOf(code: string): Country | null {
  known ??= byFirstWord();
  for (const entries of known.values())
    for (const { country } of entries) if (country.code === code) return country;
  return null;
}

/** The longest name of a country, of its people or of its seat that begins at word `index`, in capitals. */
export const readCountry: ReadCountry = (words, index) => {
  const word = words[index];
  if (!word) return null;
  known ??= byFirstWord();
  const found = known
    .get(word.key)
    ?.find(
      ({ keys, small }) =>
        (word.capital || small) &&
        keys.every((key, k) => words[index + k]?.key === key && (k === 0 || words[index + k]?.joined)),
    );
  // "Us" that opens a sentence is nobody's country, "Douglas Roe" of no island.
  if (!found || (word.key === 'us' && word.form === 'Us')) return null;
  const next = words[index + 1];
  return found.form === 'seat' && pronounOfGiven(word.key) !== null && next?.joined && next.capital
    ? null
    : found;
};

/**
 * As `readCountry`, of a question's terms, whose capitals tell nothing: many people type without.
 *
 * @param index where the country's name begins
 */
export function countryAt(terms: readonly Term[], index: number): CountryFound | null {
  known ??= byFirstWord();
  // Nearly no word begins one.
  if (!known.has(foldWord(terms[index]?.word ?? ''))) return null;
  const words = terms.map(({ word }) => ({ key: foldWord(word), capital: true, joined: true, form: word }));
  return readCountry(words, index);
}

/** The country that goes by one of the names; null where none does. */
export function countryNamed(names: readonly string[]): Country | null {
  for (const name of names) {
    const found = readCountry(scanWords(name), 0);
    if (found?.form === 'name' && foldName(found.name) === foldName(name)) return found.country;
  }
  return null;
}

/** The sides with the seats of those that are countries ("the Kremlin"), unless somebody else of the collection goes by one. */
export function withSeats({ sides, actors }: Actors): Side[] {
  const taken = new Set([...sides.flatMap(sideNames), ...actors.flatMap(actorNames)].map(foldName));
  return sides.map((side) => {
    const seats = countryNamed([side.id, side.label, ...side.names])?.seats ?? [];
    return { ...side, names: [...side.names, ...seats.filter((seat) => !taken.has(foldName(seat)))] };
  });
}
