import { type FeatureSink, step } from './feature-sink.ts';
import { type View } from './paragraph-view.ts';

/** Words, stems, endings, shapes and kinds of word about the token; what looks at one word alone is passed (`addAlone`). */
export function addWords(sink: FeatureSink, { at }: View, i: number): void {
  const p3 = at(i - 3), p2 = at(i - 2), p1 = at(i - 1); // prettier-ignore
  const t = at(i);
  const n1 = at(i + 1), n2 = at(i + 2), n3 = at(i + 3); // prettier-ignore
  sink.pass(10);
  sink.add(p1.word, t.word);
  sink.add(t.word, n1.word);
  sink.add(p2.word, p1.word);
  sink.add(n1.word, n2.word);
  sink.add(p1.word, t.word, n1.word);
  sink.add(p2.word, p1.word, t.word);
  sink.add(t.word, n1.word, n2.word);
  sink.add(p1.word, n1.word);
  sink.pass(3);
  sink.add(t.stem, n1.kind);
  sink.add(p1.stem, t.kind, n1.kind);
  sink.add(p2.stem, p1.kind, t.kind);
  sink.add(t.suffix, p1.kind);
  sink.add(t.suffix, n1.suffix);
  sink.add(p1.suffix, t.suffix);
  sink.pass(3);
  sink.add(t.shape, p1.shape);
  sink.add(t.shape, n1.shape);
  sink.add(p1.shape, t.shape, n1.shape);
  sink.pass(1);
  const kinds = t.kind + 32 * p1.kind + 1024 * n1.kind;
  sink.add(kinds);
  sink.add(kinds, p2.kind, n2.kind);
  sink.add(p1.kind + 32 * p2.kind, p3.kind, t.kind);
  sink.add(n1.kind + 32 * n2.kind, n3.kind, t.kind);
  sink.add(p1.word, kinds);
  sink.add(n1.word, kinds);
  sink.add(t.word, kinds);
}

/** How likely the words about the token are cues or sources; as above. */
export function addLevels(sink: FeatureSink, { at }: View, i: number): void {
  const p3 = at(i - 3), p2 = at(i - 2), p1 = at(i - 1), t = at(i), n1 = at(i + 1), n3 = at(i + 3); // prettier-ignore
  const cues = t.cue + 16 * p1.cue + 256 * n1.cue;
  sink.pass(5);
  sink.add(cues);
  sink.add(p3.cue + 16 * n3.cue);
  sink.add(t.cue, n1.kind, p1.kind);
  sink.add(t.cue, n1.word);
  sink.add(p1.cue, t.word);
  sink.add(n1.cue, t.word);
  sink.add(p1.cue, p2.cue, t.kind);
  sink.add(t.source + 16 * p1.source + 256 * n1.source);
  sink.add(t.source, n1.cue, p1.cue);
  sink.add(p1.source, t.cue, n1.kind);
  sink.pass(1);
}

/** What the word takes ("accused … of", "told … that") and who may be saying it. */
export function addTakes(sink: FeatureSink, { at, context, count: n }: View, i: number): void {
  const p1 = at(i - 1);
  const t = at(i);
  const joins = context.linkRight[i] ?? n;
  const speaker = context.speakerLeft[i] ?? -1;
  const speakerState = at(speaker).kind + 32 * at(speaker).source;
  sink.add(t.stem, at(joins).word);
  sink.add(t.cue, at(joins).word, step(joins - i));
  sink.add(t.suffix, at(joins).word, p1.kind);
  sink.add(t.stem, speakerState);
  sink.add(t.cue, speakerState, step(i - speaker));
  sink.add(t.cue, speakerState, at(joins).word);
}
