import type { Place } from '../domain/article.ts';
import type { Span } from '../text/span.ts';

/** What a source says about its article. What it does not say is null, never guessed. */
export interface DraftMeta {
  /** What the article is to be called; null: the file's name serves. */
  readonly id: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  /** `YYYY-MM-DD`. */
  readonly published: string | null;
  /** `YYYY-MM-DD`, when it was changed last. */
  readonly modified: string | null;
  readonly url: string | null;
  /** As the source declares it: `en`, `en-GB`. */
  readonly language: string | null;
}

/** What reading a source gives: frozen text, what is known about it, and what in it is never evidence. */
export interface Draft {
  readonly meta: DraftMeta;
  /** Frozen (`freezeText`). */
  readonly text: string;
  /** What the kind of source itself knows to be furniture (cue times, headers); sorted and disjoint. */
  readonly skips: readonly Span[];
  /** Sorted by start; empty where nothing but the article itself can be cited. */
  readonly places: readonly Place[];
  /** Why this is not the whole article, in a clause ("a pay wall ends it"); null when it is whole. */
  readonly partial: string | null;
  /** What the reader of the log should know: clauses without the file's name. */
  readonly notes: readonly string[];
}

export const UNKNOWN: DraftMeta = {
  id: null,
  title: null,
  outlet: null,
  author: null,
  published: null,
  modified: null,
  url: null,
  language: null,
};

/** A draft of nothing but frozen text, to be filled. */
export function draftOf(text: string, more: Partial<Draft> = {}): Draft {
  return { meta: UNKNOWN, text, skips: [], places: [], partial: null, notes: [], ...more };
}

/** What was read, before anything is known of it. */
export interface SourceInput {
  /** What errors call it: the path or address. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The `Content-Type` that it came with; null for files. */
  readonly contentType: string | null;
}

/** One kind of source. `read` throws `UserError`: one sentence that names the input, what was wanted and what came. */
export interface Source {
  /** In small letters, with the dot. */
  readonly endings: readonly string[];
  readonly contentTypes: readonly string[];
  read(input: SourceInput): Draft | Promise<Draft>;
}
