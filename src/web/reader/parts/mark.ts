import type { Span } from '../../../text/span.ts';

/**
 * The quote that a link asks for with `s=START-END`: null where it asks for none, `missing` where the text has no such
 * characters, or where half of one would be cut off.
 */
export function readMark(asked: string | undefined, text: string): Span | 'missing' | null {
  if (asked === undefined) return null;
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(asked);
  if (!match) return 'missing';
  const span = { start: Number(match[1]), end: Number(match[2]) };
  if (span.start >= span.end || span.end > text.length) return 'missing';
  return partsPair(text, span.start) || partsPair(text, span.end) ? 'missing' : span;
}

/** Whether the two code units around `at` are one character. */
function partsPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
