import type { Actor } from '../domain/actor.ts';
import { isEnglishWord } from '../text/english-words.ts';
import { editDistance } from '../text/likeness.ts';
import type { Term } from '../text/words.ts';
import type { FindRoles } from './find-roles.ts';
import { actorNames, type Mention, type Names } from './name-patterns.ts';
import type { RepairNames } from './repair-names.ts';

/**
 * Whom a text mentions, by name, misspelt name or role, in its order, disjoint. Without `isWord`, which tells the words of
 * the articles, nothing counts as misspelt.
 */
export type MentionsIn = (terms: readonly Term[], isWord?: (word: string) => boolean) => Mention[];

/** By where they start. */
export function inOrder(mentions: readonly Mention[]): Mention[] {
  return mentions.toSorted((a, b) => a.start - b.start);
}

/** Whether the two share a term. */
export const meets = (a: Mention, b: Mention): boolean => a.start < b.end && b.start < a.end;

const isCapital = (term: Term | undefined): boolean => /^\p{Lu}/u.test(term?.word ?? '');

/**
 * @param actors everybody who can be asked for
 */
export function createMentionsIn(
  actors: readonly Actor[],
  names: Names,
  findRoles: FindRoles,
  repairNames: RepairNames,
): MentionsIn {
  const people = new Map(actors.filter(({ kind }) => kind === 'person').map((actor) => [actor.name, actor]));

  /** A surname with another given name before it is somebody else's: "Frank Lewis" is no Karen Lewis. */
  function withGivenName(terms: readonly Term[], mention: Mention, isTaken: (i: number) => boolean): Mention {
    const actor = mention.party.kind === 'actor' ? people.get(mention.party.id) : undefined;
    const at = mention.start - 1;
    const before = terms[at];
    const given = before?.word.toLowerCase() ?? '';
    if (!actor || !before || mention.end - mention.start > 1 || isTaken(at) || !before.content)
      return mention;
    const own = actorNames(actor).flatMap((name) =>
      name
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .slice(0, -1),
    );
    if (own.some((name) => name !== '' && (name.startsWith(given) || editDistance(name, given) <= 2)))
      return { ...mention, start: at };
    if (at === 0 || !isCapital(before) || !isCapital(terms[mention.start]) || isEnglishWord(given))
      return mention;
    return {
      party: { kind: 'unknown', id: `${before.word} ${terms[mention.start]?.word ?? ''}` },
      start: at,
      end: mention.end,
      adjective: false,
    };
  }

  return (terms, isWord) => {
    const spelled = names.mentions(terms);
    const repaired = isWord ? repairNames(terms, spelled, isWord) : [];
    const all = inOrder([...spelled, ...repaired]);
    const isTaken = (i: number): boolean => all.some(({ start, end }) => start <= i && i < end);
    const named = all.map((mention) => withGivenName(terms, mention, isTaken));
    const byRole = findRoles(terms, named);
    return inOrder([...named.filter((one) => !byRole.some((role) => meets(role, one))), ...byRole]);
  };
}
