import { trimSpan, type Span } from './span.ts';

/** Narrower blocks are lists or verse, wider ones are no longer wrapped for a screen of fixed width. */
const WRAPPED_WIDTHS = { least: 50, most: 120 };
/** So many line breaks must agree before a block counts as wrapped: two lines may look so by chance. */
const WRAPPED_BREAKS = 2;

/**
 * Whether the lines of a block were cut by a program at a fixed width: each line is so long that the first word of
 * the next would not have fitted, and hardly a line ends where a sentence does.
 */
function isWrapped(lines: readonly string[]): boolean {
  if (lines.length <= WRAPPED_BREAKS) return false;
  const width = lines.reduce((most, line) => Math.max(most, line.trimEnd().length), 0);
  if (width < WRAPPED_WIDTHS.least || width > WRAPPED_WIDTHS.most) return false;
  let ended = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = (lines[i] ?? '').trimEnd();
    const nextWord = /\S+/.exec(lines[i + 1] ?? '')?.[0] ?? '';
    if (line.length + 1 + nextWord.length <= width) return false;
    if (/[.!?]["'”’]*$/.test(line)) ended++;
  }
  return ended * 2 <= lines.length - 1;
}

/** The spans of the lines of `text`, without their `\n`. */
function lineSpans(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (;;) {
    const end = text.indexOf('\n', start);
    if (end < 0) {
      lines.push({ start, end: text.length });
      return lines;
    }
    lines.push({ start, end });
    start = end + 1;
  }
}

/**
 * The paragraphs of `text`: every line is one, as web articles are copied, but for blocks wrapped at a fixed width,
 * which blank lines part. In order, disjoint, without white space at their edges; everything else is white space.
 */
export function paragraphs(text: string): Span[] {
  const found: Span[] = [];
  let block: Span[] = [];
  const flush = (): void => {
    const [first] = block;
    const last = block.at(-1);
    if (!first || !last) return;
    const whole = isWrapped(block.map((line) => text.slice(line.start, line.end)));
    for (const line of whole ? [{ start: first.start, end: last.end }] : block) {
      const span = trimSpan(text, line);
      if (span) found.push(span);
    }
    block = [];
  };
  for (const line of lineSpans(text)) {
    if (trimSpan(text, line)) block.push(line);
    else flush();
  }
  flush();
  return found;
}
