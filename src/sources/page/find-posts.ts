import type { Span } from '../../text/span.ts';
import type { Place } from '../../domain/article.ts';

/** "10:15", "9.40pm GMT", "14:05 CET, 3 March": a line that is the time of a post. */
const TIME_LINE =
  /^[ \t]*(?<time>(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?: ?[ap]\.?m\.?)?(?: ?(?:[A-Z]{2,5}|\([A-Z]{2,5}\)))?)(?:,? (?:\p{L}{3,9} \d{1,2}|\d{1,2} \p{L}{3,9})(?:,? \d{4})?)?[ \t]*$/gmu;
/** So many of them make a live blog. */
const LEAST_POSTS = 3;

/** The posts of a live blog: their times are places, and the lines that say them are nobody's words. Else nothing. */
export function findPosts(text: string): {
  readonly skips: readonly Span[];
  readonly places: readonly Place[];
} {
  const lines = [...text.matchAll(TIME_LINE)];
  if (lines.length < LEAST_POSTS) return { skips: [], places: [] };
  const spans = lines.map(({ index, 0: line }) => ({ start: index, end: index + line.length }));
  return {
    skips: spans,
    places: lines.map(({ index, groups }) => ({ start: index, label: groups?.['time'] ?? '' })),
  };
}
