import { type Span } from '../../text/span.ts';
import {
  CONTENT_AFTER,
  CONTENT_ALONE,
  CONTENT_BEFORE,
  CUE,
  GAP,
  OUTSIDE,
  SOURCE_AFTER,
  SOURCE_BEFORE,
} from '../../attribution/tag/token-labels.ts';
import { type Tokens } from '../../text/tokenize.ts';
import { type GoldStatement } from './read-brat.ts';

/** A part of a statement: tokens `[first, last]`. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** The tokens that overlap the span, or null. */
export function tokensOf(tokens: Tokens, span: Span): TokenRange | null {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.end[middle] ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  let last = low - 1;
  while (last + 1 < tokens.count && (tokens.start[last + 1] ?? 0) < span.end) last++;
  return last >= low ? { first: low, last } : null;
}

/** Cuts ranges at the borders of paragraphs, given the paragraph of each token (-1: in none). */
function byParagraph(range: TokenRange, paragraphOf: Int32Array): TokenRange[] {
  const parts: { first: number; last: number }[] = [];
  for (let i = range.first; i <= range.last; i++) {
    const part = parts.at(-1);
    if (part && part.last === i - 1 && paragraphOf[part.first] === paragraphOf[i]) part.last = i;
    else if ((paragraphOf[i] ?? -1) >= 0) parts.push({ first: i, last: i });
  }
  return parts;
}

/** The tokens of the spans, cut at the borders of paragraphs. */
function partsOf(tokens: Tokens, paragraphOf: Int32Array, spans: readonly Span[]): TokenRange[] {
  return spans.flatMap((span) => {
    const range = tokensOf(tokens, span);
    return range ? byParagraph(range, paragraphOf) : [];
  });
}

/** The label of every token of an article: a token keeps the first role it is given, cues first. */
export function goldLabels(
  tokens: Tokens,
  paragraphOf: Int32Array,
  statements: readonly GoldStatement[],
): Uint8Array {
  const labels = new Uint8Array(tokens.count);
  const mark = ({ first, last }: TokenRange, begin: number): void => {
    for (let i = first; i <= last; i++) {
      if (labels[i] !== OUTSIDE) continue;
      const goesOn = i > first && ((labels[i - 1] ?? 0) & ~1) === begin;
      labels[i] = goesOn ? begin + 1 : begin;
    }
  };
  const parts = (spans: readonly Span[]): TokenRange[] => partsOf(tokens, paragraphOf, spans);
  const ranges = statements.map(({ content, source, cue }) => ({
    content: parts(content),
    source: parts(source),
    cue: parts(cue)[0],
  }));
  for (const { cue } of ranges) if (cue) mark(cue, CUE);
  for (const { source, cue } of ranges) {
    for (const part of source) mark(part, cue && part.first > cue.first ? SOURCE_AFTER : SOURCE_BEFORE);
  }
  for (const { content, cue } of ranges) {
    for (const part of content) {
      const alone = !cue || paragraphOf[cue.first] !== paragraphOf[part.first];
      mark(part, alone ? CONTENT_ALONE : part.first > cue.first ? CONTENT_AFTER : CONTENT_BEFORE);
    }
  }
  for (const { content, source, cue } of ranges) {
    if (!cue) continue;
    const ordered = [
      ...content.map((part) => ({ ...part, gap: GAP.content })),
      ...source.map((part) => ({ ...part, gap: GAP.source })),
      { ...cue, gap: GAP.cue },
    ]
      .filter((part) => paragraphOf[part.first] === paragraphOf[cue.first])
      .toSorted((x, y) => x.first - y.first);
    ordered.forEach((part, k) => {
      for (let i = (ordered[k - 1] ?? part).last + 1; i < part.first; i++)
        if (labels[i] === OUTSIDE) labels[i] = part.gap;
    });
  }
  return labels;
}
