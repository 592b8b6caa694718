import { textAt, type Span } from '../../text/span.ts';
import { paragraphsOf, quotedLines, type Line } from './quoted-lines.ts';
import { turnOf, type SpokenTurn } from './spoken-turn.ts';

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:(?:of|the|de|van|von|al|bin)\s)?\p{Lu}[\p{L}\p{M}.'’-]*){0,5}`;
/** `— Ann Roe (@annroe) January 11, 2022`: who posted what stands before. */
const POSTED = new RegExp(String.raw`(?:^|\s)[—–-]{1,2}\s?(?<name>${NAME})\s\(@\w{1,30}\)[^\n]{0,60}$`, 'du');
/** `— Ann Roe, minister`, on the last line of a block quote. */
const SIGNED = new RegExp(String.raw`^[—–-]{1,2}\s?(?<name>${NAME})(?:,[^\n]{0,80})?$`, 'du');
const LONGEST_SIGNATURE = 160;
/** A post has so many lines at most. */
const LONGEST_POST = 40;

export interface BlockQuotes {
  readonly turns: SpokenTurn[];
  /** Signatures: nobody's words. */
  readonly signatures: Span[];
}

function signatureOf(
  text: string,
  line: Line | undefined,
  pattern: RegExp,
): { name: Span; all: Span } | null {
  if (!line?.words) return null;
  // `—` may have been taken for a bullet.
  const from = Math.max(line.start, line.words.end - LONGEST_SIGNATURE);
  const start =
    from === line.start
      ? line.start + (/^[\s>]*/.exec(text.slice(line.start, line.words.end))?.[0].length ?? 0)
      : from;
  const match = pattern.exec(text.slice(start, line.words.end));
  const range = match?.indices?.groups?.['name'];
  if (!match || !range) return null;
  return {
    name: { start: start + range[0], end: start + range[1] },
    all: { start: start + match.index, end: line.words.end },
  };
}

/** "… by May; and": what joins a list's items is no part of one. */
function withoutListMark(text: string, piece: Span): Span {
  const mark = /[;,](?:\s(?:and|or))?$/.exec(text.slice(Math.max(piece.start, piece.end - 8), piece.end));
  return mark ? { ...piece, end: piece.end - mark[0].length } : piece;
}

/** Whether a line ends a block of one or two lines. */
const isSetOff = (lines: readonly Line[], i: number): boolean =>
  !lines[i + 1]?.words && (!lines[i - 1]?.words || !lines[i - 2]?.words);

/** The lead-in of what begins at line `first`: the paragraph before it, when it ends with a colon. */
function leadInOf(text: string, lines: readonly Line[], first: number): Span | null {
  let last = first - 1;
  while (last >= 0 && first - last <= 3 && !lines[last]?.words) last--;
  const before = lines[last];
  if (!before?.words || first - last > 3 || !/[:—]["”’*_]*$/.test(textAt(text, before.words).slice(-4)))
    return null;
  let start = last;
  while (
    start > 0 &&
    last - start < 4 &&
    lines[start - 1]?.words &&
    lines[start - 1]?.depth === before.depth &&
    !before.bullet
  )
    start--;
  return { start: lines[start]?.words?.start ?? before.words.start, end: before.words.end };
}

/**
 * Words that a page sets off as somebody's: quoted lines and lists behind "Ms. Roe wrote:", signed block quotes, and posts
 * with the name and handle of who posted them.
 */
export function findBlockQuotes(text: string): BlockQuotes {
  const lines = quotedLines(text);
  const turns: SpokenTurn[] = [];
  const signatures: Span[] = [];
  let signed = -1;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line?.words) continue;
    const posted = signatureOf(text, line, POSTED);
    if (posted) {
      signatures.push(posted.all);
      const floor = signed + 1;
      signed = i;
      const own = { ...line, words: { start: line.words.start, end: posted.all.start } };
      let first = i;
      // On a line of its own the post stands in the block before.
      if (
        text.slice(line.words.start, posted.all.start).trim() === '' ||
        posted.all.start <= line.words.start
      ) {
        while (first > floor && i - first < LONGEST_POST && !lines[first - 1]?.words) first--;
        while (first > floor && i - first < LONGEST_POST && lines[first - 1]?.words) first--;
      }
      const said = paragraphsOf(first < i ? lines.slice(first, i) : [own], true);
      if (said.length > 0) turns.push(turnOf(posted.name, said));
      continue;
    }
    const listed = line.bullet && line.depth === 0;
    const alone = line.depth === 0 && isSetOff(lines, i) ? signatureOf(text, line, SIGNED) : null;
    const quoted = alone && lines.slice(0, i).findLast(({ words }) => words);
    if (alone && quoted && quoted.depth === 0 && !quoted.bullet && lines.indexOf(quoted) > signed) {
      const said = paragraphsOf([quoted], true);
      signed = i;
      signatures.push(alone.all);
      if (said.length > 0) turns.push(turnOf(alone.name, said));
      continue;
    }
    if (line.depth === 0 && !listed) continue;
    let end = i;
    const belongs = (each: Line | undefined): boolean =>
      each !== undefined && (listed ? each.bullet && each.depth === 0 : each.depth > 0);
    for (let k = i + 1; k < lines.length && (belongs(lines[k]) || !lines[k]?.words); k++)
      if (lines[k]?.words) end = k;
    const leadIn = leadInOf(text, lines, i);
    const inside = signatureOf(text, lines[end], SIGNED) ?? signatureOf(text, lines[end], POSTED);
    const behind = lines.slice(end + 1, end + 3).find(({ words }) => words);
    const after = listed ? null : (inside ?? signatureOf(text, behind, SIGNED) ?? null);
    const block = lines.slice(i, inside && !listed ? end : end + 1);
    const whole = paragraphsOf(block, !listed);
    const said = listed ? whole.map((pieces) => pieces.map((piece) => withoutListMark(text, piece))) : whole;
    if (after && said.length > 0) {
      signatures.push(after.all);
      turns.push(turnOf(after.name, said));
    } else if (leadIn) {
      turns.push({ name: null, besides: null, leadIn, part: null, asker: null, own: !listed, said });
    }
    if (behind && after && !inside) i = lines.indexOf(behind);
    else i = end;
  }
  return { turns, signatures };
}
