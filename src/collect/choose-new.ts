import type { Actors } from '../domain/actor.ts';
import { findActor, sideNames } from '../domain/name.ts';
import type { Topic } from '../domain/topic.ts';
import { foldName } from '../text/fold.ts';
import type { DraftTables } from './drafted.ts';
import { stemsOf } from './find-terms.ts';

/** What was proposed before, by folded name or id: what somebody took out again is not proposed a second time. */
export interface ProposedBefore {
  readonly sides: readonly string[];
  readonly actors: readonly string[];
  readonly topics: readonly string[];
}

/** So many of the first words of a topic tell whether it is one that is there. */
const TELLING_WORDS = 3;

/**
 * Those of the drafts that neither stand in the tables, by any name, nor were proposed before. People come with the side
 * as the tables call it.
 */
export function chooseNew(
  drafts: DraftTables,
  actors: Actors,
  topics: readonly Topic[],
  before: ProposedBefore,
): DraftTables {
  const known = new Map<string, string>();
  for (const side of actors.sides) for (const name of sideNames(side)) known.set(foldName(name), side.id);
  const idOf = new Map<string, string | null>();
  const sides = drafts.sides.filter(({ value }) => {
    const same = sideNames(value).flatMap((name) => known.get(foldName(name)) ?? [])[0];
    const refused = before.sides.includes(foldName(value.id));
    idOf.set(value.id, same ?? (refused ? null : value.id));
    return same === undefined && !refused;
  });
  const people = drafts.actors.flatMap((proposed) => {
    const { value } = proposed;
    const names = [value.name, ...value.aliases];
    if (names.some((name) => findActor(name, actors.actors) || before.actors.includes(foldName(name))))
      return [];
    if (value.kind === 'body' && known.has(foldName(value.name))) return [];
    return [
      { ...proposed, value: { ...value, side: value.side === null ? null : (idOf.get(value.side) ?? null) } },
    ];
  });
  const words = new Set(topics.flatMap((topic) => [topic.label, ...topic.words]).map(stemmed));
  const fresh = drafts.topics.filter(
    ({ value }) =>
      !topics.some(({ id }) => id === value.id) &&
      !before.topics.includes(value.id) &&
      !value.words.slice(0, TELLING_WORDS).some((word) => words.has(stemmed(word))),
  );
  return { sides, actors: people, topics: fresh };
}

const stemmed = (words: string): string => stemsOf(words).join(' ');

const all = (old: readonly string[], now: readonly string[]): string[] => [...new Set([...old, ...now])];

/** All that is proposed by now. */
export function addProposed(before: ProposedBefore, { sides, actors, topics }: DraftTables): ProposedBefore {
  return {
    sides: all(
      before.sides,
      sides.map(({ value }) => foldName(value.id)),
    ),
    actors: all(before.actors, actors.flatMap(({ value }) => [value.name, ...value.aliases]).map(foldName)),
    topics: all(
      before.topics,
      topics.map(({ value }) => value.id),
    ),
  };
}
