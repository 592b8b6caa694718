import { indexAt, mergeSpans, subtract, textAt, trimSpan, type Span } from '../text/span.ts';
import type { RawStatement } from './extract-spans.ts';

/** The spans within the text, without skips and `taken`, trimmed; sorted and disjoint. */
function clean(text: string, spans: readonly Span[], skips: readonly Span[], taken: readonly Span[]): Span[] {
  const holes = mergeSpans([...skips, ...taken]);
  return mergeSpans(spans.filter(({ start, end }) => start >= 0 && start < end && end <= text.length))
    .flatMap((span) => subtract(span, holesNear(holes, span)))
    .flatMap((span) => trimSpan(text, span) ?? [])
    .filter((span) => /[\p{L}\p{N}]/u.test(textAt(text, span)));
}

/** Those of the sorted holes that can touch `span`. */
function holesNear(holes: readonly Span[], span: Span): readonly Span[] {
  return holes.slice(Math.max(0, indexAt(holes, span.start) - 1), indexAt(holes, span.end));
}

/** Source, cue and content within the text and outside `skips` (sorted, disjoint), none of them on another. */
export function cleanSpans<T extends RawStatement>(text: string, raw: T, skips: readonly Span[]): T {
  const source = clean(text, raw.source, skips, []);
  const cue = clean(text, raw.cue, skips, source);
  return { ...raw, source, cue, content: clean(text, raw.content, skips, [...source, ...cue]) };
}

/** Where the attribution of a statement stands; without one, where its content begins. */
export const positionOf = ({ source, cue, content }: RawStatement): number =>
  Math.min(...[source[0], cue[0], content[0]].map((span) => span?.start ?? Infinity));
