import type { Span } from '../../../text/span.ts';

/** The name of who speaks, in front of what is said: "**Ms. ROE (Ohio):** We …", "[00:05] Ann Roe: …", "Q. …". */
export interface Label {
  /** Number of the paragraph that it opens. */
  readonly paragraph: number;
  /** The words that name who speaks. */
  readonly name: Span;
  /** What stands in brackets behind the name: an office, a constituency, how it is said. */
  readonly besides: Span | null;
  /** Where what is said begins; the paragraph's end when the label stands alone. */
  readonly end: number;
  /** Whether the label only tells questions from answers, says whose the questions below are, or that somebody else speaks. */
  readonly part: 'asks' | 'answers' | 'examines' | 'changes' | null;
}

/** What may be a label. */
export interface LabelCandidate extends Label {
  /** Without a word behind it in its paragraph, and without a time: a label only where it comes again. */
  readonly alone: boolean;
  /** The same, set as a heading, and a name of several words. */
  readonly heads: boolean;
  readonly key: string;
  readonly titled: boolean;
  readonly capitals: boolean;
  readonly collective: boolean;
  /** "Several delegates": what it ends with is what people are. */
  readonly people: boolean;
  readonly bracketed: boolean;
  /** Alone, with a firm or an office behind a dash. */
  readonly officed: boolean;
  /** The same, and it is an office. */
  readonly holds: boolean;
  points: number;
}

/** Where a group of a match lies in the text; null when it is empty or missing. */
export const spanOf = (match: RegExpExecArray, group: string, offset: number): Span | null => {
  const range = match.indices?.groups?.[group];
  return range && range[1] > range[0] ? { start: offset + range[0], end: offset + range[1] } : null;
};
