import type { Actor, Actors } from '../../domain/actor.ts';
import { sideNames } from '../../domain/name.ts';
import { actorNames } from '../name-patterns.ts';
import type { KnownName } from '../repair-names.ts';
import { beginsLike, groupSpeakers, isFragment, partsOf, surnamesOf } from './group-speakers.ts';
import type { Spoken } from './keep-statements.ts';

/** What one speaker says in all. */
export interface Tally {
  readonly statements: number;
  readonly articles: ReadonlySet<string>;
  readonly sides: ReadonlyMap<string, number>;
  readonly isBody: boolean;
  /** As the store has them. */
  readonly names: readonly string[];
}

/** By the speaker's name in the store. */
export function tallySpeakers(statements: readonly Spoken[]): Map<string, Tally> {
  const tallies = new Map<
    string,
    {
      statements: number;
      articles: Set<string>;
      sides: Map<string, number>;
      isBody: boolean;
      names: string[];
    }
  >();
  for (const { speaker, speakerKind, side, article } of statements) {
    if (speaker === null) continue;
    const tally = tallies.get(speaker) ?? {
      statements: 0,
      articles: new Set(),
      sides: new Map(),
      isBody: false,
      names: [speaker],
    };
    tallies.set(speaker, tally);
    tally.statements++;
    if (speakerKind === 'body') tally.isBody = true;
    tally.articles.add(article);
    if (side !== null) tally.sides.set(side, (tally.sides.get(side) ?? 0) + 1);
  }
  return tallies;
}

/** Speakers whom the articles name and `actors.yaml` does not, with the side that most of their statements give. */
export function unlisted(tallies: ReadonlyMap<string, Tally>, listed: readonly Actor[]): Actor[] {
  const known = new Set(listed.map((actor) => actor.name));
  const surnames = surnamesOf([...tallies.keys()]);
  return [...tallies].flatMap(([name, { sides, isBody, names, statements }]): Actor[] => {
    if (known.has(name)) return [];
    const side = [...sides].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
    // "Thomas Graham and Rajan Menon" are asked for one by one, too.
    const together = partsOf(name).filter((one) => !known.has(one) && !tallies.has(one));
    const aliases = [...names.filter((other) => other !== name && !beginsLike(other, name)), ...together];
    const kind = isBody || isFragment({ name, statements }, surnames) ? 'body' : 'person';
    return [{ name, side, role: null, kind, pronoun: null, aliases }];
  });
}

/** The tallies with those put together who are the same person. */
export function gathered(tallies: ReadonlyMap<string, Tally>, listed: readonly Actor[]): Map<string, Tally> {
  const known = new Set(listed.map((actor) => actor.name));
  const unknown = [...tallies].filter(([name]) => !known.has(name));
  const meant = groupSpeakers(
    unknown.map(([name, { statements, isBody }]) => ({ name, statements, isBody })),
  );
  const together = new Map<string, Tally>();
  for (const [name, tally] of tallies) {
    const id = meant.get(name) ?? name;
    const before = together.get(id);
    if (!before) {
      together.set(id, tally);
      continue;
    }
    const sides = new Map(before.sides);
    for (const [side, count] of tally.sides) sides.set(side, (sides.get(side) ?? 0) + count);
    together.set(id, {
      statements: before.statements + tally.statements,
      articles: new Set([...before.articles, ...tally.articles]),
      sides,
      isBody: before.isBody || tally.isBody,
      names: [...before.names, ...tally.names],
    });
  }
  return together;
}

/** Every name by which somebody can be asked for. */
export function knownNames({ sides, actors }: Actors, tallies: ReadonlyMap<string, Tally>): KnownName[] {
  const ofActors = actors.flatMap((actor) =>
    actorNames(actor).map((name): KnownName => ({
      name,
      party: { kind: 'actor', id: actor.name, side: actor.side },
      adjective: false,
      statements: tallies.get(actor.name)?.statements ?? 0,
    })),
  );
  const ofSides = sides.flatMap((side) =>
    [...new Set(sideNames(side))].map((name): KnownName => ({
      name,
      party: { kind: 'side', id: side.id },
      adjective: side.adjectives.includes(name),
      statements: [...tallies.values()].reduce((sum, { sides: of }) => sum + (of.get(side.id) ?? 0), 0),
    })),
  );
  return [...ofActors, ...ofSides];
}
