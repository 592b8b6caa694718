import type { Actor, Actors, Side } from '../domain/actor.ts';
import { sideNames, surnameOf } from '../domain/name.ts';
import { foldName } from '../text/fold.ts';
import { readTerms, type Term } from '../text/words/words.ts';
import { loudest, partsOf } from './speakers/group-speakers.ts';

/** Somebody who can be asked for: a side, or an actor by canonical name. */
export type Party =
  | { readonly kind: 'side'; readonly id: string }
  | { readonly kind: 'actor'; readonly id: string; readonly side: string | null }
  /** Who speaks without being known by a name: the id is the question's words, which sources of statements have. */
  | { readonly kind: 'source'; readonly id: string }
  /** Whom a question names or describes, and no article does; the id is the question's words. */
  | { readonly kind: 'unknown'; readonly id: string };

/** Where a text names a party: terms `[start, end)`. */
export interface Mention {
  readonly party: Party;
  readonly start: number;
  readonly end: number;
  /** Named by an adjective ("American"), which may belong to any noun. */
  readonly adjective: boolean;
  /** How many of its last terms say more than the name: "delegation" of "American delegation". */
  readonly kept?: number;
  /**
   * By a name of theirs where absent; by an office that they hold; by a name with wrong letters; by the given name alone; by
   * a name that others have, too, who speak far less.
   */
  readonly how?: 'role' | 'repaired' | 'given' | 'shared';
}

interface Pattern {
  readonly stems: readonly string[];
  readonly party: Party;
  readonly isShared: boolean;
  readonly adjective: boolean;
  readonly kept: number;
}

/** Recognises the sides and actors of a collection in texts, by every name that they go by. */
export interface Names {
  /** In the order of the text, disjoint; of names that start together the longest counts. */
  mentions(terms: readonly Term[]): Mention[];
  /**
   * The terms with each mention become one content term whose stem is the party's mark; what a mention keeps follows it.
   *
   * @param mentions in the terms' order, disjoint; usually those that this finds
   */
  mark(terms: readonly Term[], mentions?: readonly Mention[]): Term[];
  /** Every name of the party that has that mark. */
  namesOf(mark: string): readonly string[];
}

/** How the mark of a party begins: no stem does. */
export const MARK = '@';

/** What stands for a party among stems. */
export function markOf(party: Party): string {
  return `${MARK}${party.kind}:${party.id}`;
}

/** Everything that `side` is called, as whole names and as adjectives. */
function sidePatterns(side: Side): [string, boolean][] {
  const adjectives = new Set(side.adjectives.map((word) => word.toLowerCase()));
  const names = [...new Set(sideNames(side))];
  return names.map((name) => [name, adjectives.has(name.toLowerCase())]);
}

/** Words in lower case behind another name of the side are no part of a name: "delegation" of "American delegation". */
function keptOf(name: string, names: readonly string[]): number {
  const words = name.split(' ');
  const shorter = names.filter((other) => other !== name && name.startsWith(`${other} `));
  const length = Math.max(0, ...shorter.map((other) => other.split(' ').length));
  const rest = words.slice(length);
  return length > 0 && rest.every((word) => /^\p{Ll}/u.test(word) && word !== 'of') ? rest.length : 0;
}

/** All that somebody is called: a person by surname, too. */
export function actorNames(actor: Actor): string[] {
  const names = [actor.name, ...actor.aliases];
  // "Ann Other and Bob Else" has no surname.
  const single = names.filter((name) => partsOf(name).length === 0);
  return [...new Set(actor.kind === 'person' ? [...names, ...single.map(surnameOf)] : names)];
}

/** Whom each name stands for that several have: who speaks far more often than the others; null where nobody does. */
function ownersOfShared(
  among: readonly Actor[],
  statements: (name: string) => number,
): ReadonlyMap<string, Actor | null> {
  const called = new Map<string, { actor: Actor; statements: number }[]>();
  for (const actor of among)
    for (const name of actorNames(actor))
      called.set(name, [...(called.get(name) ?? []), { actor, statements: statements(actor.name) }]);
  return new Map(
    [...called].flatMap(([name, owners]) => {
      if (owners.length < 2) return [];
      const meant = loudest(owners);
      return [[name, meant && meant.statements > 0 ? meant.actor : null] as const];
    }),
  );
}

/**
 * @param actors who is known; a name that two of them share stands for who speaks far more often, else for neither
 * @param unlisted people known from the articles alone, who give way to the others in names that both have
 * @param statements how often somebody speaks, by name
 */
export function createNames(
  actors: Actors,
  unlisted: readonly Actor[] = [],
  statements: (name: string) => number = () => 0,
): Names {
  const byFirst = new Map<string, Pattern[]>();
  const called = new Map<string, string[]>();

  function add(name: string, party: Party, adjective: boolean, kept = 0, isShared = false): void {
    const stems = readTerms(name).map((term) => term.stem);
    const [first] = stems;
    if (first === undefined) return;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { stems, party, isShared, adjective, kept }]);
    const mark = markOf(party);
    called.set(mark, [...(called.get(mark) ?? []), name]);
  }
  // "Norland" is the side's, whatever bank or union is called after it.
  const taken = new Set(
    [...actors.actors.flatMap(actorNames), ...actors.sides.flatMap(sideNames)].map(foldName),
  );
  for (const [among, free] of [
    [actors.actors, (): boolean => true],
    [unlisted, (name: string): boolean => !taken.has(foldName(name))],
  ] as const) {
    const owners = ownersOfShared(among, statements);
    for (const actor of among) {
      const party: Party = { kind: 'actor', id: actor.name, side: actor.side };
      for (const name of actorNames(actor)) {
        const owner = owners.get(name);
        if ((owner === undefined || owner === actor) && free(name))
          add(name, party, false, 0, owner !== undefined);
      }
    }
  }
  for (const side of actors.sides) {
    const all = sideNames(side);
    for (const [name, adjective] of sidePatterns(side))
      add(name, { kind: 'side', id: side.id }, adjective, keptOf(name, all));
  }
  for (const patterns of byFirst.values()) patterns.sort((a, b) => b.stems.length - a.stems.length);

  function mentions(terms: readonly Term[]): Mention[] {
    const found: Mention[] = [];
    for (let start = 0; start < terms.length; start++) {
      const pattern = byFirst
        .get(terms[start]?.stem ?? '')
        ?.find(({ stems }) => stems.every((stem, k) => terms[start + k]?.stem === stem));
      if (!pattern) continue;
      const end = start + pattern.stems.length;
      const { party, isShared, adjective, kept } = pattern;
      found.push({ party, start, end, adjective, kept, ...(isShared && { how: 'shared' as const }) });
      start = end - 1;
    }
    return found;
  }

  return {
    mentions,
    mark(terms, found = mentions(terms)) {
      const marked: Term[] = [];
      let from = 0;
      for (const { party, start, end: last, kept = 0 } of found) {
        marked.push(...terms.slice(from, start));
        const end = last - kept;
        const named = terms.slice(start, end);
        const join = (part: 'word' | 'plain'): string => named.map((term) => term[part]).join(' ');
        marked.push({ word: join('word'), stem: markOf(party), plain: join('plain'), content: true });
        from = end;
      }
      return [...marked, ...terms.slice(from)];
    },
    namesOf: (mark) => called.get(mark) ?? [],
  };
}
