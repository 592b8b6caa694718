import { foldName } from '../text/fold.ts';
import type { Actor, Side } from './actor.ts';

/** The last word of a person's name. */
export function surnameOf(name: string): string {
  return name.split(/\s+/).at(-1) ?? name;
}

/** Everything that a side is called. */
export function sideNames({ id, label, names, adjectives }: Side): string[] {
  return [id, label, ...names, ...adjectives];
}

/** The side of that name, label, id or adjective, in any case; null when none. */
export function findSide(typed: string, sides: readonly Side[]): Side | null {
  const wanted = foldName(typed);
  return sides.find((side) => sideNames(side).some((name) => foldName(name) === wanted)) ?? null;
}

/**
 * Whom a name stands for: by full name or alias, else by surname where one person has it, in any case and spelling
 * of accents. Null when nobody.
 */
export function findActor(typed: string, actors: readonly Actor[]): Actor | null {
  const wanted = foldName(typed);
  const whole = actors.find((actor) =>
    [actor.name, ...actor.aliases].some((name) => foldName(name) === wanted),
  );
  if (whole) return whole;
  const untitled = wanted.replace(/^(?:mr|mrs|ms|dr|president|secretary|minister) /, '');
  const ofThatName = actors.filter((actor) =>
    [actor.name, ...actor.aliases].some(
      (name) => actor.kind === 'person' && foldName(surnameOf(name)) === untitled,
    ),
  );
  // Who is listed has a role or aliases, and comes before who is known from the articles alone.
  const listed = ofThatName.filter(({ role, aliases }) => role !== null || aliases.length > 0);
  const [only, second] = listed.length > 0 ? listed : ofThatName;
  return only && !second ? only : null;
}
