import type { Actor } from '../domain/actor.ts';
import { pronounOfGiven } from '../text/words/given-names.ts';
import { isEnglishWord } from '../text/words/english-words.ts';
import { editDistance } from '../text/words/likeness.ts';
import type { Term } from '../text/words/words.ts';
import type { FindRoles } from './roles/find-roles.ts';
import { loudest, partsOf } from './speakers/group-speakers.ts';
import { actorNames, type Mention, type Names } from './name-patterns.ts';
import type { RepairNames } from './repair-names.ts';

/**
 * Whom a text mentions, by name, misspelt name or role, in its order, disjoint. Without `isWord`, which tells the words of
 * the articles, nothing counts as misspelt.
 */
export type MentionsIn = (terms: readonly Term[], isWord?: (word: string) => boolean) => Mention[];

/** How people are addressed. */
export const HONORIFIC = /^(?:mr|mrs|ms|mx|dr|prof|sir|madam|gen|sen|rep|gov)$/i;

/** By where they start. */
export function inOrder(mentions: readonly Mention[]): Mention[] {
  return mentions.toSorted((a, b) => a.start - b.start);
}

type Place = Pick<Mention, 'start' | 'end'>;

/** Whether the two share a term. */
export const meets = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;

const isCapital = (term: Term | undefined): boolean => /^\p{Lu}/u.test(term?.word ?? '');

/** Somebody by the one term at `i`. */
function byOneWord({ name, side }: Actor, i: number, how: Mention['how']): Mention {
  return { party: { kind: 'actor', id: name, side }, start: i, end: i + 1, adjective: false, how };
}

/** The given name that stands before a surname, in lower case; null where there is none. */
const givenOf = (name: string): string | null => {
  const [given, ...others] = name.toLowerCase().split(' ');
  return given !== undefined && given.length >= LEAST_GIVEN && others.length > 0 ? given : null;
};

/** A shorter one is an initial. */
const LEAST_GIVEN = 3;
/** With a letter wrong, a shorter one may be any name. */
const LEAST_MISSPELT = 5;

/**
 * Whom each given name stands for: who has it alone, or speaks far more often than others of that name.
 *
 * @param statements how often somebody speaks, by name
 */
function givenNames(
  people: readonly Actor[],
  statements: (name: string) => number,
): ReadonlyMap<string, Actor> {
  const called = new Map<string, { actor: Actor; statements: number }[]>();
  for (const actor of people) {
    if (partsOf(actor.name).length > 0) continue;
    const own = new Set([actor.name, ...actor.aliases].flatMap((name) => givenOf(name) ?? []));
    for (const given of own)
      called.set(given, [...(called.get(given) ?? []), { actor, statements: statements(actor.name) }]);
  }
  return new Map(
    [...called].flatMap(([given, among]) => {
      const meant = loudest(among);
      return meant ? [[given, meant.actor] as const] : [];
    }),
  );
}

/**
 * @param actors everybody who can be asked for
 * @param statements how often somebody speaks, by name
 */
export function createMentionsIn(
  actors: readonly Actor[],
  names: Names,
  findRoles: FindRoles,
  repairNames: RepairNames,
  statements: (name: string) => number,
): MentionsIn {
  const people = new Map(actors.filter(({ kind }) => kind === 'person').map((actor) => [actor.name, actor]));
  const byGiven = givenNames([...people.values()], statements);

  /** "bernie", where one Bernie speaks, and no other name stands beside it. */
  function byGivenName(terms: readonly Term[], isTaken: (i: number) => boolean): Mention[] {
    const isPlain = (i: number): boolean => {
      const term = terms[i];
      return term === undefined || (!isTaken(i) && (!term.content || isEnglishWord(term.word.toLowerCase())));
    };
    return terms.flatMap((term, i): Mention[] => {
      const lower = term.word.toLowerCase();
      // "hillarys pledge": an apostrophe left out.
      const actor = byGiven.get(lower) ?? (lower.endsWith('s') ? byGiven.get(lower.slice(0, -1)) : undefined);
      const isName = isCapital(term) || !isEnglishWord(lower);
      if (!actor || !isName || isTaken(i) || !isPlain(i + 1) || isCapital(terms[i + 1])) return [];
      return [byOneWord(actor, i, 'given')];
    });
  }

  /** "hilary", where one Hillary speaks: a given name with a letter wrong, which is no word and stands beside no name. */
  function byMisspeltGivenName(
    terms: readonly Term[],
    isTaken: (i: number) => boolean,
    isWord: (word: string) => boolean,
  ): Mention[] {
    return terms.flatMap((term, i): Mention[] => {
      const lower = term.word.toLowerCase();
      if (lower.length < LEAST_MISSPELT || isTaken(i) || isTaken(i - 1) || isTaken(i + 1)) return [];
      if (isWord(lower) || isEnglishWord(lower) || isCapital(terms[i + 1])) return [];
      const near = [...byGiven]
        .filter(([given]) => Math.abs(given.length - lower.length) <= 1 && editDistance(given, lower) === 1)
        .map(([, actor]) => actor);
      const actor = loudest(near.map((one) => ({ actor: one, statements: statements(one.name) })))?.actor;
      if (!actor) return [];
      return [byOneWord(actor, i, 'repaired')];
    });
  }

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
    if (
      at === 0 ||
      HONORIFIC.test(before.word) ||
      !isCapital(before) ||
      !isCapital(terms[mention.start]) ||
      // "Bill Roe": a name that is a word, too.
      (isEnglishWord(given) && pronounOfGiven(given) === null)
    )
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
    const givens = isWord
      ? byGivenName(terms, (i) => spelled.some(({ start, end }) => start <= i && i < end))
      : [];
    const sure = inOrder([...spelled, ...givens]);
    const repaired = isWord ? repairNames(terms, sure, isWord) : [];
    let all = inOrder([...sure.filter((one) => !repaired.some((whole) => meets(whole, one))), ...repaired]);
    const isNamed = (i: number): boolean => all.some(({ start, end }) => start <= i && i < end);
    if (isWord) all = inOrder([...all, ...byMisspeltGivenName(terms, isNamed, isWord)]);
    const isTaken = (i: number): boolean => all.some(({ start, end }) => start <= i && i < end);
    const named = all.map((mention) => withGivenName(terms, mention, isTaken));
    const byRole = findRoles(terms, named);
    return inOrder([...named.filter((one) => !byRole.some((role) => meets(role, one))), ...byRole]);
  };
}
