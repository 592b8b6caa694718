import type { Actors } from '../domain/actor.ts';
import { sideNames } from '../domain/name.ts';
import { readTerms } from '../text/words/words.ts';

const GOVERNS = /\b(?:minister|president|premier|chancellor)\b/i;

const stemsOf = (names: readonly string[]): string[] =>
  names.flatMap((name) => readTerms(name).map(({ plain }) => plain));

/** Stems of what the side and its people are called, without what another side is called too: "side", "union". */
export function ownNames(side: string, { sides, actors }: Actors): ReadonlySet<string> {
  const others = new Set(stemsOf(sides.filter(({ id }) => id !== side).flatMap(sideNames)));
  const people = actors
    .filter((actor) => actor.side === side)
    .flatMap(({ name, aliases, role }) => [name, ...aliases, role ?? '']);
  const names = sides.filter(({ id }) => id === side).flatMap(sideNames);
  // Of those whom a minister speaks for, "the government" is their own.
  if ([...names, ...people].some((name) => GOVERNS.test(name))) people.push('government');
  return new Set([...stemsOf(names).filter((stem) => !others.has(stem)), ...stemsOf(people)]);
}
