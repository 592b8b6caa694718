import { paragraphs as paragraphsOf } from '../paragraphs.ts';
import { contextSays, readMarks, type QuotationMark } from './read-quotation-marks.ts';
import { trimSpan, type Span } from '../span.ts';
import { sentenceSpans } from '../split-sentences.ts';

/** A quotation within one paragraph, its marks included. */
export interface Quotation extends Span {
  /** Whether a mark ends it; else it ends with its paragraph (it goes on in the next) or with its sentence. */
  readonly closed: boolean;
}

/** More that is open at once is no nesting but marks that nothing closes. */
const MAX_DEPTH = 3;
/** "he said on Monday in an interview." */
const LONGEST_TAG_CHARACTERS = 60;
/** `…, said Ms. Roe.` behind a quotation that nothing closes. */
const SPOKEN_TAG = /,\s(?=(?:\S+\s){0,7}?(?:\p{Lu}|(?:he|she|they)\b))(?:\S+\s?){2,8}$/u;
/** A quotation without its closing mark is looked for in so many paragraphs. */
const PARAGRAPHS_ON = 3;

/** A quotation that is open still; `found` quotations lie before it, those behind within it. */
interface Opened {
  readonly start: number;
  readonly single: boolean;
  readonly low: boolean;
  readonly found: number;
}

type Role = 'opens' | 'closes' | 'nothing';

/** What a double mark does where `inner` is the innermost quotation that is open. */
function roleOf(mark: QuotationMark, inner: Opened | undefined, next: QuotationMark | undefined): Role {
  const context = contextSays(mark);
  if (inner) {
    if (mark.looks === -1) return 'closes';
    if (mark.looks === 0) return context === 'opens' ? 'opens' : 'closes';
    // „…“ and “…“: the mark that opens elsewhere closes here.
    return context === 'closes' || (inner.low && !mark.spaced) ? 'closes' : 'opens';
  }
  if (mark.looks === 1) return 'opens';
  if (mark.looks === -1) return mark.first || context === 'opens' ? 'opens' : 'nothing';
  if (context !== 'closes') return 'opens';
  // `He said:" We go," and left.`: two marks cannot both close.
  const alike = next && !next.single && next.looks === 0 && contextSays(next) === 'closes';
  return alike && !mark.measures ? 'opens' : 'nothing';
}

/** Whether what is open runs on into the paragraphs behind: the next opens it `again`, or one closes it. */
function runsOn(behind: readonly (readonly QuotationMark[])[]): 'again' | 'on' | null {
  for (const [i, marks] of behind.entries()) {
    const mark = marks.find(({ single }) => !single);
    if (!mark) continue;
    if (mark.first) return i === 0 && (mark.looks === 1 || mark.context === 1) ? 'again' : null;
    const closes = mark.looks === -1 || (mark.looks === 0 && contextSays(mark) === 'closes');
    return closes && !mark.measures ? 'on' : null;
  }
  return null;
}

/** What can be trusted of a quotation that nothing closes: its sentence, without `, said Ms. Roe`. */
function confined(text: string, start: number, end: number): Quotation[] {
  const [sentence] = sentenceSpans(text, { start, end });
  if (!sentence) return [];
  const tail = text.slice(Math.max(start, sentence.end - LONGEST_TAG_CHARACTERS), sentence.end);
  const tag = SPOKEN_TAG.exec(tail)?.[0].length ?? 0;
  const span = trimSpan(text, { start, end: sentence.end - tag });
  return span && span.end - span.start > 1 ? [{ ...span, closed: false }] : [];
}

/** The quotations of one paragraph; `carried` when one of the paragraph before goes on here without a mark. */
function pairParagraph(
  text: string,
  paragraph: Span,
  marks: readonly QuotationMark[],
  carried: boolean,
  behind: readonly (readonly QuotationMark[])[],
): { quotations: Quotation[]; carries: boolean } {
  const found: Quotation[] = [];
  const lost: Quotation[] = [];
  const open: Opened[] = carried ? [{ start: paragraph.start, single: false, low: false, found: 0 }] : [];
  const lastSingleClose = marks.findLast(({ mayClose }) => mayClose)?.start ?? -1;
  const lastDoubleClose =
    marks.findLast((mark) => !mark.single && contextSays(mark) === 'closes')?.start ?? -1;
  /** The mark that closed last, and whether it left nothing open but may be one of inches. */
  let closing: QuotationMark | null = null;
  let tooSoon = false;

  const openAt = ({ start, single, low }: QuotationMark): void => {
    if (open.length === MAX_DEPTH) {
      const first = open.shift();
      const end = Math.min(found[first?.found ?? 0]?.start ?? Infinity, open[0]?.start ?? start);
      if (first) lost.push(...confined(text, first.start, end));
    }
    open.push({ start, single, low, found: found.length });
  };
  const closeAt = (mark: QuotationMark): void => {
    const opened = open.pop();
    if (!opened) return;
    found.length = opened.found;
    found.push({ start: opened.start, end: mark.end, closed: true });
    closing = mark;
    tooSoon = open.length === 0 && mark.measures;
  };

  marks.forEach((mark, i) => {
    const inner = open.at(-1);
    if (mark.single) {
      if (inner?.single && mark.context !== 1 && mark.mayClose) closeAt(mark);
      else if (!inner && mark.context === 1 && mark.looks !== -1 && !mark.elides) {
        const closes = lastSingleClose > mark.start || (mark.first && lastDoubleClose > mark.start);
        if (closes) openAt(mark);
      }
      return;
    }
    const role = roleOf(mark, inner, marks[i + 1]);
    // A double mark closes a single quotation that nothing else closes.
    if (inner?.single && (role !== 'closes' || lastSingleClose > mark.start)) return;
    for (let k = 0; k < mark.count; k++) {
      if (role === 'opens') openAt(mark);
      else if (role === 'closes') closeAt(mark);
    }
    // `"It has a 10" blade," he said`: the mark of a measure closed it too soon.
    const last = found.at(-1);
    if (role === 'nothing' && tooSoon && last) {
      found[found.length - 1] = { ...last, end: mark.end };
      tooSoon = false;
    }
  });

  const [outer] = open;
  const on = outer && !outer.single ? runsOn(behind) : null;
  if (outer && on) {
    found.length = outer.found;
    found.push({ start: outer.start, end: paragraph.end, closed: false });
  } else if (outer && found.length - outer.found === 1 && closesTwo(closing, outer, paragraph)) {
    const end = found.at(-1)?.end ?? paragraph.end;
    found.length = outer.found;
    found.push({ start: outer.start, end, closed: true });
  } else {
    open.forEach((opened, depth) => {
      const end = Math.min(
        open[depth + 1]?.start ?? paragraph.end,
        found[opened.found]?.start ?? paragraph.end,
      );
      if (!opened.single) lost.push(...confined(text, opened.start, end));
    });
  }
  return { quotations: [...found, ...lost].toSorted((a, b) => a.start - b.start), carries: on === 'on' };
}

/** `… in the form of "understanding", he stressed.`: one mark closes two quotations when little but the tag follows it. */
function closesTwo(close: QuotationMark | null, outer: Opened, paragraph: Span): boolean {
  return (
    close !== null &&
    close.start > outer.start &&
    close.followed &&
    paragraph.end - close.end <= LONGEST_TAG_CHARACTERS
  );
}

/**
 * The outermost quotations of `text`, in order and disjoint; one that runs over several paragraphs is a quotation of each.
 * Marks are paired by balance over the paragraph: straight ones are read by what stands about them, others also by their
 * looks, guillemets by how this text uses them. A quotation that nothing closes keeps to its sentence, unless the next
 * paragraph opens it again or one of the next closes it. Linear in the length of the text.
 *
 * @param paragraphs sorted and disjoint
 */
export function pairQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
  const marks = readMarks(text, paragraphs);
  const all: Quotation[] = [];
  let carried = false;
  paragraphs.forEach((paragraph, i) => {
    const own = marks[i] ?? [];
    const opensAgain = own[0]?.first === true && !own[0].single && own[0].context === 1;
    const behind = marks.slice(i + 1, i + 1 + PARAGRAPHS_ON);
    const paired = pairParagraph(text, paragraph, own, carried && !opensAgain, behind);
    carried = paired.carries;
    for (const quotation of paired.quotations) all.push(quotation);
  });
  return all;
}

/** The outermost quotations of `text`, marks included, sorted; one that nothing closes ends with its sentence or paragraph. */
export function quotationSpans(text: string): Span[] {
  return pairQuotations(text, paragraphsOf(text));
}
