import type { Span } from '../text/span.ts';

/** What is known about an article besides its text. What the article does not show is null, never guessed. */
export interface ArticleMeta {
  /** The file's name without its ending; what commands and citations call the article. */
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly author: string | null;
  /** `YYYY-MM-DD`. */
  readonly published: string | null;
  readonly url: string | null;
}

/** From `start` on, up to the next place: where the words stand in what was read. */
export interface Place {
  readonly start: number;
  /** As a citation shows it: "page 3", "00:12:05". */
  readonly label: string;
}

/** What was seen of an article's source when it was read. */
export interface Provenance {
  /** `YYYY-MM-DD`, when it was changed last. */
  readonly modified: string | null;
  /** As the source declares it: `en`, `en-GB`. */
  readonly language: string | null;
  /** Why this is not the whole article, in a clause ("a pay wall ends it"); null when it is whole. */
  readonly partial: string | null;
  /** When it was fetched from its address, as ISO 8601 in UTC; null for a file. */
  readonly fetched: string | null;
  /** The id of another article of mostly the same words, which was there before (an agency's report); null for none. */
  readonly copyOf: string | null;
  /** Sorted by start; empty where nothing but the article itself can be cited. */
  readonly places: readonly Place[];
}

/** An article as stored: its text is frozen, and boilerplate in it is marked, never cut out. */
export interface Article extends ArticleMeta, Provenance {
  readonly text: string;
  /** SHA-256 (hex) over everything that ingestion reads of it: a second run compares this. */
  readonly hash: string;
  /** Boilerplate, sorted and disjoint: in the text, but never evidence. */
  readonly skips: readonly Span[];
}

export type { Sentence } from '../text/split-sentences.ts';

/** Sentences `first..last` (inclusive) of one article that are searched together. */
export interface Passage extends Span {
  readonly first: number;
  readonly last: number;
}

/** What was last fetched from an address: what has not changed since need not be sent again. */
export interface Visit {
  /** As it was named. */
  readonly url: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The id of the article that was read from it; null for a feed. */
  readonly article: string | null;
}

/** The label of the place that a character stands in; null before the first. */
export function placeAt(places: readonly Place[], at: number): string | null {
  return places.findLast(({ start }) => start <= at)?.label ?? null;
}

/**
 * The text as it is kept: line ends become `\n`, odd spaces (no-break, thin …) one plain space each, and the
 * byte-order mark goes; nothing else changes, so a span in a plain-text file is a span in the stored text.
 */
export function freezeText(raw: string): string {
  return raw
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' ');
}
