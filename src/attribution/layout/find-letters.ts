import { textAt, type Span } from '../../text/span.ts';
import { paragraphsOf, quotedLines, type Line } from './quoted-lines.ts';
import { turnOf, type SpokenTurn } from './spoken-turn.ts';

/** `On Mon, 10 Jan 2022 at 10:30, Ann Roe <ann@example.org> wrote:`, on one line or two. */
const WROTE =
  /^On\s[^\n]{0,80}?(?:\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s(?:[A-Z]{3,4}|[+-]\d{4}))?|\d{4})\s?,?\s+(?<name>[^<>\n\d:]{2,80}?)\s*(?:<[^<>\n]{0,120}>)?\s*(?:wrote|writes):$/du;
/** `From: Ann Roe <ann@example.org>` */
const FROM = /^[*_]{0,2}From:[*_]{0,2}\s+"?(?<name>[^<>"\n[\]]{2,80}?)"?\s*(?:[<[][^<>\n]{0,120}[>\]])?$/du;
const FIELD = /^[*_]{0,2}(?:From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Importance):[*_]{0,2}(?:\s|$)/u;
const DIVIDER = /^(?:-{2,}\s?.{0,40}\s?-{2,}|-- ?|_{5,}|Begin forwarded message:)$/;
const LONGEST_HEADER = 8;
const LONGEST_LINE = 300;
const LONGEST_SALUTATION = 4;

export interface Letters {
  readonly turns: SpokenTurn[];
  /** Lines that only say who wrote what when, and dividers: nobody's words. */
  readonly headers: Span[];
}

const namedIn = (match: RegExpExecArray | null, offset: number): Span | null => {
  const range = match?.indices?.groups?.['name'];
  return range ? { start: offset + range[0], end: offset + range[1] } : null;
};

/** The writer whom line `i`, alone or with the next one, names; `count` lines of the text do nothing else. */
function writerAt(text: string, lines: readonly Line[], i: number): { name: Span; count: number } | null {
  const line = lines[i];
  if (!line?.words) return null;
  const { words, depth } = line;
  const next = lines[i + 1];
  if (words.end - words.start > LONGEST_LINE) return null;
  const one = namedIn(WROTE.exec(textAt(text, words)), words.start);
  if (one) return { name: one, count: 1 };
  if (next?.words && next.depth === depth && next.words.end - words.start <= LONGEST_LINE) {
    // As long as the text, so that what is found in it stands at the same place.
    const two = textAt(text, { start: words.start, end: next.words.end }).replace(/\n[>\s]*/g, (gap) =>
      ' '.repeat(gap.length),
    );
    const both = namedIn(WROTE.exec(two), words.start);
    if (both) return { name: both, count: 2 };
  }
  let count = 0;
  let from: Span | null = null;
  for (; count < LONGEST_HEADER; count++) {
    const field = lines[i + count];
    if (!field?.words || field.depth !== depth || !FIELD.test(textAt(text, field.words).slice(0, 40))) break;
    from ??= namedIn(FROM.exec(textAt(text, field.words).slice(0, LONGEST_LINE)), field.words.start);
  }
  return from && count > 1 ? { name: from, count } : null;
}

/** Whether a paragraph says something: no salutation, no name at the end. */
function isSaid(text: string, pieces: readonly Span[]): boolean {
  const words = pieces.map((piece) => textAt(text, piece)).join(' ');
  return /[.!?…:]["'”’)]*$/.test(words) || words.split(/\s+/).length > LONGEST_SALUTATION;
}

/** Reads e-mails: whose words the lines behind `On … wrote:` and behind a header with `From:` are. */
export function findLetters(text: string): Letters {
  const lines = quotedLines(text);
  const turns: SpokenTurn[] = [];
  const headers: Span[] = [];
  /** Whose the lines are, by how deep they are quoted. */
  const writers = new Map<number, Span>();
  let letter: { name: Span; depth: number; lines: Line[] } | null = null;
  const close = (): void => {
    const said = letter ? paragraphsOf(letter.lines, true) : [];
    if (letter)
      turns.push(
        turnOf(
          letter.name,
          said.filter((pieces) => isSaid(text, pieces)),
        ),
      );
    letter = null;
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line?.words) {
      if (line) letter?.lines.push(line);
      continue;
    }
    const { depth, words } = line;
    const found = writerAt(text, lines, i);
    if (found) {
      close();
      i += found.count - 1;
      headers.push({ start: words.start, end: lines[i]?.end ?? words.end });
      const behind = lines.slice(i + 1, i + 4).find((each) => each.words);
      for (const each of writers.keys()) if (each > depth) writers.delete(each);
      writers.set(behind && behind.depth > depth ? depth + 1 : depth, found.name);
      continue;
    }
    if (writers.size > 0 && DIVIDER.test(textAt(text, words).slice(0, LONGEST_LINE))) {
      close();
      headers.push(words);
      // Behind a signature's dashes stands who signs.
      if (/^--\s?$/.test(textAt(text, words))) writers.delete(depth);
      continue;
    }
    const writer = writers.get(depth);
    if (letter && (letter.depth !== depth || letter.name !== writer)) close();
    if (writer) (letter ??= { name: writer, depth, lines: [] }).lines.push(line);
  }
  close();
  return { turns, headers };
}
