import type { Actor } from '../domain/actor.ts';
import { surnameOf } from '../domain/name.ts';
import type { Mention, Names } from './names.ts';
import { asksForSpeech, AUXILIARIES } from './asked.ts';
import { editDistance } from './nearest.ts';
import type { Unit } from './query.ts';
import type { FindRoles } from './roles.ts';
import type { Term } from './terms.ts';

/** Whom a question mentions, by name or by role, in its order, disjoint. */
export type MentionsIn = (terms: readonly Term[]) => Mention[];

function inOrder(mentions: readonly Mention[]): Mention[] {
  return mentions.toSorted((a, b) => a.start - b.start);
}

const meets = (a: Mention, b: Mention): boolean => a.start < b.end && b.start < a.end;

/** Letters of a name from which on one, or two, may be wrong and it is still that name. */
const MISSPELLED = { one: 6, two: 9 } as const;

/** Finds people whose surname is misspelled; a name that is as near to two is neither's. */
function createFindMisspelled(people: readonly Actor[]): (term: Term) => Actor | null {
  const surnames = people.flatMap((actor) =>
    [...new Set([actor.name, ...actor.aliases].map((name) => surnameOf(name).toLowerCase()))].map(
      (surname) => ({ actor, surname }),
    ),
  );
  return ({ word }) => {
    const typed = word.toLowerCase();
    if (typed.length < MISSPELLED.one || !/^\p{Lu}/u.test(word)) return null;
    const wrong = typed.length < MISSPELLED.two ? 1 : 2;
    const near = surnames.filter(
      ({ surname }) => surname.length >= MISSPELLED.one && editDistance(typed, surname) <= wrong,
    );
    const [only, second] = new Set(near.map(({ actor }) => actor));
    return only && !second ? only : null;
  };
}

/** @param actors everybody who can be asked for */
export function createMentionsIn(actors: readonly Actor[], names: Names, findRoles: FindRoles): MentionsIn {
  const findMisspelled = createFindMisspelled(actors.filter(({ kind }) => kind === 'person'));
  const misspelled = (terms: readonly Term[], named: readonly Mention[]): Mention[] =>
    terms.flatMap((term, at): Mention[] => {
      const actor = findMisspelled(term);
      if (!actor || named.some(({ start, end }) => start <= at && at < end)) return [];
      const first = actor.name.split(' ')[0] ?? '';
      const start = terms[at - 1]?.word === first ? at - 1 : at;
      return [
        {
          party: { kind: 'actor', id: actor.name, side: actor.side },
          start,
          end: at + 1,
          adjective: false,
        },
      ];
    });
  return (terms) => {
    const spelled = names.mentions(terms);
    const named = inOrder([...spelled, ...misspelled(terms, spelled)]);
    const byRole = findRoles(terms, named);
    return inOrder([...named.filter((one) => !byRole.some((role) => meets(role, one))), ...byRole]);
  };
}

/**
 * The mentions with those added whose name no article has, or, of a question for something said, who says nothing.
 *
 * @param units of the question, with how often each stands in the articles
 * @param speaks whether the stem stands in the source of a statement
 */
export function withUnknownNames(
  terms: readonly Term[],
  mentions: readonly Mention[],
  units: readonly Pick<Unit, 'stem' | 'name' | 'frequency'>[],
  speaks: (stem: string) => boolean,
): Mention[] {
  const known = new Map(units.map((unit) => [unit.stem, unit]));
  const isFree = (i: number): boolean => !mentions.some(({ start, end }) => start <= i && i < end);
  const isCapital = (i: number): boolean => i > 0 && isFree(i) && /^\p{Lu}/u.test(terms[i]?.word ?? '');
  const someCapital = terms.some((_, i) => i > 0 && /^\p{Lu}/u.test(terms[i]?.word ?? ''));
  const forSpeech = asksForSpeech(terms);
  const isNameOfNobody = (i: number): boolean => {
    const unit = known.get(terms[i]?.stem ?? '');
    if (!unit || !isFree(i)) return false;
    // "The Geneva talks": a name behind "the" may belong to a thing.
    const ofThing = terms[i - 1]?.word.toLowerCase() === 'the';
    if (unit.name) return unit.frequency === 0 || (forSpeech && !ofThing && !speaks(unit.stem));
    // Typed without capitals: "what did macron say".
    const after = terms[i - 1]?.word.toLowerCase() ?? '';
    return !someCapital && unit.frequency === 0 && AUXILIARIES.has(after);
  };
  const found: Mention[] = [];
  for (let i = 0; i < terms.length; i++) {
    if (!isNameOfNobody(i)) continue;
    let start = i;
    let end = i + 1;
    while (isCapital(start - 1)) start--;
    while (isCapital(end)) end++;
    // The last of several names is the one that tells: an unheard-of first name is no other person.
    if (!isNameOfNobody(end - 1)) continue;
    const id = terms
      .slice(start, end)
      .map(({ word }) => word)
      .join(' ');
    found.push({ party: { kind: 'unknown', id }, start, end, adjective: false });
    i = end - 1;
  }
  return inOrder([...mentions, ...found.filter((one, k) => !found.slice(0, k).some((b) => meets(one, b)))]);
}
