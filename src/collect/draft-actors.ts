import type { Actor, Side } from '../domain/actor.ts';
import { draftPerson, sameUnderOtherNames } from './draft-person.ts';
import { draftBodies, draftSide } from './draft-side.ts';
import type { Proposed } from './drafted.ts';
import type { FoundPerson, Gathered } from './speakers/gather-speakers.ts';
import { OWN_STATEMENTS, type Joined, type JoinedParty } from './speakers/join-parties.ts';
import { keyOf } from './speakers/read-party.ts';
import { countryOf } from '../parties/read-country.ts';

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
