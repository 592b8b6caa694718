import { capitalised } from '../text/fold.ts';
import type { Actor, Side } from '../domain/actor.ts';
import { draftPerson, sameUnderOtherNames } from './draft-person.ts';
import type { Proposed } from './drafted.ts';
import type { FoundPerson, Gathered } from './speakers/gather-speakers.ts';
import { OWN_STATEMENTS, type Joined, type JoinedParty } from './speakers/join-parties.ts';
import { keyOf } from './speakers/read-party.ts';
import { countryOf, type Country } from '../parties/read-country.ts';

/** Fewer statements, by fewer people, and nobody would call it a side. */
const LEAST_STATEMENTS = 3;
const MOST_SIDES = 12;
/** Of whom nobody knows the side, those are worth a line who say so much. */
const LEAST_UNSIDED = 2;

/** Sides and people as they would stand in `actors.yaml`, the most quoted first. */
export function draftActors(
  gathered: Gathered,
  joined: Joined,
): { sides: Proposed<Side>[]; actors: Proposed<Actor>[] } {
  const chosen = withCongress(joined.sides, gathered.people).filter(isSide).slice(0, MOST_SIDES);
  const ids = new Set<string>();
  const sides = chosen.map((joinedParty) => ({
    joinedParty,
    proposed: draftSide(joinedParty, gathered.called, ids),
  }));
  const sideOf = new Map(
    sides.flatMap(({ joinedParty, proposed }) =>
      joinedParty.people.map((name) => [name, proposed.value.id] as const),
    ),
  );
  const bodies = sides.flatMap(({ joinedParty, proposed }) =>
    draftBodies(joinedParty, gathered.called, proposed.value.id),
  );
  const people = sameUnderOtherNames(gathered.people, sideOf)
    .filter(({ name, statements }) => statements >= (sideOf.has(name) ? 1 : LEAST_UNSIDED))
    .toSorted((a, b) => b.statements - a.statements);
  const actors = [...people.map((person) => draftPerson(person, sideOf.get(person.name) ?? null)), ...bodies];
  return { sides: sides.map(({ proposed }) => proposed), actors: firstOfEachName(actors) };
}

/** A seat that speaks itself ("State Department") is found as a body, too; a table has each name once. */
function firstOfEachName(actors: readonly Proposed<Actor>[]): Proposed<Actor>[] {
  const byName = new Map(actors.toReversed().map((actor) => [actor.value.name, actor]));
  return actors.filter((actor) => byName.get(actor.value.name) === actor);
}

function isSide({ keys, statements, people, parties, country }: JoinedParty): boolean {
  if (people.some((name) => keys.has(keyOf({ kind: 'person', name }))) && statements >= OWN_STATEMENTS)
    return true;
  if (!country && people.length < 2 && !parties.some(({ party }) => party.kind !== 'person')) return false;
  const speaks = people.length + parties.filter((party) => party.statements > 0).length;
  if (country) return statements >= LEAST_STATEMENTS - 1;
  return (
    statements >= LEAST_STATEMENTS &&
    people.length > 0 &&
    speaks >= 1 &&
    parties.length > 0 &&
    !onlyNouns(parties, people)
  );
}

/** "the group", of which one person speaks, may be any. */
const onlyNouns = (parties: JoinedParty['parties'], people: readonly string[]): boolean =>
  people.length < 2 &&
  parties.every(
    ({ party, statements }) =>
      party.kind === 'noun' && statements === 0 && !/^(?:state|city)$/.test(party.name),
  );

/** Members of both parties, and who is only said to sit there. */
const PARLIAMENT = new Set(['Republicans', 'Democrats', 'Congress']);
/** Countries that say so many times as much make it a negotiation of countries. */
const FAR_MORE = 3;

const isLetter = ({ country }: JoinedParty): boolean => PARLIAMENT.has(country?.code ?? '');

/** Candidates, governors and spokesmen are of a party and sit in no parliament. */
const isMember = ({ introductions }: FoundPerson): boolean =>
  introductions.some(({ party, role }) => party !== null || /\b(?:sen|rep|senator|congress)/i.test(role));

/** In a negotiation of countries, members of both parties speak as their parliament. */
function withCongress(sides: readonly JoinedParty[], everybody: readonly FoundPerson[]): JoinedParty[] {
  const ofCountries = sides
    .filter((side) => side.country && !isLetter(side))
    .reduce((sum, { statements }) => sum + statements, 0);
  const sits = new Set(everybody.filter(isMember).map(({ name }) => name));
  const members = sides.filter((side) => isLetter(side) && side.people.every((name) => sits.has(name)));
  const ofMembers = members.reduce((sum, { statements }) => sum + statements, 0);
  const congress = countryOf('Congress');
  if (ofCountries < FAR_MORE * ofMembers || members.length === 0 || !congress) return [...sides];
  const joined: JoinedParty = {
    keys: new Set(members.flatMap(({ keys }) => [...keys])),
    parties: members.flatMap(({ parties }) => parties),
    country: congress,
    people: members.flatMap(({ people }) => people),
    statements: ofMembers,
  };
  return [...sides.filter((side) => !members.includes(side)), joined].toSorted(
    (a, b) => b.statements - a.statements,
  );
}

const countOf = (forms: ReadonlyMap<string, number>): number =>
  [...forms.values()].reduce((sum, n) => sum + n, 0);

const isLetters = (name: string): boolean => /^\p{Lu}[\p{Lu}.]{1,6}$/u.test(name);

/** What a side that is no country is called, the most frequent first of its kind. */
function namesOf({ parties }: JoinedParty): { bodies: string[]; nouns: string[]; letters: string[] } {
  const sorted = parties.toSorted(
    (a, b) => countOf(b.forms) + b.statements - countOf(a.forms) - a.statements,
  );
  const bodies = sorted.flatMap(({ party }) => (party.kind === 'body' ? [party.name] : []));
  return {
    bodies: bodies.filter((name) => !isLetters(name)),
    letters: bodies.filter(isLetters),
    nouns: sorted.flatMap(({ party, statements, forms }) =>
      party.kind === 'noun' && party.name.split(' ').length < 3 && (statements > 0 || countOf(forms) > 1)
        ? [party.name]
        : [],
    ),
  };
}

/** Whose staff speak for them. */
const headOf = ({ people, keys }: JoinedParty): string | undefined =>
  people.find((name) => keys.has(keyOf({ kind: 'person', name }))) ?? people[0];

function draftSide(joined: JoinedParty, called: Gathered['called'], ids: Set<string>): Proposed<Side> {
  const { country, people, parties, statements } = joined;
  const { bodies, nouns, letters } = namesOf(joined);
  const anyNoun = parties.flatMap(({ party }) => (party.kind === 'noun' ? [party.name] : []))[0];
  // By its head's name alone nothing would tell what the head says from what is said for them.
  const surname = headOf(joined)?.split(' ').at(-1);
  const isCamp = !country && (nouns[0] ?? bodies[0] ?? letters[0] ?? anyNoun) === undefined;
  const camp = isCamp && surname !== undefined ? `${surname} camp` : '';
  const label =
    country?.label ??
    bodies.find((name) => name.includes(' ')) ??
    capitalised(nouns[0] ?? bodies[0] ?? letters[0] ?? anyNoun ?? camp);
  const wanted = country
    ? shortName(country)
    : capitalised(nouns.find((name) => !name.includes(' ')) ?? letters[0] ?? bodies[0] ?? anyNoun ?? label);
  let id = wanted;
  for (let n = 2; ids.has(id); n++) id = `${wanted} ${n}`;
  ids.add(id);
  const used = country ? (called.get(country.code) ?? new Set<string>()) : new Set<string>();
  const isAdjective = (name: string): boolean => country?.adjectives.includes(name) ?? false;
  const own = country
    ? [...used].filter((name) => !isAdjective(name) && !(country.seats.includes(name) && name.includes(' ')))
    : [];
  const names = [
    ...new Set([
      ...own,
      ...letters,
      ...bodies.filter((name) => !name.includes(' ') || !country),
      ...nouns,
      ...(camp === '' ? [] : [`${surname} campaign`, `${surname} team`]),
    ]),
  ].filter((name) => name !== id && name !== label);
  const adjectives = country
    ? [...country.adjectives, ...country.names.filter((name) => /^\p{Lu}{2,4}$/u.test(name))]
    : nouns.filter((name) => !name.includes(' ')).slice(0, 3);
  const itself = parties.reduce((sum, party) => sum + party.statements, 0);
  const why = [
    `${statements} statements`,
    people.length > 0
      ? `by ${people.slice(0, 3).join(', ')}${people.length > 3 ? ` and ${people.length - 3} more` : ''}`
      : '',
    itself > 0 ? `${itself} of them by nobody named` : '',
  ];
  return { value: { id, label, names, adjectives }, why: why.filter(Boolean).join(', ') };
}

/** "US" and "EU" as they are written; other countries by their name. */
const shortName = ({ names, label }: Country): string =>
  names.find((name) => /^\p{Lu}{2,4}$/u.test(name) && name !== 'USA') ?? label;

/** The bodies of a side that have a name of their own. */
function draftBodies(
  { parties, country }: JoinedParty,
  called: Gathered['called'],
  side: string,
): Proposed<Actor>[] {
  const seats = country
    ? country.seats.filter((seat) => seat.includes(' ') && called.get(country.code)?.has(seat))
    : [];
  const bodies = parties.flatMap(({ party, statements, forms }) =>
    party.kind === 'body' && party.name.includes(' ')
      ? [{ name: party.name, count: Math.max(statements, countOf(forms)) }]
      : [],
  );
  return [
    ...bodies.map(({ name, count }) => [name, `named ${count} times with people of the side`] as const),
    ...seats.map((name) => [name, 'its seat'] as const),
  ].map(([name, why]) => ({
    value: { name, kind: 'body', side, role: null, pronoun: null, aliases: [] },
    why,
  }));
}
