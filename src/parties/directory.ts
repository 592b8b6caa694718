import type { Actor, Actors } from '../domain/actor.ts';
import type { Store, StoredStatement } from '../store/ports.ts';
import { readSources } from './descriptions.ts';
import { sideNames } from '../domain/name.ts';
import { readTerms } from '../text/words.ts';
import { actorNames, createNames, type Names } from './name-patterns.ts';
import { createRepairNames, type KnownName } from './repair-names.ts';
import { createMentionsIn, type MentionsIn } from './mentions-in.ts';
import { createFindRoles } from './find-roles.ts';

/** Everybody who can be asked for: the collection's actors and who else has a statement. */
export interface Directory {
  readonly actors: Actors;
  readonly names: Names;
  readonly mentionsIn: MentionsIn;
  /** Whether the stem stands in the source of any statement; of articles without statements nothing is known. */
  readonly speaks: (stem: string) => boolean;
  /** Who speaks as one of a body, by what the articles call them: "Ann Other of Riders' Voice" is heard as Riders' Voice. */
  readonly speakersOf: (body: string) => readonly string[];
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
}

function tallySpeakers(statements: readonly StoredStatement[]): Map<string, Tally> {
  const tallies = new Map<
    string,
    { statements: number; articles: Set<string>; sides: Map<string, number>; isBody: boolean }
  >();
  for (const { speaker, speakerKind, side, article } of statements) {
    if (speaker === null) continue;
    const tally = tallies.get(speaker) ?? {
      statements: 0,
      articles: new Set(),
      sides: new Map(),
      isBody: false,
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
  return [...tallies].flatMap(([name, { sides, isBody }]): Actor[] => {
    if (known.has(name)) return [];
    const side = [...sides].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
    // "Thomas Graham and Rajan Menon" are asked for one by one, too.
    const together = name.split(' and ').filter((one) => one !== name && !known.has(one));
    return [{ name, side, role: null, kind: isBody ? 'body' : 'person', pronoun: null, aliases: together }];
  });
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

/** Reads the directory anew only when an article has changed: it looks at every statement. */
export function createDirectory({ store, actors }: DirectoryDependencies): () => Promise<Directory> {
  let revision: number | null = null;
  let directory: Promise<Directory> | null = null;

  async function read(): Promise<Directory> {
    const statements = await store.statements();
    const tallies = tallySpeakers(statements);
    const others = unlisted(tallies, actors.actors);
    const all = { sides: actors.sides, actors: [...actors.actors, ...others] };
    const said = [...tallies].map(
      ([name, tally]) => [name, { statements: tally.statements, articles: tally.articles.size }] as const,
    );
    const names = createNames(actors, others);
    const { descriptions, stems, beside } = await readSources(store, statements);
    const findRoles = createFindRoles(all.actors, descriptions, new Set(tallies.keys()), names);
    return {
      actors: all,
      names,
      mentionsIn: createMentionsIn(all.actors, names, findRoles, createRepairNames(knownNames(all, tallies))),
      speaks: (stem) => stems.size === 0 || stems.has(stem),
      speakersOf(body) {
        const words = ` ${readTerms(body)
          .map(({ stem }) => stem)
          .join(' ')} `;
        return [...beside].flatMap(([speaker, sources]) =>
          speaker !== body && [...sources].some((source) => source.includes(words)) ? [speaker] : [],
        );
      },
      sidesHeard: new Set(statements.flatMap(({ side }) => (side === null ? [] : [side]))),
      said: new Map(said),
    };
  }

  return async () => {
    const now = await store.revision();
    if (directory === null || now !== revision) {
      revision = now;
      directory = read();
      // A failed reading is not kept.
      directory.catch(() => (directory = null));
    }
    return directory;
  };
}
