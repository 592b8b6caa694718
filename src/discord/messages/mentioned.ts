import { stemmer } from 'stemmer';
import type { Side } from '../../domain/actor.ts';
import { sideNames, surnameOf } from '../../domain/name.ts';
import { foldName } from '../../text/fold.ts';
import type { Topic } from '../../domain/topic.ts';

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
  // "NATO enlargement" is asked of whoever it is asked of, not of NATO.
  const apart = withoutGroups(
    text,
    topics.flatMap(({ label, words }) => [label, ...words]),
  );
  const at = (name: string): number => apart.indexOf(` ${foldName(name)} `);
  const sidesAt = sides.map((side) => ({
    side,
    at: firstOf(sideNames(side).map((name) => (name === '' ? -1 : at(name)))),
  }));
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

/** The folded text without the names of several words that stand in it, compared by stem. */
function withoutGroups(text: string, names: readonly string[]): string {
  const words = text.trim().split(' ');
  const stems = words.map((word) => stemmer(word));
  for (const group of names.map((name) => stemsOf(name).split(' '))) {
    if (group.length < 2) continue;
    for (let i = 0; i + group.length <= stems.length; i++)
      if (group.every((stem, k) => stem === stems[i + k])) words.fill('', i, i + group.length);
  }
  return ` ${words.join(' ')} `;
}

function firstOf(places: readonly number[]): number {
  const found = places.filter((place) => place >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}

function stemsOf(text: string): string {
  return foldName(text)
    .split(' ')
    .map((word) => stemmer(word))
    .join(' ');
}
