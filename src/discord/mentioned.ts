import { stemmer } from 'stemmer';
import type { Side } from '../domain/actor.ts';
import { foldName, sideNames, surnameOf } from '../domain/name.ts';
import type { Topic } from '../domain/topic.ts';

/** What a question is narrowed to, by the ids and names that commands take; absent where it is not. */
export interface Narrowed {
  readonly side?: string | undefined;
  readonly speaker?: string | undefined;
  readonly topic?: string | undefined;
}

/** Who and what there is to be named. */
export interface Names {
  readonly sides: readonly Side[];
  readonly topics: readonly Topic[];
  readonly speakers: readonly string[];
}

/** Shorter surnames are too often other words. */
const LEAST_SURNAME_CHARS = 4;

/**
 * The side, speaker and topic that a question names: the first of each. Only for what a conversation goes on with; the
 * answer reads the question for itself.
 */
export function mentionedIn(question: string, { sides, topics, speakers }: Names): Narrowed {
  // The pronoun is no country: "us" is, in capitals or after "the".
  const text = ` ${foldName(question.replace(/(?<!\bthe )\bus\b/g, ''))} `;
  const holds = (name: string): boolean => name !== '' && text.includes(` ${foldName(name)} `);
  const at = (name: string): number => text.indexOf(` ${foldName(name)} `);
  const sidesAt = sides.map((side) => ({ side, at: firstOf(sideNames(side).filter(holds).map(at)) }));
  const side = sidesAt.filter((one) => one.at >= 0).toSorted((a, b) => a.at - b.at)[0]?.side.id;
  const speaker = speakers.find(
    (name) => holds(name) || (surnameOf(name).length >= LEAST_SURNAME_CHARS && holds(surnameOf(name))),
  );
  const stems = ` ${stemsOf(question)} `;
  const topic = topics.find(({ label, words }) =>
    [label, ...words].some((name) => stems.includes(` ${stemsOf(name)} `)),
  )?.id;
  return {
    ...(side === undefined ? {} : { side }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(topic === undefined ? {} : { topic }),
  };
}

/** Nothing but names, and words that carry nothing themselves: "only Sherman", "and Russia?". */
export function isOnlyNames(question: string, names: Names): boolean {
  const left = question.split(/[\s,?!.]+/).filter((word) => word !== '' && !EMPTY.test(word));
  return left.length > 0 && left.every((word) => Object.keys(mentionedIn(word, names)).length > 0);
}
const EMPTY =
  /^(?:and|but|only|just|also|what|how|about|for|from|by|on|of|the|then|now|please|mr|mrs|ms|dr)$/i;

function firstOf(places: readonly number[]): number {
  return places.length === 0 ? -1 : Math.min(...places);
}

function stemsOf(text: string): string {
  return foldName(text)
    .split(' ')
    .map((word) => stemmer(word))
    .join(' ');
}
