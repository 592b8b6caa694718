import { trimSpan, type Span } from './span.ts';

/** Narrower blocks are lists or verse, wider ones are no longer wrapped for a screen of fixed width. */
const WRAPPED_WIDTHS = { least: 50, most: 120 };
/** Shorter lines are items of a list, whatever letter the next begins with. */
const LEAST_GOING_ON = 28;
/** So many line breaks must agree before a block counts as wrapped: two lines may look so by chance. */
const WRAPPED_BREAKS = 2;
const QUOTED = /^[ \t]*(?:>[ \t]?)*/;
const ENDS_SENTENCE = /[.!?]["'”’]*$/;
const ENDS_LINE = /[.!?:;…]["'”’»)*_]*$/;

const lengthOf = (line: string): number => line.trimEnd().length;
const firstWord = (line: string): string => /^\S+/.exec(line.replace(QUOTED, ''))?.[0] ?? '';
const isWrapWidth = (width: number): boolean => width >= WRAPPED_WIDTHS.least && width <= WRAPPED_WIDTHS.most;

function widthOf(lines: readonly string[]): number {
  let width = 0;
  for (const line of lines) width = Math.max(width, lengthOf(line));
  return width;
}

/**
 * Whether the lines of a block were cut by a program at a fixed width: each line is so long that the first word of
 * the next would not have fitted, and hardly a line ends where a sentence does.
 */
function isWrapped(lines: readonly string[]): boolean {
  const width = widthOf(lines);
  if (lines.length <= WRAPPED_BREAKS || !isWrapWidth(width)) return false;
  let ended = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i] ?? '';
    if (lengthOf(line) + 1 + firstWord(lines[i + 1] ?? '').length <= width) return false;
    if (ENDS_SENTENCE.test(line.trimEnd())) ended++;
  }
  return ended * 2 <= lines.length - 1;
}

/** Whether a line is no item of a list and ends no sentence. */
const isUnended = (line: string): boolean =>
  lengthOf(line) >= LEAST_GOING_ON &&
  lengthOf(line) <= WRAPPED_WIDTHS.most &&
  !ENDS_LINE.test(line.trimEnd());

/**
 * Whether `next` goes on with the sentence of `line`: that is no item of a list, ends no sentence, and what follows has a
 * small letter, or would not have fitted into the width that the text is wrapped at elsewhere.
 */
function goesOn(line: string, next: string, wrappedAt: number): boolean {
  const length = lengthOf(line);
  if (!isUnended(line)) return false;
  const word = firstWord(next);
  return /^\p{Ll}/u.test(word) || (length <= wrappedAt && length + 1 + word.length > wrappedAt);
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

/** The blocks of lines that blank ones part. */
function blocksOf(text: string): Span[][] {
  const blocks: Span[][] = [[]];
  for (const line of lineSpans(text)) {
    if (trimSpan(text, line)) blocks.at(-1)?.push(line);
    else if (blocks.at(-1)?.length) blocks.push([]);
  }
  return blocks;
}

/** What is read of a text asks for its paragraphs several times. */
let last: { readonly text: string; readonly found: readonly Span[] } = { text: '', found: [] };

/**
 * The paragraphs of `text`: every line is one, as web articles are copied, but for blocks wrapped at a fixed width,
 * which blank lines part, and lines that go on with the sentence before. In order, disjoint, without white space at their
 * edges; everything else is white space.
 */
export function paragraphs(text: string): readonly Span[] {
  if (text !== last.text) last = { text, found: readParagraphs(text) };
  return last.found;
}

function readParagraphs(text: string): Span[] {
  const blocks = blocksOf(text).map((lines) => {
    const words = lines.map(({ start, end }) => text.slice(start, end));
    return { lines, words, whole: isWrapped(words) };
  });
  let wrappedAt = 0;
  for (const { words, whole } of blocks) if (whole) wrappedAt = Math.max(wrappedAt, widthOf(words));
  const found: Span[] = [];
  for (const { lines, words, whole } of blocks) {
    let start = lines[0]?.start ?? 0;
    lines.forEach(({ end }, i) => {
      const next = lines[i + 1];
      const [line = '', following = ''] = words.slice(i, i + 2);
      // Wrapped so far, and no end of a sentence: a name broken over two lines.
      const isBroken = start < (lines[i]?.start ?? 0) && isUnended(line);
      if (next && (whole || isBroken || goesOn(line, following, wrappedAt))) return;
      const span = trimSpan(text, { start, end });
      if (span) found.push(span);
      start = next?.start ?? end;
    });
  }
  return found;
}
