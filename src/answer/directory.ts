import type { Actor, Actors } from '../domain/actor.ts';
import type { Store, StoredStatement } from '../store/ports.ts';
import { createNames, type Names } from './names.ts';

/** Everybody who can be asked for: the collection's actors and who else has a statement. */
export interface Directory {
  readonly actors: Actors;
  readonly names: Names;
  /** How much those have said who said anything. */
  readonly said: ReadonlyMap<string, { readonly statements: number; readonly articles: number }>;
}

interface Tally {
  readonly statements: number;
  readonly articles: ReadonlySet<string>;
  readonly sides: ReadonlyMap<string, number>;
}

function tallySpeakers(statements: readonly StoredStatement[]): Map<string, Tally> {
  const tallies = new Map<
    string,
    { statements: number; articles: Set<string>; sides: Map<string, number> }
  >();
  for (const { speaker, side, article } of statements) {
    if (speaker === null) continue;
    const tally = tallies.get(speaker) ?? { statements: 0, articles: new Set(), sides: new Map() };
    tallies.set(speaker, tally);
    tally.statements++;
    tally.articles.add(article);
    if (side !== null) tally.sides.set(side, (tally.sides.get(side) ?? 0) + 1);
  }
  return tallies;
}

/** Speakers whom the articles name and `actors.yaml` does not, with the side that most of their statements give. */
function unlisted(tallies: ReadonlyMap<string, Tally>, listed: readonly Actor[]): Actor[] {
  const known = new Set(listed.map((actor) => actor.name));
  return [...tallies].flatMap(([name, { sides }]): Actor[] => {
    if (known.has(name)) return [];
    const side = [...sides].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
    return [{ name, side, role: null, kind: 'person', pronoun: null, aliases: [] }];
  });
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
    const tallies = tallySpeakers(await store.statements());
    const others = unlisted(tallies, actors.actors);
    const all = { sides: actors.sides, actors: [...actors.actors, ...others] };
    const said = [...tallies].map(
      ([name, { statements, articles }]) => [name, { statements, articles: articles.size }] as const,
    );
    return { actors: all, names: createNames(actors, others), said: new Map(said) };
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
