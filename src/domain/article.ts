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

/** An article as stored: its text is frozen, and boilerplate in it is marked, never cut out. */
export interface Article extends ArticleMeta {
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
