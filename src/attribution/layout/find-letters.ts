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
/** So much of a paragraph tells whether it reports. */
const LONGEST_REPORT = 2000;
const LONGEST_SALUTATION = 4;
const LONGEST_NAME = 60;

export interface Letters {
  readonly turns: SpokenTurn[];
  /** Lines that only say who wrote what when, and dividers: nobody's words. */
  readonly headers: Span[];
}

const namedIn = (match: RegExpExecArray | null, offset: number): Span | null => {
  const range = match?.indices?.groups?.['name'];
  return range ? { start: offset + range[0], end: offset + range[1] } : null;
};

/** The writer whom line `i`, alone or with the next one, names; `count` lines of the text do nothing else. `wrote`: what follows is quoted. */
function writerAt(
  text: string,
  lines: readonly Line[],
  i: number,
): { name: Span; count: number; wrote: boolean } | null {
  const line = lines[i];
  if (!line?.words) return null;
  const { words, depth } = line;
  const next = lines[i + 1];
  if (words.end - words.start > LONGEST_LINE) return null;
  const one = namedIn(WROTE.exec(textAt(text, words)), words.start);
  if (one) return { name: one, count: 1, wrote: true };
  if (next?.words && next.depth === depth && next.words.end - words.start <= LONGEST_LINE) {
    // As long as the text, so that what is found in it stands at the same place.
    const two = textAt(text, { start: words.start, end: next.words.end }).replace(/\n[>\s]*/g, (gap) =>
      ' '.repeat(gap.length),
    );
    const both = namedIn(WROTE.exec(two), words.start);
    if (both) return { name: both, count: 2, wrote: true };
  }
  let count = 0;
  let from: Span | null = null;
  for (; count < LONGEST_HEADER; count++) {
    const field = lines[i + count];
    if (!field?.words || field.depth !== depth || !FIELD.test(textAt(text, field.words).slice(0, 40))) break;
    from ??= namedIn(FROM.exec(textAt(text, field.words).slice(0, LONGEST_LINE)), field.words.start);
  }
  return from && count > 1 ? { name: from, count, wrote: false } : null;
}

/** “…,” said Ms. Roe. */
const QUOTES_ANOTHER =
  /["“«„][^"”»]{0,400}[,?!.…]["”»]\s+(?:\p{Ll}+ \p{Lu}|(?:\p{Lu}[\p{L}.'’-]*\s){1,4}\p{Ll}+)|\p{Lu}[\p{L}'’-]+ (?:said|told|asked|added)\b[^.!?]{0,60}["“«„]/u;
const FIRST_PERSON = /^(?:[^"“”«»„]|["“«„][^"”»]*["”»])*?\b(?:I|we|you|our|my|your|us|me)\b/i;

/** Whether a paragraph reports what somebody said, and nobody speaks in it but in quotations. */
export function quotesAnother(words: string): boolean {
  const shown = words.slice(0, LONGEST_REPORT);
  return QUOTES_ANOTHER.test(shown) && !FIRST_PERSON.test(shown);
}

/** Whether a paragraph says something: no salutation, no name at the end, and no report of what somebody else said. */
function isSaid(text: string, pieces: readonly Span[]): boolean {
  const words = pieces.map((piece) => textAt(text, piece)).join(' ');
  if (quotesAnother(words)) return false;
  return /[.!?…:]["'”’)]*$/.test(words) || words.split(/\s+/).length > LONGEST_SALUTATION;
}

/** "Ann Roe" on a line of its own. */
const SIGNED_NAME =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:(?:van|von|de|der|bin|al)\s)?\p{Lu}[\p{L}\p{M}.'’-]*){1,3}$/u;

/** Who signs a reply that stands above line `until`, where what it answers begins: its lines, and the name at their end. */
function signedAbove(
  text: string,
  lines: readonly Line[],
  until: number,
): { name: Span; lines: Line[] } | null {
  const last = lines.slice(0, until).findLastIndex(({ words }) => words);
  const { words: name, depth = 0 } = lines[last] ?? {};
  const isName = name && depth === 0 && name.end - name.start <= LONGEST_NAME && !lines[last - 1]?.words;
  return isName && SIGNED_NAME.test(textAt(text, name)) ? { name, lines: lines.slice(0, last) } : null;
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
      const start = i;
      close();
      i += found.count - 1;
      const behind = lines.slice(i + 1, i + 4).find((each) => each.words);
      const quotes = behind !== undefined && behind.depth > depth;
      const signed = quotes && headers.length === 0 && found.wrote ? signedAbove(text, lines, start) : null;
      letter = signed && { ...signed, depth };
      if (signed) headers.push(signed.name);
      close();
      headers.push({ start: words.start, end: lines[i]?.end ?? words.end });
      for (const each of writers.keys()) if (each > depth) writers.delete(each);
      writers.set(quotes ? depth + 1 : depth, found.name);
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
