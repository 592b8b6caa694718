import { textAt, type Span } from '../../text/span.ts';
import { quotedLines, type Line } from './quoted-lines.ts';
import { turnOf, type SpokenTurn } from './spoken-turn.ts';

/** A paragraph that is one quotation. */
const QUOTATION = /^(?:“[^“”]+”|"[^"]+"|«[^«»]+»|„[^„“”]+[“”])$/u;
const NAME =
  /^(?:(?:Mrs?|Ms|Dr|Prof|Sir|Rev|Cllr)\.?\s)?\p{Lu}[\p{L}\p{M}.'’-]*\p{Ll}(?:\s(?:(?:van|von|de|der|bin|al)\s)?\p{Lu}[\p{L}\p{M}.'’-]*){1,3}$/u;
const LONGEST_LINE = 80;
/** The name, an office, a place, a date. */
const MOST_LINES = 4;

export interface SignedQuotations {
  readonly turns: SpokenTurn[];
  /** Signatures: nobody's words. */
  readonly signatures: Span[];
}

/** Lines that nothing parts, and what they are. */
interface Block extends Span {
  readonly lines: readonly Span[];
  readonly kind: 'quotation' | 'signature' | 'other';
}

function kindOf(text: string, lines: readonly Span[]): Block['kind'] {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return 'other';
  if (QUOTATION.test(textAt(text, { start: first.start, end: last.end }))) return 'quotation';
  const isShort = lines.every((line) => line.end - line.start <= LONGEST_LINE);
  const isSignature =
    isShort &&
    lines.length <= MOST_LINES &&
    NAME.test(textAt(text, first)) &&
    lines.every((line) => !/[.!?:;"”»]$/.test(textAt(text, line)));
  return isSignature ? 'signature' : 'other';
}

function blocksOf(text: string, lines: readonly Line[]): Block[] {
  const blocks: Line[][] = [];
  let parted = true;
  for (const line of lines) {
    if (line.words && parted) blocks.push([]);
    if (line.words) blocks.at(-1)?.push(line);
    parted = line.words === null;
  }
  return blocks.flatMap((all) => {
    const spans = all.flatMap(({ words }) => words ?? []);
    const [first, last] = [spans[0], spans.at(-1)];
    // What is quoted or listed has who said it in a way of its own.
    const isPlain = all.every(({ depth, bullet }) => depth === 0 && !bullet);
    return first && last
      ? [{ start: first.start, end: last.end, lines: spans, kind: isPlain ? kindOf(text, spans) : 'other' }]
      : [];
  });
}

/**
 * Quotations with who said them on lines of their own below, and an office, or the end of the text, below the name. Names that
 * stand above quotations as well are headings: nothing is read then.
 */
export function findSignedQuotations(text: string): SignedQuotations {
  const turns: SpokenTurn[] = [];
  const signatures: Span[] = [];
  const blocks = blocksOf(text, quotedLines(text));
  /** The signature that was read last. */
  let signed: Block | null = null;
  blocks.forEach((block, i) => {
    const [before, below, behind] = [blocks[i - 1], blocks[i + 1], blocks[i + 2]];
    if (block.kind !== 'quotation' || below?.kind !== 'signature') return;
    if (before?.kind === 'signature' && before !== signed) return;
    const goesOn = behind?.kind === 'quotation';
    if (goesOn && blocks[i + 3]?.kind !== 'signature') return;
    const [name, office] = below.lines;
    if (!name || !(office || goesOn || !behind)) return;
    signed = below;
    signatures.push({ start: below.start, end: below.end });
    turns.push(turnOf(name, [[{ start: block.start, end: block.end }]]));
  });
  return { turns, signatures };
}
