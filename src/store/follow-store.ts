import type { Arrival, Destination, Follow, FollowRow, NewFollow } from '../domain/follow.ts';

/**
 * What came in, and who wants to be told of it. `saveArticle` keeps what arrives in the transaction that keeps the article:
 * each statement that nobody denies, once in the same words, and none of an article that is read again with the same text.
 */
export interface FollowStore {
  /** Arrivals after `after`, by id, at most `most`. */
  arrivals(after: number, most: number): Promise<readonly Arrival[]>;
  /** The id of the newest arrival; 0 before the first. */
  lastArrival(): Promise<number>;

  /** Keeps a follow of what arrives from now on; the same again changes its place's quiet hours alone. */
  addFollow(follow: NewFollow): Promise<Follow>;
  /** Of a person, told in a place, or all; by id. */
  follows(of?: { readonly person?: string; readonly place?: string }): Promise<readonly FollowRow[]>;
  /** Whether there was one; a destination without follows goes too. */
  removeFollow(id: number): Promise<boolean>;
  /** By id. */
  destinations(): Promise<readonly Destination[]>;
  /** Removes it with its follows. */
  removeDestination(id: number): Promise<void>;

  /** Keeps, before it is sent, that a batch up to that arrival is being told. */
  claimBatch(destination: number, upTo: number): Promise<void>;
  /** Keeps that the claimed batch was told, and when the next digest is due. */
  finishBatch(destination: number, due: string | null): Promise<void>;
  /** Keeps of those destinations that nothing up to that arrival is theirs. */
  passOver(destinations: readonly number[], upTo: number): Promise<void>;

  /** The newest arrival when that person last asked what changed; null for never. */
  lastAsked(person: string): Promise<number | null>;
  setLastAsked(person: string, arrival: number): Promise<void>;
  /** Forgets it of all in whose name `words` stand. */
  forgetAsked(words: string): Promise<void>;
}
