import type { Actor, Actors } from '../domain/actor.ts';
import type { Store, StoredStatement } from '../store/ports.ts';
import { createNames, type Names } from './names.ts';

/** Everybody who can be asked for: the collection's actors and who else has a statement. */
export interface Directory {
  readonly actors: Actors;
  readonly names: Names;
  readonly statementsOf: ReadonlyMap<string, readonly StoredStatement[]>;
}

/** The side that most of somebody's statements give; null where they give none. */
function usualSide(statements: readonly StoredStatement[]): string | null {
  const counts = new Map<string, number>();
  for (const { side } of statements) if (side !== null) counts.set(side, (counts.get(side) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Speakers whom the articles name and `actors.yaml` does not. */
function unlisted(statementsOf: Directory['statementsOf'], listed: readonly Actor[]): Actor[] {
  const known = new Set(listed.map((actor) => actor.name));
  return [...statementsOf].flatMap(([name, statements]): Actor[] =>
    known.has(name)
      ? []
      : [{ name, side: usualSide(statements), role: null, kind: 'person', pronoun: null, aliases: [] }],
  );
}

/** Reads the directory anew only when an article has changed: it looks at every statement. */
export function createDirectory({
  store,
  actors,
}: {
  readonly store: Store;
  readonly actors: Actors;
}): () => Promise<Directory> {
  let revision: number | null = null;
  let directory: Promise<Directory> | null = null;

  async function read(): Promise<Directory> {
    const statementsOf = new Map<string, StoredStatement[]>();
    for (const statement of await store.statements()) {
      if (statement.speaker === null) continue;
      const own = statementsOf.get(statement.speaker);
      if (own) own.push(statement);
      else statementsOf.set(statement.speaker, [statement]);
    }
    const all = { sides: actors.sides, actors: [...actors.actors, ...unlisted(statementsOf, actors.actors)] };
    return { actors: all, names: createNames(all), statementsOf };
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
