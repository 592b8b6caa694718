import type { Act } from '../../../domain/statement.ts';
import { TOPIC_MATTER } from './matter-of.ts';
import { YEAR, type PlacedQuantity, type Position } from './read-position.ts';

/** What one offers or agrees to, against what one rejects. */
const FOR: ReadonlySet<Act> = new Set(['offers', 'agrees']);
const AGAINST: ReadonlySet<Act> = new Set(['rejects']);
/** In these a number is the side's own: what it rejects or warns of is another's. */
const OWN_NUMBER: ReadonlySet<Act> = new Set(['offers', 'demands', 'agrees', 'states']);
const STANCE: ReadonlySet<Act> = new Set(['offers', 'demands', 'agrees']);

/**
 * Whether two numbers of one unit are of one thing: a logistic regression on the pairs of five made negotiations (npm run eval
 * -- --changes), learned once on all. With each left out in turn it finds 58 of 60 pairs of the two that the rules before were not made on,
 * with 10 false; those rules, shared words above a share, found 51 with 9.
 */
const SAME_THING = {
  bias: 0.45,
  around: 1.93,
  aroundWithoutTopic: 1.4,
  onlyOneAsks: -0.51,
  sameObject: 1.84,
  ratio: -1.51,
  others: -1.18,
};
/** Natural logarithm of the ratio of two numbers beyond which it says no more. */
const WIDEST_RATIO = 3;
const LEAST_SIZE = 1e-6;

/** Share of the fewer content words that two statements must have in common to be about one matter. */
const SAME_MATTER = 1 / 3;
/** The same for a change of mind, where the two do not name the same thing as what is offered or rejected. */
const SAME_MIND = 0.5;
const LEAST_SHARED = 2;

/** Which way a statement goes; null for neither. */
export function stanceOf({ evidence: { act } }: Position): 'for' | 'against' | null {
  if (act === null) return null;
  return FOR.has(act) ? 'for' : AGAINST.has(act) ? 'against' : null;
}

/** Whether the numbers of a statement are the side's own. */
export function hasOwnNumbers({ evidence: { act }, isOfAnother }: Position): boolean {
  return act !== null && OWN_NUMBER.has(act) && !isOfAnother;
}

/** Whether two statements are about one matter. */
export function isSameMatter(a: Position, b: Position): boolean {
  return likeness(a.matter, b.matter) >= SAME_MATTER;
}

/** Whether what one offers or rejects is what the other does. */
export function isSameMind(a: Position, b: Position): boolean {
  const [first, second] = [a.object[0], b.object[0]];
  const isSameObject =
    first !== undefined && second !== undefined && b.object.includes(first) && a.object.includes(second);
  return likeness(a.matter, b.matter) >= (isSameObject ? SAME_MATTER : SAME_MIND);
}

/** Whether two numbers are of one thing, so that one may stand in the other's place. */
export function isComparable(
  from: Position,
  old: PlacedQuantity,
  to: Position,
  now: PlacedQuantity,
): boolean {
  if (old.unit !== now.unit) return false;
  // Of what is but stated, a year is mostly when it happened.
  if (now.unit === YEAR && ![from, to].every(takesStand)) return false;
  return (
    SAME_THING.bias +
      SAME_THING.around * likeness(old.around, now.around) +
      SAME_THING.aroundWithoutTopic * likeness(around(old), around(now)) +
      SAME_THING.onlyOneAsks * Number(isAsking(from) !== isAsking(to)) +
      SAME_THING.sameObject * Number(from.object.some((stem) => to.object.includes(stem))) +
      SAME_THING.ratio * Math.min(WIDEST_RATIO, Math.abs(Math.log(sizeOf(now) / sizeOf(old)))) +
      SAME_THING.others * Number(from.quantities.length * to.quantities.length > 1) >
    0
  );
}

/** Whether two statements that take a stand are about the same matter, in more than a word. */
export function isSameOffer(a: Position, b: Position): boolean {
  return [a, b].every(takesStand) && isSameMatter(a, b) && sharedOf(a.matter, b.matter) >= LEAST_SHARED;
}

/** The one that is most about what `to` is about. Throws where there is none. */
export function nearest(positions: readonly Position[], to: Position): Position {
  const [best] = positions.toSorted((a, b) => likeness(b.matter, to.matter) - likeness(a.matter, to.matter));
  if (best === undefined) throw new Error('nothing to choose from');
  return best;
}

/** The share of the smaller set that is in the other (Szymkiewicz–Simpson). */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size);
  return least === 0 ? 0 : sharedOf(a, b) / least;
}

function sizeOf({ value }: PlacedQuantity): number {
  return Math.max(LEAST_SIZE, value);
}

/** The words around a number without the topic's. */
function around(number: PlacedQuantity): ReadonlySet<string> {
  return new Set([...number.around].filter((stem) => stem !== TOPIC_MATTER));
}

function isAsking({ evidence: { act } }: Position): boolean {
  return act === 'demands';
}

/** Whether it offers, demands or agrees. */
function takesStand({ evidence: { act } }: Position): boolean {
  return act !== null && STANCE.has(act);
}

function sharedOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((stem) => b.has(stem)).length;
}
