import type { Act } from '../../../domain/statement.ts';
import { TOPIC_MATTER } from './matter-of.ts';
import { YEAR, type PlacedQuantity, type Position } from './read-position.ts';

/** What one offers or agrees to, against what one rejects. */
const FOR: ReadonlySet<Act> = new Set(['offers', 'agrees']);
const AGAINST: ReadonlySet<Act> = new Set(['rejects']);
/** In these a number is the side's own: what it rejects or warns of is another's. */
const OWN_NUMBER: ReadonlySet<Act> = new Set(['offers', 'demands', 'agrees', 'states']);
const STANCE: ReadonlySet<Act> = new Set(['offers', 'demands', 'agrees']);

/** Share of the fewer content words that two statements must have in common to be about one matter. */
const SAME_MATTER = 1 / 3;
/** The same for a change of mind, where the two do not name the same thing as what is offered or rejected. */
const SAME_MIND = 0.5;
/** The same where what is said is but stated: then the two must be much alike. */
const SAME_STATED = 0.5;
const SAME_CONDITIONED = 0.6;
const LEAST_SHARED = 2;

/** Which way a statement goes; null for neither. */
export function stanceOf({ shown: act }: Position): 'for' | 'against' | null {
  if (act === null) return null;
  return FOR.has(act) ? 'for' : AGAINST.has(act) ? 'against' : null;
}

/** Whether the numbers of a statement are the side's own. */
export function hasOwnNumbers({ evidence: { act } }: Position): boolean {
  return act !== null && OWN_NUMBER.has(act);
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
  const bothMove = [from, to].every(takesStand);
  // What is counted is the topic itself: then only who gives and who asks have to be told apart.
  if (bothMove && now.unit === TOPIC_MATTER) {
    if (isAsking(from) === isAsking(to)) return true;
    const [before, behind] = [around(old), around(now)];
    return before.size === 0 || behind.size === 0 || sharedOf(before, behind) >= 1;
  }
  const shared = sharedOf(old.around, now.around);
  const alike = likeness(old.around, now.around);
  // Of what is but stated, a year is mostly when it happened.
  if (now.unit === YEAR && !bothMove) return false;
  return bothMove ? shared >= 1 && alike >= SAME_MATTER : shared >= LEAST_SHARED && alike >= SAME_STATED;
}

/** What is stated has to be the same all over, what is offered or demanded the same matter. */
export function isSameOffer(a: Position, b: Position): boolean {
  if ([a, b].every(takesStand)) return isSameMatter(a, b) && sharedOf(a.matter, b.matter) >= LEAST_SHARED;
  return sharedOf(a.matter, b.matter) >= SAME_CONDITIONED * Math.max(a.matter.size, b.matter.size);
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
