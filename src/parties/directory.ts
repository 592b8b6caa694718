import type { Actor, Actors } from '../domain/actor.ts';
import { createTakeTurns } from '../take-turns.ts';
import type { Store } from '../store/ports.ts';
import { createReadSources } from './descriptions.ts';
import { keepCurrent, type Current } from './keep-current.ts';
import { createKeepStatements, type Spoken } from './keep-statements.ts';
import type { SourceWords } from './source-words.ts';
import { sideNames } from '../domain/name.ts';
import { readTerms } from '../text/words/words.ts';
import { actorNames, createNames, type Names } from './name-patterns.ts';
import { createRepairNames, type KnownName } from './repair-names.ts';
import { withSeats } from './read-country.ts';
import { createMentionsIn, type MentionsIn } from './mentions-in.ts';
import { createFindRoles } from './roles/find-roles.ts';
import { beginsLike, groupSpeakers, isFragment, partsOf, surnamesOf } from './group-speakers.ts';

/** Everybody who can be asked for: the collection's actors and who else has a statement. */
export interface Directory {
  readonly actors: Actors;
  readonly names: Names;
  readonly mentionsIn: MentionsIn;
  /** Whether the stem stands in the source of any statement; of articles without statements nothing is known. */
  readonly speaks: (stem: string) => boolean;
  /** Who speaks as one of a body, by what the articles call them: "Ann Other of Riders' Voice" is heard as Riders' Voice. */
  readonly speakersOf: (body: string) => readonly string[];
  /** Every name under which the store has what a speaker says: other spellings, and with whom they say it together. */
  readonly namesOf: (speaker: string) => readonly string[];
  /** Statements whose source has all the stems. */
  readonly saidBy: SourceWords['saidBy'];
  /** The sides for which anybody says anything. */
  readonly sidesHeard: ReadonlySet<string>;
  /** How much those have said who said anything. */
  readonly said: ReadonlyMap<string, { readonly statements: number; readonly articles: number }>;
}

interface Tally {
  readonly statements: number;
  readonly articles: ReadonlySet<string>;
  readonly sides: ReadonlyMap<string, number>;
  readonly isBody: boolean;
  /** As the store has them. */
  readonly names: readonly string[];
}

function tallySpeakers(statements: readonly Spoken[]): Map<string, Tally> {
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
function unlisted(tallies: ReadonlyMap<string, Tally>, listed: readonly Actor[]): Actor[] {
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
function gathered(tallies: ReadonlyMap<string, Tally>, listed: readonly Actor[]): Map<string, Tally> {
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
function knownNames({ sides, actors }: Actors, tallies: ReadonlyMap<string, Tally>): KnownName[] {
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

interface DirectoryDependencies {
  readonly store: Store;
  readonly actors: Actors;
}

/** Reads the directory anew only when an article has changed, which looks at every speaker. */
export function createDirectory({ store, actors }: DirectoryDependencies): Current<Directory> {
  const readSources = createReadSources(store);
  const keepStatements = createKeepStatements(store);

  async function read(): Promise<Directory> {
    const takeTurns = createTakeTurns();
    const statements = await keepStatements();
    await takeTurns();
    const tallies = gathered(tallySpeakers(statements), actors.actors);
    await takeTurns();
    const others = unlisted(tallies, actors.actors);
    const all = { sides: actors.sides, actors: [...actors.actors, ...others] };
    const said = [...tallies].map(
      ([name, tally]) => [name, { statements: tally.statements, articles: tally.articles.size }] as const,
    );
    const statementsOf = (name: string): number => tallies.get(name)?.statements ?? 0;
    const called = { ...actors, sides: withSeats(all) };
    const names = createNames(called, others, statementsOf);
    const owner = new Map(
      [...tallies].flatMap(([id, tally]) => tally.names.map((name) => [name, id] as const)),
    );
    const joint = [...tallies.keys()].filter((name) => partsOf(name).length > 0);
    const { descriptions, stems, beside, saidBy } = await readSources(
      statements,
      (name) => owner.get(name) ?? name,
    );
    await takeTurns();
    const findRoles = createFindRoles(all.actors, descriptions, new Set(tallies.keys()), names);
    return {
      actors: all,
      names,
      mentionsIn: createMentionsIn(
        all.actors,
        names,
        findRoles,
        createRepairNames(knownNames(all, tallies)),
        statementsOf,
      ),
      speaks: (stem) => stems.size === 0 || stems.has(stem),
      speakersOf(body) {
        const words = ` ${readTerms(body)
          .map(({ stem }) => stem)
          .join(' ')} `;
        return [...beside].flatMap(([speaker, sources]) =>
          speaker !== body && [...sources].some((source) => source.includes(words)) ? [speaker] : [],
        );
      },
      namesOf(speaker) {
        const own = tallies.get(speaker)?.names ?? [speaker];
        return [...own, ...joint.filter((name) => partsOf(name).some((part) => own.includes(part)))];
      },
      saidBy,
      sidesHeard: new Set(statements.flatMap(({ side }) => (side === null ? [] : [side]))),
      said: new Map(said),
    };
  }

  return keepCurrent(() => store.revision(), read);
}
