import type { Actor, Side } from '../domain/actor.ts';
import type { Topic } from '../domain/topic.ts';

/** A proposal, and what in the articles speaks for it: a clause for a comment. */
export interface Proposed<T> {
  readonly value: T;
  readonly why: string;
}

/** What articles alone tell of sides, people and topics. */
export interface DraftTables {
  readonly sides: readonly Proposed<Side>[];
  readonly actors: readonly Proposed<Actor>[];
  readonly topics: readonly Proposed<Topic>[];
}
