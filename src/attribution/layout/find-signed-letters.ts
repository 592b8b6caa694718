import { textAt, trimSpan, type Span } from '../../text/span.ts';
import { quotesAnother } from './find-letters.ts';
import { paragraphsOf, quotedLines, type Line } from './quoted-lines.ts';
import { turnOf, type SpokenTurn } from './spoken-turn.ts';

/** "Dear Ms. Roe,", "SIR –", "To the Editor:": whom a letter is to; words may follow on its line. */
const SALUTATION =
  /^(?:Dear\s(?:\p{L}[\p{L}.'’-]*\s?){1,6}[,:–—-]|(?:S(?:ir|IR)s?|MADAM|Madam)\s?[,:–—-]|To the [Ee]ditors?\s?[,:–—-])(?=\s|$)/u;
/** "Statement on the fire", "A public apology": the heading of what somebody signs below. */
const HEADING =
  /^(?:\p{L}+\s){0,3}(?:[Ss]tatement|STATEMENT|[Dd]eclaration|DECLARATION|[Aa]pology|APOLOGY)(?:\s(?:on|about|by|from|of|to|for|regarding|concerning|after|following|ON|ABOUT|BY|FROM|OF|TO|FOR|REGARDING|CONCERNING|AFTER|FOLLOWING)\s[^.!?:"“]{1,80})?$/u;
const FIRST_PERSON = /\b(?:I|we|our|my|us|me)\b/i;
/** "Yours faithfully,", "Kind regards," on a line of its own. */
const CLOSING =
  /^(?:Yours(?:\s\p{L}+){0,2}|(?:(?:Very\s)?(?:Sincerely|Truly|Respectfully|Faithfully|Cordially)(?:\s[Yy]ours)?)|(?:(?:With\s)?(?:[Kk]ind|[Bb]est|[Ww]arm)(?:est)?\s)?(?:[Rr]egards|[Ww]ishes)|In solidarity)\s?,?$/u;
const NAME =
  /^(?:(?:Mrs?|Ms|Dr|Prof|Sir|Rev|Cllr)\.?\s)?\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:(?:van|von|de|der|bin|al)\s)?\p{Lu}[\p{L}\p{M}.'’-]*){1,4}(?=,|$)/u;
const LONGEST_SIGNATURE = 80;
const LONGEST_HEADING = 160;
/** Lines behind the name: an office, a place. */
const LINES_BEHIND = 2;
/** Empty lines at the end of a text. */
const LINES_LEFT = 4;
/** Nobody's letter to a paper has more lines. */
const LONGEST_LETTER = 200;

export interface SignedLetters {
  readonly turns: SpokenTurn[];
  /** Salutations and what stands about the names: nobody's words. */
  readonly headers: Span[];
}

const wordsAt = (text: string, line: Line | undefined): string =>
  line?.words && line.words.end - line.words.start <= LONGEST_SIGNATURE ? textAt(text, line.words) : '';

/** Whether paragraphs are somebody's own words, and none tells who else said what. */
const isOwn = (paragraphs: readonly string[]): boolean =>
  paragraphs.some((words) => FIRST_PERSON.test(words)) && !paragraphs.some(quotesAnother);

/** The line with the name that signs what stands before line `i`, when a signature begins there. */
function signatureAt(
  text: string,
  lines: readonly Line[],
  i: number,
): { name: Span; from: number; to: number; sure: boolean } | null {
  const closes = CLOSING.test(wordsAt(text, lines[i]));
  const behind = lines.slice(i + 1, i + 4).findIndex(({ words }) => words);
  const at = closes ? i + 1 + Math.max(0, behind) : i;
  const line = lines[at];
  const match = NAME.exec(wordsAt(text, line));
  if (!match || !line?.words) return null;
  const rest = wordsAt(text, line).slice(match[0].length);
  if (!closes && (lines[i - 1]?.words || /[.!?]$/.test(rest))) return null;
  let to = at;
  while (to - at < LINES_BEHIND && lines[to + 1]?.words) to++;
  // Without a closing formula the name ends the letter: a line of place, and nothing more.
  if (!closes && (lines[to + 1]?.words || /[.!?]$/.test(wordsAt(text, lines[to])))) return null;
  const sure =
    closes ||
    to > at ||
    (lines.length - to <= LINES_LEFT && lines.slice(to + 1).every(({ words }) => !words));
  return { name: { start: line.words.start, end: line.words.start + match[0].length }, from: i, to, sure };
}

/** Reads letters as papers print them, from whom they address to who signs them, and signed statements under a heading. */
export function findSignedLetters(text: string): SignedLetters {
  const turns: SpokenTurn[] = [];
  const headers: Span[] = [];
  const lines = quotedLines(text);
  for (let i = 0; i < lines.length; i++) {
    const words = lines[i]?.words;
    if (!words || lines[i - 1]?.words) continue;
    const line = text.slice(words.start, Math.min(words.end, words.start + LONGEST_SIGNATURE));
    const salutes = SALUTATION.exec(line);
    const opening = salutes ?? HEADING.exec(textAt(text, words).slice(0, LONGEST_HEADING));
    if (!opening) continue;
    let end = i + 1;
    let signed = null;
    for (; end < Math.min(lines.length, i + LONGEST_LETTER) && !signed; end++) {
      if (!lines[end]?.words) continue;
      if (SALUTATION.test(wordsAt(text, lines[end]))) break;
      signed = signatureAt(text, lines, end);
      if (!salutes && signed?.sure === false) signed = null;
    }
    if (!signed) continue;
    const start = words.start + opening[0].length;
    const opens = {
      start,
      end: words.end,
      depth: 0,
      bullet: false,
      words: trimSpan(text, { start, end: words.end }),
    };
    const said = paragraphsOf([opens, ...lines.slice(i + 1, signed.from)], true);
    // What a press office writes tells of others.
    if (!salutes && !isOwn(said.flat().map((piece) => textAt(text, piece)))) continue;
    headers.push({ start: words.start, end: start });
    const last = lines[signed.to]?.words;
    const closes = lines[signed.from]?.words;
    if (closes && last) headers.push({ start: closes.start, end: last.end });
    if (said.length > 0) turns.push(turnOf(signed.name, said));
    i = signed.to;
  }
  return { turns, headers };
}
