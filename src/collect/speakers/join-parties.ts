import { byOfficeAlone, isPolitician, isHead, isOfNobody, isOfPublicLife } from './by-office.ts';
import type { FoundParty, FoundPerson, Gathered } from './gather-speakers.ts';
import { isPrivate } from './introductions/read-introduced-role.ts';
import { FAR_MORE, joinNames } from './join-names.ts';
import { isLetter, LETTERS } from './letter-keys.ts';
import { PartySets } from './party-sets.ts';
import { findPlaces } from './find-places.ts';
import { countryOf } from '../../parties/read-country.ts';
import type { Country } from '../../parties/list-countries.ts';
import { keyOf } from './read-party.ts';
import { standingParties } from './standing-parties.ts';

/** Parties that are one side, by what the articles tell. */
export interface JoinedParty {
  readonly keys: ReadonlySet<string>;
  readonly parties: readonly FoundParty[];
  readonly country: Country | null;
  /** The people who speak for it. */
  readonly people: readonly string[];
  /** Statements of the people and of the parties themselves. */
  readonly statements: number;
}

const APART = /\b(?:Courts?|Universit(?:y|ies)|Institutes?|Colleges?|Schools?)\b/;

/** So many statements make somebody for whom nobody else speaks a side. */
export const OWN_STATEMENTS = 4;

export interface Joined {
  readonly sides: readonly JoinedParty[];
  /** The key of the party for which each person speaks. */
  readonly roots: ReadonlyMap<string, string>;
}

/**
 * Joins the parties that are one side: those of one person, a name and its letters, "the union" and the one union, a body
 * and the country named with it.
 */
export function joinParties({ people, parties, words }: Gathered): Joined {
  const sets = new PartySets();
  const standing = standingParties(parties, words);
  for (const { introductions } of people)
    for (const introduction of introductions)
      for (const { party } of isPrivate(introduction) ? [] : introduction.parties)
        if (party.kind === 'body' && party.name.includes(' ')) standing.add(keyOf(party));
  for (const key of standing) sets.add(key);
  const isStanding = (key: string): boolean => standing.has(key);
  // Bodies with the country that stands before them.
  for (const [key, { of, party, forms }] of parties) {
    if (!isStanding(key) || party.kind === 'country') continue;
    // A court or a university is of a country and does not speak for it.
    if (party.kind === 'body' && APART.test(party.name)) continue;
    const [most, second] = [...of].toSorted((a, b) => b[1] - a[1]);
    const seen = [...forms.values()].reduce((sum, count) => sum + count, 0);
    const often =
      most && most[1] >= (party.kind === 'body' && party.name.includes(' ') ? Math.min(2, seen / 2) : 2);
    if (most && often && (!second || most[1] >= FAR_MORE * second[1])) sets.join(`country:${most[0]}`, key);
  }
  joinNames({ parties, words }, standing, sets);
  const places = findPlaces(words, isStanding);
  for (const [word, place] of places) {
    if (!parties.has(`body:${word}`)) continue;
    standing.add(`body:${word}`);
    sets.join(place, `body:${word}`);
  }
  // One person's parties; strongest evidence first.
  const official = people.map((person) => {
    const counted = new Map<string, number>();
    for (const introduction of person.introductions) {
      if (isPrivate(introduction)) continue;
      introduction.parties.forEach(({ party, of }, i) => {
        const key = keyOf(party);
        const weight = introduction.indefinite ? 0.3 : 1;
        if ((isStanding(key) || party.kind === 'person') && i < 3)
          counted.set(key, (counted.get(key) ?? 0) + weight);
        if (of) counted.set(`country:${of.code}`, (counted.get(`country:${of.code}`) ?? 0) + weight);
      });
    }
    return { person, counted };
  });
  for (const { person, counted } of official) {
    keepStrongest(
      counted,
      person.introductions.some(({ party }) => party !== null),
    );
    const [first, ...others] = [...counted]
      .filter(([key]) => !key.startsWith('person:'))
      .toSorted((a, b) => b[1] - a[1]);
    for (const [key, weight] of others)
      if (first && (weight >= 2 || (weight >= 1 && (key.includes(' ') || key.startsWith('noun:')))))
        sets.join(first[0], key);
  }
  // Whoever speaks for a person speaks for whom that person does.
  const partyOf = new Map<string, string>();
  for (const { person, counted } of official) {
    const [first] = [...counted].toSorted((a, b) => b[1] - a[1]);
    if (first) partyOf.set(person.name, first[0]);
  }
  const rootOf = (name: string, depth = 0): string | null => {
    const key = partyOf.get(name);
    if (key === undefined) return null;
    const boss = people.find((one) => keyOf({ kind: 'person', name: one.name }) === key);
    if (!boss || boss.name === name || depth > 3) return sets.find(key);
    return rootOf(boss.name, depth + 1) ?? key;
  };
  const roots = new Map<string, string>();
  for (const { person } of official) {
    const root = rootOf(person.name);
    if (root !== null) roots.set(person.name, root);
  }
  // Whose staff speak is a side with them; with a president, they are the country's.
  const withStaff = (isFor: (person: FoundPerson) => boolean): void => {
    for (const { person } of official) {
      const own = keyOf({ kind: 'person', name: person.name });
      const staff = [...roots].flatMap(([name, root]) => (root === own ? [name] : []));
      if (staff.length === 0 || !isFor(person)) continue;
      const root = roots.get(person.name) ?? own;
      for (const name of [person.name, ...staff]) roots.set(name, root);
    }
  };
  withStaff((person) => !isHead(person));
  byOfficeAlone(people, words, roots, isStanding, places);
  withStaff(isHead);
  // Who is quoted so much, in several articles or a politician, and is nobody's expert, is a side.
  for (const { name, statements, asks, articles, introductions } of people)
    if (
      !roots.has(name) &&
      statements >= OWN_STATEMENTS &&
      (articles.size > 1 || introductions.some(isPolitician))
    )
      if (
        3 * asks < statements &&
        introductions.every(isOfPublicLife) &&
        introductions.every((one) => isOfNobody(one) || isPrivate(one))
      )
        roots.set(name, keyOf({ kind: 'person', name }));
  return collectSides(people, parties, standing, sets, roots);
}

/**
 * A member of a parliament speaks for the party whose letter stands behind the name, in any office but a country's; else
 * what is told more often counts ("the Republican mayor"), and the parliament less than the party.
 */
function keepStrongest(counted: Map<string, number>, hasLetter: boolean): void {
  const keys = [...counted.keys()];
  const countries = keys.filter((key) => key.startsWith('country:') && !isLetter(key));
  const letters = keys.filter((key) => LETTERS.includes(key));
  const others = keys.filter((key) => !isLetter(key));
  const most = (among: readonly string[]): number =>
    Math.max(0, ...among.map((key) => counted.get(key) ?? 0));
  const isMember = hasLetter ? countries.length === 0 : most(letters) > most(others);
  const best = isMember || others.length === 0 ? letters : others;
  if (best.length > 0) for (const key of keys) if (!best.includes(key)) counted.delete(key);
}

function collectSides(
  people: Gathered['people'],
  parties: Gathered['parties'],
  standing: ReadonlySet<string>,
  sets: PartySets,
  roots: ReadonlyMap<string, string>,
): Joined {
  const groups = new Map<string, { keys: Set<string>; people: string[]; statements: number }>();
  const groupOf = (root: string): { keys: Set<string>; people: string[]; statements: number } => {
    const known = groups.get(root) ?? { keys: new Set([root]), people: [], statements: 0 };
    groups.set(root, known);
    return known;
  };
  for (const key of standing) {
    if (key.startsWith('person:')) continue;
    const group = groupOf(sets.find(key));
    group.keys.add(key);
    group.statements += parties.get(key)?.statements ?? 0;
  }
  for (const { name, statements } of people) {
    const root = roots.get(name);
    if (root === undefined) continue;
    const group = groupOf(sets.find(root));
    group.people.push(name);
    group.statements += statements;
  }
  const order = [...groups.values()].toSorted((a, b) => b.statements - a.statements);
  const sides = order.map((group): JoinedParty => {
    const found = [...group.keys].flatMap((key) => parties.get(key) ?? []);
    const [country = null] = [...group.keys].flatMap((key) =>
      key.startsWith('country:') ? (countryOf(key.slice('country:'.length)) ?? []) : [],
    );
    return { ...group, parties: found, country };
  });
  return { sides, roots };
}
