import type { Difference } from './quote/list-differences.ts';
import type { Evidence, Searched } from './answer.ts';
import type { Act } from './statement.ts';

/** What may change in what a side says on a topic. */
export const CHANGE_KINDS = [
  'first',
  'silence-broken',
  'act',
  'number',
  'condition-added',
  'condition-dropped',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Whether something was said before and is said otherwise now: not a first word, nor one after silence. */
export function isMove(kind: ChangeKind): boolean {
  return kind !== 'first' && kind !== 'silence-broken';
}

/** A change in what a side says on a topic, as its two quotes show it. */
export interface PositionChange {
  readonly kind: ChangeKind;
  /** A side's id. */
  readonly side: string;
  /** A topic's id. */
  readonly topic: string;
  /** The day on which `to` was said, `YYYY-MM-DD`. */
  readonly when: string;
  /** What it said before; null for a first statement. */
  readonly from: Evidence | null;
  readonly to: Evidence;
  /** The words that differ: `given` are those of `to`, `source` those of `from`; none of a first statement and after silence. */
  readonly differences: readonly Difference[];
  /** The words that make the change, as they stand in each quote: "7 per cent" and "7.2 per cent"; null where there are none. */
  readonly words: { readonly from: string | null; readonly to: string | null };
}

/** The result of `changes`: the oldest first. */
export interface ChangesAnswer {
  readonly changes: readonly PositionChange[];
  readonly searched: Searched;
}

/** What a side says on a topic now, of one act. */
export interface CurrentStatement {
  readonly act: Act;
  readonly evidence: Evidence;
  /** What it said of that act before, in other words; null where this is the first. */
  readonly replaces: Evidence | null;
}

/** The result of `latest`. */
export interface LatestAnswer {
  readonly side: string;
  readonly topic: string;
  /** The latest of each act, the newest first. */
  readonly now: readonly CurrentStatement[];
  /** How it came to that, the oldest first. */
  readonly changes: readonly PositionChange[];
  readonly searched: Searched;
}
