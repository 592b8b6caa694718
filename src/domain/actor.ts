/** A party to the negotiation (`US`, `Russia`, `NATO`) with the words that stand for it. */
export interface Side {
  readonly id: string;
  readonly label: string;
  /** "Washington", "the American side", "the State Department" …; matched without a leading "the". */
  readonly names: readonly string[];
  /** "American", "US": before a role they say for whom somebody speaks. */
  readonly adjectives: readonly string[];
}

/** Somebody or a body that speaks. */
export interface Actor {
  readonly name: string;
  /** A side's id, or null for who speaks for none. */
  readonly side: string | null;
  readonly role: string | null;
  readonly kind: 'person' | 'body';
  /** What a person is called back by; null where it is not known. */
  readonly pronoun: 'he' | 'she' | 'they' | null;
  /** Other spellings and short forms. */
  readonly aliases: readonly string[];
}

/** `actors.yaml`, read. */
export interface Actors {
  readonly sides: readonly Side[];
  readonly actors: readonly Actor[];
}
