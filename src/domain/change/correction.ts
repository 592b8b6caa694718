import type { Span } from '../../text/span.ts';

/** Whose words a statement is. Both null: nobody's, the article's own. */
export interface Attribution {
  readonly speaker: string | null;
  /** A side's id. */
  readonly side: string | null;
}

/** What somebody said about who is quoted: kept as given, and applied over the extractor's output at every ingestion. */
export interface Correction extends Span, Attribution {
  readonly id: number;
  /** The article's id; `start` and `end` are those of its text when it was corrected. */
  readonly article: string;
  /** The words at the span, as they stood. */
  readonly quote: string;
  /** The right speaker as given ("ryabkov", "Russia"); null without a side: nobody, the article's own words. */
  readonly speaker: string | null;
  /** A side's id; null where it follows from the speaker. */
  readonly side: string | null;
  /** Whose the words were in the store when they were corrected. */
  readonly was: Attribution;
  readonly note: string | null;
  /** Who corrected it: a name to show, and an id that stays. */
  readonly by: { readonly id: string; readonly name: string };
  /** ISO 8601, an instant in UTC. */
  readonly at: string;
}

/** What is asked for to correct a statement; the rest is read back or follows. */
export type CorrectionInput = Omit<Correction, 'id' | 'quote' | 'was' | 'at'>;

/**
 * `applied`: the stored statements say so. `waiting`: for the next ingestion of the article. `overruled`: a later
 * correction of the same statement counts. `lost`: the article no longer has these words, or has them twice.
 */
export type CorrectionStatus = 'applied' | 'waiting' | 'overruled' | 'lost';

/** One row of `corrections`. */
export interface CorrectionRow extends Correction {
  /** Whose the words are by this correction, in canonical names. */
  readonly to: Attribution;
  readonly status: CorrectionStatus;
}

/** The corrections of each article, in the order they came in. */
export function byArticle(corrections: readonly Correction[]): ReadonlyMap<string, readonly Correction[]> {
  const found = new Map<string, Correction[]>();
  for (const correction of corrections) {
    const own = found.get(correction.article);
    if (own) own.push(correction);
    else found.set(correction.article, [correction]);
  }
  return found;
}
