import type { Span } from '../../../text/span.ts';

/** A stretch of a text in which no span begins or ends. */
export interface Piece extends Span {
  /** Indexes of the spans that lie over all of it, ascending. */
  readonly under: readonly number[];
}

/**
 * Cuts `[0, length)` at every border of `spans`, which may overlap and lie in one another. The pieces are in order, never
 * empty, and together all of it; what of a span lies outside does not count.
 */
export function cutText(length: number, spans: readonly Span[]): Piece[] {
  const opening = new Map<number, number[]>();
  const borders = new Set([0, length]);
  for (const [index, { start, end }] of spans.entries()) {
    const [from, to] = [Math.max(start, 0), Math.min(end, length)];
    if (from >= to) continue;
    borders.add(from).add(to);
    const there = opening.get(from);
    if (there) there.push(index);
    else opening.set(from, [index]);
  }
  const sorted = [...borders].toSorted((a, b) => a - b);
  const pieces: Piece[] = [];
  let open: number[] = [];
  for (const [i, start] of sorted.entries()) {
    const end = sorted[i + 1];
    if (end === undefined) break;
    open = [...open, ...(opening.get(start) ?? [])].filter((index) => (spans[index]?.end ?? 0) > start);
    pieces.push({ start, end, under: open.toSorted((a, b) => a - b) });
  }
  return pieces;
}
