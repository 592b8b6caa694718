import type { Searched } from './answer.ts';
import type { Act } from './statement.ts';

/** How a side last moved on a topic. */
export interface MatrixMove {
  /** `YYYY-MM-DD`. */
  readonly when: string;
  /** Whether its number rose or fell; `otherwise` for another act, and a condition that came or went. */
  readonly trend: 'rose' | 'fell' | 'otherwise';
  /** What it did before, and does since. */
  readonly acts: { readonly from: Act | null; readonly to: Act | null };
  /** The words that moved, as the quotes have them: two numbers, or the condition that went or came. */
  readonly words: { readonly from: string | null; readonly to: string | null };
}

/** What one side said on one topic. */
export interface MatrixCell {
  readonly side: string;
  readonly topic: string;
  /** How many statements; 0 where nothing was said. */
  readonly statements: number;
  /** The act of most of them, the first in the order of `ACTS` where some are level; null for none. */
  readonly act: Act | null;
  /** Null, or absent, where it has not moved. */
  readonly moved?: MatrixMove | null;
}

/** The result of `matrix`: sides that say anything on a topic by topics on which anything is said. */
export interface MatrixAnswer {
  readonly sides: readonly string[];
  readonly topics: readonly string[];
  /** One for each side and topic, by side, then by topic. */
  readonly cells: readonly MatrixCell[];
  readonly searched: Searched;
}
