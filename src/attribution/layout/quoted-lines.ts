import { trimSpan, type Span } from '../../text/span.ts';

/** A line of the text with how deep it is quoted: the number of `>` before it. */
export interface Line extends Span {
  readonly depth: number;
  /** The line without what it begins with; null when nothing else is on it. */
  readonly words: Span | null;
  /** Whether it begins with a bullet or a number. */
  readonly bullet: boolean;
}

const BEGINNING = /^[ \t]*((?:>[ \t]?)*)[ \t]*((?:[-*•‣◦–]|\d{1,2}[.)])[ \t]+)?/;

/** The lines of `text`, in order. */
export function quotedLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const match = BEGINNING.exec(text.slice(start, Math.min(end, start + 40)));
    const from = start + (match?.[0].length ?? 0);
    const depth = match?.[1]?.replace(/[^>]/g, '').length ?? 0;
    lines.push({
      start,
      end,
      depth,
      words: trimSpan(text, { start: from, end }),
      bullet: match?.[2] !== undefined,
    });
    start = end + 1;
  }
  return lines;
}

/**
 * The words of lines, a list of pieces a paragraph: blank lines and bullets part paragraphs, and where `joinLines` is not
 * set every line is one. Lines that nothing but their end parts are one piece.
 */
export function paragraphsOf(lines: readonly Line[], joinLines: boolean): Span[][] {
  const said: Span[][] = [];
  let parted = true;
  for (const { words, bullet, depth } of lines) {
    const paragraph = said.at(-1);
    const last = paragraph?.at(-1);
    if (!words) parted = true;
    else if (parted || bullet || !joinLines || !paragraph || !last) said.push([words]);
    else if (depth === 0) paragraph[paragraph.length - 1] = { start: last.start, end: words.end };
    else paragraph.push(words);
    if (words) parted = false;
  }
  return said;
}
