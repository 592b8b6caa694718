import { type FeatureSink, step } from './feature-sink.ts';
import { type View } from './paragraph-view.ts';

/** The quotation the token is in, or those before and after it; as many templates either way. */
export function addQuotations(
  sink: FeatureSink,
  { at, context, sentence, quotations }: View,
  i: number,
  passed: number,
): void {
  const p2 = at(i - 2), p1 = at(i - 1), t = at(i), n1 = at(i + 1), n2 = at(i + 2); // prettier-ignore
  const inside = context.quoted[i] ?? 0;
  const q = quotations[inside - 1];
  const wasInside = context.quoted[i - 1] ?? 0;
  const willBeInside = context.quoted[i + 1] ?? 0;
  const place = (inside ? 1 : 0) + 2 * (q && q.open === i ? 1 : 0) + 4 * (q && q.close === i ? 1 : 0) + 8 * (wasInside ? 1 : 0) + 16 * (willBeInside ? 1 : 0); // prettier-ignore
  sink.add(place, t.kind);
  sink.add(place, p1.kind, n1.kind);
  if (q) {
    sink.add(place, q.size, q.starts);
    sink.add(place, q.beforeWord);
    sink.add(place, q.afterWord);
    sink.add(place, q.beforeKind + 32 * q.afterKind, q.lastInside + 32 * q.starts);
    sink.add(place, q.lastInside, q.sentences + 4 * q.starts);
    sink.add(place, q.size, q.afterKind);
    sink.add(place, q.before, q.starts);
    sink.add(place, q.after, q.afterKind);
    sink.add(place, q.before, q.after);
    sink.add(place, q.number + 4 * q.starts, q.afterKind + 32 * q.lastInside);
  } else {
    sink.add(wasInside, p1.kind, p2.kind);
    sink.add(willBeInside, n1.kind, n2.kind);
    sink.add(99, context.sentenceQuotes[sentence[i] ?? 0]);
    sink.add(98, t.word, place);
    sink.add(97, t.cue, place);
    sink.add(96, p1.word, place);
    const last = quotations[passed - 1];
    const next = quotations[passed];
    const sinceLast = last ? step(i - last.close - 1) + 16 * last.lastInside : -1;
    const untilNext = next ? step(next.open - i - 1) + 16 * next.beforeKind : -1;
    sink.add(t.kind, sinceLast, last ? last.after : -1);
    sink.add(t.kind, untilNext, next ? next.before : -1);
    sink.add(t.cue, sinceLast, untilNext);
    sink.add(t.word, last ? last.after : -1);
  }
}
