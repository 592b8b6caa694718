import { capitalised } from '../text/fold.ts';
import type { Actor, Side } from '../domain/actor.ts';
import type { Country } from '../parties/list-countries.ts';
import type { Proposed } from './drafted.ts';
import type { Gathered } from './speakers/gather-speakers.ts';
import type { JoinedParty } from './speakers/join-parties.ts';
import { isLetters, keyOf } from './speakers/read-party.ts';

const countOf = (forms: ReadonlyMap<string, number>): number =>
  [...forms.values()].reduce((sum, n) => sum + n, 0);

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

/** A side as it would stand in `actors.yaml`; its id is none of `ids`, and is added to them. */
export function draftSide(joined: JoinedParty, called: Gathered['called'], ids: Set<string>): Proposed<Side> {
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
export function draftBodies(
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
