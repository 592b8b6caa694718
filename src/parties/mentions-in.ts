import type { Actor } from '../domain/actor.ts';
import { surnameOf } from '../domain/name.ts';
import type { Mention, Names } from './name-patterns.ts';
import { editDistance } from '../text/likeness.ts';
import type { FindRoles } from './find-roles.ts';
import type { Term } from '../text/words.ts';

/** Whom a question mentions, by name or by role, in its order, disjoint. */
export type MentionsIn = (terms: readonly Term[]) => Mention[];

/** By where they start. */
export function inOrder(mentions: readonly Mention[]): Mention[] {
  return mentions.toSorted((a, b) => a.start - b.start);
}

/** Whether the two share a term. */
export const meets = (a: Mention, b: Mention): boolean => a.start < b.end && b.start < a.end;

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
