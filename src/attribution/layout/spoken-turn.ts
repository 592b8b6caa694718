import type { Span } from '../../text/span.ts';

/** A stretch of the text that its layout gives to a speaker. */
export interface SpokenTurn {
  /** The words that name who speaks; null where `leadIn` does, or nothing. */
  readonly name: Span | null;
  /** What stands in brackets behind the name: an office, a constituency, how it is said. */
  readonly besides: Span | null;
  /** The words before it that say who speaks ("In her letter Ms. Roe wrote:"), for the tagger to read. */
  readonly leadIn: Span | null;
  /** Whether the name only tells questions from answers. */
  readonly part: 'asks' | 'answers' | null;
  /** Who asks, where that stands above the questions. */
  readonly asker: Span | null;
  /** Whether the layout says that these are the speaker's own words, without marks. */
  readonly own: boolean;
  /** What is said, a list of pieces a paragraph. */
  readonly said: readonly (readonly Span[])[];
}

/** A turn that somebody's name opens; null where nobody is named. */
export function turnOf(name: Span | null, said: readonly (readonly Span[])[]): SpokenTurn {
  return { name, besides: null, leadIn: null, part: null, asker: null, own: true, said };
}
