import { createRequire } from 'node:module';
import { countries } from 'countries-list';
import { z } from 'zod';

/** A country, or a bloc of them that speaks as one. */
export interface Country {
  /** ISO 3166-1 alpha-2, or the bloc's letters. */
  readonly code: string;
  readonly label: string;
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
  readonly seats: readonly string[];
}

/** What no table of countries has: who acts as one without being one, and the parties of whose members articles give the letter. */
const BLOCS: readonly Country[] = [
  {
    code: 'EU',
    label: 'European Union',
    names: ['EU', 'European Union', 'Europeans', 'bloc'],
    adjectives: ['European'],
    seats: ['Brussels', 'European Commission', 'European Council'],
  },
  {
    code: 'NATO',
    label: 'NATO',
    names: ['NATO', 'North Atlantic Treaty Organization'],
    adjectives: [],
    seats: [],
  },
  {
    code: 'Republicans',
    label: 'Republicans',
    names: ['Republicans', 'Republican Party', 'GOP'],
    adjectives: ['Republican'],
    seats: [],
  },
  {
    code: 'Democrats',
    label: 'Democrats',
    names: ['Democrats', 'Democratic Party', 'Democrat'],
    adjectives: ['Democratic'],
    seats: [],
  },
  {
    code: 'Congress',
    label: 'US Congress',
    names: ['Congress', 'Senate', 'House of Representatives', 'lawmakers', 'senators'],
    adjectives: ['congressional'],
    seats: ['Capitol Hill'],
  },
  { code: 'UN', label: 'United Nations', names: ['UN', 'United Nations'], adjectives: [], seats: [] },
];

/** Where a government has its seat besides the capital: known by these names all over the world. */
const SEATS: Readonly<Record<string, readonly string[]>> = {
  US: ['White House', 'Pentagon', 'State Department'],
  RU: ['Kremlin'],
  GB: ['Downing Street', 'Whitehall'],
  FR: ['Elysee'],
  UA: ['Kiev'],
};

/** Where the package's table is amiss: it has "Welsh" for Wallis and Futuna, "Emirian" for the Emirates. */
const ADJECTIVES: Readonly<Record<string, string>> = { AE: 'Emirati', WF: 'Wallisian' };

const Nationalities = z.object({ nationalities: z.record(z.string(), z.string()) });

/** All countries by name, people and seat, from the packages' tables, after those blocs; a capital that is called as its country ("Luxembourg") is the country. */
export function readCountries(): Country[] {
  const require = createRequire(import.meta.url);
  const { nationalities } = Nationalities.parse(require('i18n-nationality/langs/en.json'));
  const listed = Object.entries(countries).map(([code, { name, alias = [], capital }]): Country => {
    const adjective = ADJECTIVES[code] ?? nationalities[code]?.replace(/s$/, '') ?? '';
    const seat = capital.replace(/ D\.C\.$/, '');
    return {
      code,
      label: name,
      names: [name, ...alias],
      adjectives: adjective === '' || adjective.includes(',') ? [] : [adjective],
      seats: [seat, ...(SEATS[code] ?? [])].filter((one) => one !== '' && one !== name),
    };
  });
  return [...BLOCS, ...listed];
}
