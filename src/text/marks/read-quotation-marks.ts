import type { Span } from '../span.ts';

/** A quotation mark as it stands: what it looks like, and what stands about it. */
export interface QuotationMark extends Span {
  readonly single: boolean;
  /** What its form says: 1 opens, -1 closes, 0 cannot be told. */
  readonly looks: 1 | -1 | 0;
  /** What stands about it says: 1 opens, -1 closes, 0 cannot be told. */
  readonly context: 1 | -1 | 0;
  /** How many marks stand here together: `""`. */
  readonly count: number;
  /** Whether its paragraph begins with it. */
  readonly first: boolean;
  /** „ and ‚, which “ and ‘ close. */
  readonly low: boolean;
  /** Straight, behind a digit: perhaps inches or feet. */
  readonly measures: boolean;
  /** White space stands before it. */
  readonly spaced: boolean;
  /** A comma stands behind or before it. */
  readonly followed: boolean;
  /** A single mark that can close a quotation: no apostrophe of a plural ("the allies' borders"). */
  readonly mayClose?: boolean;
  /** A single mark that stands for letters or digits left out: "'80s", "rock 'n' roll", "'em". */
  readonly elides?: boolean;
}

const MARK = /"+|[“”„‟«»‹›]|``|‘‘|''|’’|['‘’‚]/g;
const OPENS = /^(?:[“„‟«‹‘‚]|``|‘‘)$/;
const CLOSES = /^(?:[”»›’]|’’)$/;
const WORD = /[\p{L}\p{N}]/u;
const OPEN_BEFORE = /[\s([{—–\-\\/>]/;
const CLOSE_AFTER = /[\s)\]}.,;:!?—–\-\\<…]/;
/** What emphasis is written with: it may stand between a mark and what it marks. */
const EMPHASIS = /[*_]/;
/** Words that English writes with their beginning left out, and digits of years. */
const ELISION = /^['‘’](?:\d0s|\d\d\b|n['‘’]|(?:n|em|tis|twas|til|till|cause|cos|bout|round|ere|nuff)\b)/i;
const LONGEST_ELISION = 8;
/** What may stand before the first word of a paragraph: bullets, `>`, emphasis. */
const MARKUP = /^[*_>\s•–-]*$/;
const LONGEST_MARKUP = 8;

/** The character before or behind a mark, past emphasis and closing brackets of notes; a space at the edge of the text. */
function beside(text: string, from: number, step: 1 | -1): string {
  let i = from;
  while (EMPHASIS.test(text.charAt(i)) && Math.abs(i - from) < 3) i += step;
  if (step === 1 && /^\[\d{1,3}\]|^[¹²³⁰-⁹†‡]/.test(text.slice(i, i + 5))) return ' ';
  return text.charAt(i) || ' ';
}

function contextOf(before: string, after: string): 1 | -1 | 0 {
  const opens = OPEN_BEFORE.test(before);
  const closes = CLOSE_AFTER.test(after);
  if (opens && !closes) return 1;
  if (closes && !opens) return -1;
  return WORD.test(before) && !WORD.test(after) ? -1 : 0;
}

/** What stands about the mark says of it. */
export const contextSays = ({ context }: QuotationMark): 'opens' | 'closes' | 'either' =>
  context === 1 ? 'opens' : context === -1 ? 'closes' : 'either';

/** Whether the text writes »…«: the first of its guillemets that anything can be told of points inwards. */
function isReversed(text: string): boolean {
  for (const { index, 0: mark } of text.matchAll(/[«»‹›]/g)) {
    const context = contextOf(beside(text, index - 1, -1), beside(text, index + 1, 1));
    if (context !== 0) return (context === 1) === /[»›]/.test(mark);
  }
  return false;
}

/** The marks of each paragraph, without the apostrophes within words. */
export function readMarks(text: string, paragraphs: readonly Span[]): QuotationMark[][] {
  const swap = isReversed(text) ? -1 : 1;
  return paragraphs.map((paragraph) => {
    const marks: QuotationMark[] = [];
    for (const match of text.slice(paragraph.start, paragraph.end).matchAll(MARK)) {
      const [mark] = match;
      const start = paragraph.start + match.index;
      const end = start + mark.length;
      const before = start === paragraph.start ? ' ' : beside(text, start - 1, -1);
      const after = end === paragraph.end ? ' ' : beside(text, end, 1);
      const single = /^['‘’‚‹›]$/.test(mark);
      if (/^['‘’]$/.test(mark) && WORD.test(before) && WORD.test(after)) continue;
      const looks = OPENS.test(mark) ? 1 : CLOSES.test(mark) ? -1 : 0;
      marks.push({
        start,
        end,
        single,
        looks: /[«»‹›]/.test(mark) ? (looks === swap ? 1 : -1) : looks,
        context: contextOf(before, after),
        count: mark.startsWith('"') ? Math.min(mark.length, 2) : 1,
        first: start - paragraph.start < LONGEST_MARKUP && MARKUP.test(text.slice(paragraph.start, start)),
        low: /[„‚]/.test(mark),
        measures: /^["']$/.test(mark) && /\d/.test(before),
        spaced: /\s/.test(before),
        followed: after === ',' || before === ',',
        ...(single && {
          mayClose: closesSingle(text, start, before, after),
          elides: ELISION.test(text.slice(start, start + LONGEST_ELISION)),
        }),
      });
    }
    return marks;
  });
}

/** A single mark closes a quotation unless it is the apostrophe of a plural ("the allies' borders"). */
function closesSingle(text: string, index: number, before: string, after: string): boolean {
  if (/\s/.test(before) || WORD.test(after)) return false;
  // "rock ’n’ roll": the second one, too, stands for letters left out.
  if (/[\s]['‘’]n$/i.test(text.slice(Math.max(0, index - 3), index))) return false;
  return !(before === 's' && after === ' ' && /[\p{Ll}\p{Lu}]/u.test(text.charAt(index + 2)));
}
