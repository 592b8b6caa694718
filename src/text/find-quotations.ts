import { paragraphs } from './paragraphs.ts';
import { type Span } from './span.ts';
import { tokenize, type Tokens } from './tokenize.ts';

const DOUBLE_OPEN = /^[“„«]|^[‘`]{2}$/;
const DOUBLE_CLOSE = /^[”»]|^’’$/;
const DOUBLE_STRAIGHT = /^(?:"|'')$/;
const WORD = /[\p{L}\p{N}]/u;
const MAX_DEPTH = 3;
/** "he said on Monday in an interview." */
const LONGEST_TAG = 12;

/** A quotation within a paragraph: tokens `[open, close]`, marks included; `close` is the last token when none closes it. */
export interface Quotation {
  readonly open: number;
  readonly close: number;
  readonly closed: boolean;
}

/** Which way the mark `[start, end)` looks, by itself or what stands about it: 1 opens, -1 closes, 0 cannot be told. */
function directionOf(text: string, start: number, end: number): number {
  const mark = text.slice(start, end);
  if (DOUBLE_OPEN.test(mark) || mark === '‘') return 1;
  if (DOUBLE_CLOSE.test(mark)) return -1;
  const before = start === 0 ? ' ' : text.charAt(start - 1);
  const after = end >= text.length ? ' ' : text.charAt(end);
  const openBefore = /[\s([{—–-]/.test(before);
  const closeAfter = /[\s)\]}.,;:!?—–-]/.test(after);
  if (openBefore && !closeAfter) return 1;
  if (closeAfter && !openBefore) return -1;
  if (WORD.test(before) && !WORD.test(after)) return -1;
  return 0;
}

/** A single mark closes a quotation unless it is the apostrophe of a plural ("the allies' borders"). */
function closesSingle(text: string, index: number): boolean {
  const before = text.charAt(index - 1);
  if (/\s/.test(before)) return false;
  const after = text.charAt(index + 1);
  if (WORD.test(after)) return false;
  return !(before === 's' && after === ' ' && /[\p{Ll}\p{Lu}]/u.test(text.charAt(index + 2)));
}

function followedByComma(text: string, tokens: Tokens, i: number): boolean {
  return text.charAt(tokens.end[i] ?? 0) === ',' || text.charAt((tokens.start[i] ?? 0) - 1) === ',';
}

/**
 * The outermost quotations of tokens `[from, to)`, one paragraph. Straight marks are read by what stands about them; a mark that
 * opens within a quotation nests; a double mark closes a single one that nothing else closes; what stays open ends the paragraph.
 */
export function findQuotations(text: string, tokens: Tokens, from: number, to: number): Quotation[] {
  const found: Quotation[] = [];
  let lastSingleClose = -1;
  for (let i = to - 1; i >= from && lastSingleClose < 0; i--) {
    const index = tokens.start[i] ?? 0;
    if (/^['’]$/.test(text.slice(index, tokens.end[i])) && closesSingle(text, index)) lastSingleClose = i;
  }
  let depth = 0;
  let open = -1;
  let single = false;
  let nestedClose = -1;
  for (let i = from; i < to; i++) {
    const start = tokens.start[i] ?? 0;
    const end = tokens.end[i] ?? 0;
    if (end - start > 2) continue;
    const mark = text.slice(start, end);
    const isDouble = DOUBLE_STRAIGHT.test(mark) || DOUBLE_OPEN.test(mark) || DOUBLE_CLOSE.test(mark);
    const isSingle = mark === "'" || mark === '‘' || mark === '’';
    if (!isDouble && !isSingle) continue;
    const direction = directionOf(text, start, end);
    if (depth === 0) {
      if (isSingle && (direction !== 1 || mark === '’')) continue;
      if (isSingle && lastSingleClose < i && i !== from) continue;
      // A closing mark opens only where nothing but a mistake can have put it: at the very beginning.
      if (isDouble && DOUBLE_CLOSE.test(mark) && i !== from) continue;
      depth = 1;
      open = i;
      single = isSingle;
    } else if (isSingle) {
      if (single && direction !== 1 && closesSingle(text, start)) depth = 0;
    } else if (direction === 1 && !single && depth < MAX_DEPTH) {
      depth++;
    } else if (direction === 1) {
      continue;
    } else if (single && lastSingleClose > i) {
      continue;
    } else {
      depth--;
      nestedClose = i;
    }
    if (depth === 0) {
      found.push({ open, close: i, closed: true });
      open = -1;
    }
  }
  if (depth === 0) return found;
  // `… in the form of "understanding", he stressed.`: one mark closes two quotations when little but the tag follows it.
  const closesBoth =
    nestedClose > open && to - nestedClose <= LONGEST_TAG && followedByComma(text, tokens, nestedClose);
  found.push(
    closesBoth ? { open, close: nestedClose, closed: true } : { open, close: to - 1, closed: false },
  );
  return found;
}

/** The outermost quotations of `text`, marks included, sorted; one that nothing closes ends with its paragraph. */
export function quotationSpans(text: string): Span[] {
  const tokens = tokenize(text);
  const found: Span[] = [];
  let token = 0;
  for (const paragraph of paragraphs(text)) {
    while (token < tokens.count && (tokens.start[token] ?? 0) < paragraph.start) token++;
    const from = token;
    while (token < tokens.count && (tokens.start[token] ?? 0) < paragraph.end) token++;
    for (const { open, close } of findQuotations(text, tokens, from, token))
      found.push({ start: tokens.start[open] ?? 0, end: tokens.end[close] ?? 0 });
  }
  return found;
}
