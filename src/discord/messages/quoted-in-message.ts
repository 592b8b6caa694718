import { readQuotations } from '../../text/marks/read-quotations.ts';

/** Fewer words are a turn of phrase, not a quotation that could be looked up. */
const LEAST_WORDS = 3;

/** A quotation in what somebody wrote, and the rest of it, where it may be told whose it is. */
export interface Quoted {
  readonly words: string;
  readonly beside: string;
}

/**
 * The quotations in what somebody wrote, in order, without Discord's formatting: between marks, or quoted lines, of which
 * those that follow each other are one. What stands beside one is its paragraph and the line before it, without other
 * quotations.
 */
export function quotationsIn(message: string): Quoted[] {
  const text = message
    .replace(/\\([^0-9A-Za-z\s])/g, '$1')
    .replace(/\*+|__+|~~|\|\||`+/g, '')
    .replace(/(?<=^|\s)_|_(?=$|[\s.,;:!?])/g, '');
  const lines = Array.from(text.matchAll(QUOTED_LINES), (match) => ({
    words: match[0].replace(/^>(?:>>)? ?/gm, '').trim(),
    start: match.index,
    end: match.index + match[0].length,
  }));
  // A quoted line may hold marks of its own; what is inside of it is checked with it.
  const marked = readQuotations(text).filter(
    (one) => !lines.some((line) => line.start < one.end && one.start < line.end),
  );
  const all = [...lines, ...marked].toSorted((a, b) => a.start - b.start);
  const found = all
    .filter(({ words }) => words.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length >= LEAST_WORDS)
    .map(({ words, start, end }): Quoted => {
      const from = text.lastIndexOf('\n', text.lastIndexOf('\n', start - 1) - 1) + 1;
      const to = text.indexOf('\n', end);
      const around = { start: start === 0 ? 0 : from, end: to < 0 ? text.length : to };
      return { words, beside: cut(text, around, all) };
    });
  return found.filter(({ words }, i) => found.findIndex((other) => other.words === words) === i);
}

const QUOTED_LINES = /^>>> [^]+|(?:^> .*(?:\n|$))+/gm;

/** The text within `span` without what is quoted in it. */
function cut(
  text: string,
  span: { readonly start: number; readonly end: number },
  quoted: readonly { readonly start: number; readonly end: number }[],
): string {
  let rest = '';
  let from = span.start;
  for (const { start, end } of quoted) {
    if (end <= from || start >= span.end) continue;
    rest += `${text.slice(from, Math.max(from, start))}\n`;
    from = end;
  }
  return rest + text.slice(from, Math.max(from, span.end));
}
