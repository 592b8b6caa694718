import { freezeText, type Place } from '../../domain/article.ts';
import type { Span } from '../../text/span.ts';
import { UserError } from '../../errors.ts';
import { draftOf, UNKNOWN, type Draft, type Source, type SourceInput } from '../draft.ts';

/** PDF documents, by unpdf (pdf.js); a citation shows the page. */
export const pdfSource: Source = {
  endings: ['.pdf'],
  contentTypes: ['application/pdf'],
  read: readPdf,
};

/** A line as printed; lengths in the page's units. */
interface Line {
  text: string;
  readonly x: number;
  readonly y: number;
  right: number;
  readonly height: number;
}

/** Lines farther apart than so many heights part paragraphs. */
const PARAGRAPH_GAP = 1.7;
/** A line that ends so many heights before the widest is a paragraph's last. */
const SHORT_BY = 6;
const PARTED = '\n\n';
const PAGE_NUMBER = /^(?:page )?\d+(?: (?:of|\/) \d+)?$/i;
/** What stands at the top or bottom of so many pages in the same words is no part of the text. */
const REPEATED_PAGES = 3;

async function readPdf({ name, bytes }: SourceInput): Promise<Draft> {
  const { getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
    throw new UserError(
      `${name} is no PDF that can be read: ${reason}. Save it again without a password, or its text as .txt.`,
    );
  });
  const pages: Line[][] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    pages.push(linesOf(items));
  }
  const { info } = await pdf.getMetadata();
  const title: unknown = 'Title' in info ? info.Title : null;
  await pdf.destroy();
  if (pages.every((lines) => lines.length === 0)) {
    throw new UserError(
      `${name} holds no text, only pictures of it: a PDF with text was wanted. Save its text as .txt.`,
    );
  }
  return draftOfPages(pages, typeof title === 'string' && isTitle(title) ? title.trim() : null);
}

/** Programs put the name of the file they printed. */
function isTitle(title: string): boolean {
  return /\S/.test(title) && !/\.\w{2,5}$|^untitled|^microsoft word/i.test(title.trim());
}

function linesOf(items: readonly object[]): Line[] {
  const lines: Line[] = [];
  for (const item of items) {
    if (!('str' in item && 'transform' in item && 'width' in item && 'height' in item)) continue;
    const { str, transform, width, height } = item;
    if (typeof str !== 'string' || str === '' || !Array.isArray(transform)) continue;
    const [x, y, size] = [
      Number(transform[4]),
      Number(transform[5]),
      Number(height) || Number(transform[0]) || 1,
    ];
    const last = lines.at(-1);
    if (last && Math.abs(last.y - y) < last.height / 2 && x >= last.right - last.height) {
      const isApart = x - last.right > last.height / 5 && !/\s$/.test(last.text) && !/^\s/.test(str);
      last.text += isApart ? ` ${str}` : str;
      last.right = Math.max(last.right, x + Number(width));
    } else if (str.trim() !== '') lines.push({ text: str, x, y, right: x + Number(width), height: size });
  }
  return lines.map((line) => ({ ...line, text: freezeText(line.text).replace(/\s+/g, ' ').trim() }));
}

/** Pages with paragraphs put together again from their lines; what is printed on every page is skipped. */
function draftOfPages(pages: readonly Line[][], title: string | null): Draft {
  const repeated = repeatedLines(pages);
  const whole = new Set(
    pages.flat().flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []),
  );
  const parts: string[] = [];
  const skips: Span[] = [];
  const places: Place[] = [];
  let start = 0;
  const add = (paragraph: string): Span => {
    const span = { start, end: start + paragraph.length };
    parts.push(paragraph);
    start = span.end + PARTED.length;
    return span;
  };
  pages.forEach((lines, index) => {
    if (lines.length > 0) places.push({ start, label: `page ${index + 1}` });
    const right = lines.reduce((most, line) => Math.max(most, line.right), 0);
    let open: { text: string; last: Line } | null = null;
    for (const [at, line] of lines.entries()) {
      const isEdge = at < 2 || at >= lines.length - 2;
      const isFurniture = isEdge && (repeated.has(formOf(line.text)) || PAGE_NUMBER.test(line.text));
      if (open && !isFurniture && goesOn(open.last, line, right)) {
        open = { text: joined(open.text, line.text, whole), last: line };
        continue;
      }
      if (open) add(open.text);
      open = isFurniture ? null : { text: line.text, last: line };
      if (isFurniture) skips.push(add(line.text));
    }
    if (open) add(open.text);
  });
  return draftOf(`${parts.join(PARTED)}\n`, { meta: { ...UNKNOWN, title }, skips, places });
}

function goesOn(before: Line, line: Line, right: number): boolean {
  const gap = before.y - line.y;
  if (gap < 0 || gap > PARAGRAPH_GAP * Math.max(before.height, line.height)) return false;
  if (Math.abs(before.height - line.height) > 0.15 * before.height) return false;
  return !(right - before.right > SHORT_BY * before.height && /[.!?:]["”’)]*$/.test(before.text));
}

/** A word that the line's end cut gets a soft hyphen there: it is still to be seen where it was cut, and read as one. */
function joined(text: string, line: string, whole: ReadonlySet<string>): string {
  const first = /[\p{L}]+-$/u.exec(text.slice(-60))?.[0];
  const rest = /^\p{Ll}+/u.exec(line)?.[0];
  if (first === undefined || rest === undefined) return `${text} ${line}`;
  return whole.has((first + rest).toLowerCase()) ? text + line : `${text.slice(0, -1)}\u00AD${line}`;
}

/** The forms of first and last lines that several pages have. */
function repeatedLines(pages: readonly Line[][]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const edges = new Set([...lines.slice(0, 2), ...lines.slice(-2)].map(({ text }) => formOf(text)));
    for (const form of edges) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= REPEATED_PAGES).map(([form]) => form));
}

const formOf = (text: string): string => text.replace(/\d+/g, '#').toLowerCase();
