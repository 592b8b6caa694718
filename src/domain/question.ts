import type { Act } from './statement.ts';

/** What narrows a question. Sides, speakers and topics are given as people write them and resolved by `answer/`. */
export interface Filters {
  readonly side?: string | undefined;
  readonly speaker?: string | undefined;
  readonly topic?: string | undefined;
  /** `YYYY-MM-DD`, inclusive. Articles without a date are out when either is given. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** How many evidence items at most, 1 to 25. */
  readonly limit?: number | undefined;
}

/** What a question is asked with. */
export interface Asked extends Filters {
  /**
   * The question before it in a conversation: what it leaves out may stand there. The side, speaker and topic are then
   * what code took over from the conversation: a guess, and what a model reads stands before it.
   */
  readonly before?: string | undefined;
}

/** What code reads off a question: canonical names and ids. */
export interface Reading {
  readonly question: string;
  /** Side ids whose words are asked for. */
  readonly sides: readonly string[];
  /** Canonical speaker names whose words are asked for. */
  readonly speakers: readonly string[];
  /** Names and descriptions of whose words are asked for that nobody in the articles has. */
  readonly unknown: readonly string[];
  readonly topics: readonly string[];
  readonly act: Act | null;
}
