import { mergeSpans, type Span } from '../span.ts';

/** What a line begins with that is no word of it: `>`, bullets, `#`, a number of a list. */
const LINE_START = /^[ \t]*(?:>[ \t]?)*(?:(?:[-*•‣◦–]|#{1,6}|\d{1,2}[.)])[ \t]+)?(?:>>+[ \t]*)?/gmu;
/** Marks of footnotes: `[3]` behind a word or mark, raised digits, `^1` behind a closing mark. */
const NOTE =
  /(?<=\S)\[(?:\d{1,3}|[a-z]|[*†‡])\](?![(:\p{L}])|(?<=[.,;!?"”’»\p{L}])[⁰¹²³⁴-⁹]+|(?<=["”’»])(?:[*†‡]+|\^\d{1,2})(?=\s|$)/gu;
const MAY_HAVE_NOTES = /[[⁰¹²³⁴-⁹*†‡^]/;
const EMPHASIS = /\*{1,3}|_{1,3}|\n/g;
const WORD = /[\p{L}\p{N}]/u;

/** Pairs of `*`, `**`, `_` … about words, within one line. */
function emphasis(text: string): Span[] {
  const found: Span[] = [];
  const open = new Map<string, Span>();
  for (const match of text.matchAll(EMPHASIS)) {
    const [mark] = match;
    const start = match.index;
    const end = start + mark.length;
    if (mark === '\n') open.clear();
    const before = start === 0 ? ' ' : text.charAt(start - 1);
    const after = text.charAt(end) || ' ';
    const opened = open.get(mark);
    if (opened && !/\s/.test(before) && !WORD.test(after)) {
      found.push(opened, { start, end });
      open.delete(mark);
    } else if (!/\s/.test(after) && !WORD.test(before)) open.set(mark, { start, end });
  }
  return found;
}

/**
 * The signs of a text that are written about words and are none: Markdown's emphasis, bullets, `>` of quoted lines, marks
 * of footnotes. They belong to nobody's words, and what they part is read as if they were not there. Sorted and disjoint;
 * linear in the length of the text.
 */
export function findMarkup(text: string): Span[] {
  const found = emphasis(text);
  for (const pattern of MAY_HAVE_NOTES.test(text) ? [LINE_START, NOTE] : [LINE_START])
    for (const { index, 0: sign } of text.matchAll(pattern))
      if (sign.trim() !== '') found.push({ start: index, end: index + sign.length });
  return mergeSpans(found);
}
