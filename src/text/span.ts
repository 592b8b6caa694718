/** A stretch of an article's text: `[start, end)` in UTF-16 code units. Always `0 <= start < end <= text.length`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words at `span`: the only way a quote comes to be (the one rule: a quote is the article at its span). */
export function textAt(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** `span` without white space at its edges; null when nothing else is in it. */
export function trimSpan(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return start < end ? { start, end } : null;
}

/** Whether the two spans share a character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies in `outer` with both ends. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** What is left of `span` when `holes` (sorted by start, disjoint) are taken out; sorted, never empty spans. */
export function subtract(span: Span, holes: readonly Span[]): Span[] {
  const left: Span[] = [];
  let start = span.start;
  for (const hole of holes) {
    if (hole.end <= start) continue;
    if (hole.start >= span.end) break;
    if (hole.start > start) left.push({ start, end: hole.start });
    start = Math.max(start, hole.end);
  }
  if (start < span.end) left.push({ start, end: span.end });
  return left;
}

/** Sorted by start, with touching and overlapping spans joined into one. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/** How many of `items` (sorted) start before `position`. */
export function indexAt(items: readonly Span[], position: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of `items` (sorted) that starts at or before `position`, or the first. */
export function itemAt<T extends Span>(items: readonly T[], position: number): T | undefined {
  return items[Math.max(0, indexAt(items, position + 1) - 1)];
}

/** Whether `position` lies in one of the sorted, disjoint spans. */
export function within(spans: readonly Span[], position: number): boolean {
  const span = spans[indexAt(spans, position + 1) - 1];
  return span !== undefined && position < span.end;
}
