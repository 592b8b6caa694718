import type { Span } from '../text/span.ts';

/** Whose words: the speaker's own in quotation marks, partly so, the reporter's, or nobody's. */
export const STATEMENT_TYPES = ['direct', 'mixed', 'indirect', 'narration'] as const;
export type StatementType = (typeof STATEMENT_TYPES)[number];

/** What a speaker does with a statement. */
export const ACTS = ['offers', 'demands', 'rejects', 'agrees', 'warns', 'denies', 'states'] as const;
export type Act = (typeof ACTS)[number];

/** How it is known when something was said: the text has the date, it was worked out from "on Monday", or it is the article's. */
export const TIMINGS = ['stated', 'worked out', 'article'] as const;

/** When something was said. */
export interface StatementTime {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly how: (typeof TIMINGS)[number];
}

/** What a speaker is: somebody, several people, or a body that speaks as one. */
export const SPEAKER_KINDS = ['person', 'body'] as const;
export type SpeakerKind = (typeof SPEAKER_KINDS)[number];

/** One attributed utterance of an article. Content, cue and source never overlap and lie outside the skip spans. */
export interface Statement {
  /** Sorted; more than one where the tag cuts the content in two ("…," he said, "…"). Never empty. */
  readonly content: readonly Span[];
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  /** The name of the person or body it is resolved to; null where the text leaves it open or a side speaks as a body. */
  readonly speaker: string | null;
  /** What that name is; null without one. */
  readonly speakerKind: SpeakerKind | null;
  /** A side's id (`US`, `Russia`, …): the only one of `sides`; null for those who speak for none, and for two who speak together. */
  readonly side: string | null;
  /** All sides that say it together; empty for those who speak for none. */
  readonly sides: readonly string[];
  readonly type: StatementType;
  readonly act: Act;
  /**
   * The text tells of these words that nobody said them so: denied, only supposed, or still to come. Then nobody is its
   * speaker, `source` is who did not say it, and no answer may offer it as somebody's words.
   */
  readonly denied: boolean;
  /** Null where nobody has worked it out. */
  readonly when: StatementTime | null;
  /** Topic ids, in the order of `topics.yaml`. */
  readonly topics: readonly string[];
}
