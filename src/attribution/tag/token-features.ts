import { type Context, contextOf, type QuotationTraits, quotationTraits } from './paragraph-context.ts';
import { type FeatureSink, step } from './feature-sink.ts';
import { type Paragraph } from './read-paragraphs.ts';
import { EDGE, KIND, MAYBE_CUE_FROM, type WordTraits } from './word-traits.ts';

/** A paragraph as the templates below see it; tokens are counted from its beginning. */
interface View {
  readonly count: number;
  readonly sentence: Int32Array;
  readonly context: Context;
  readonly quotations: readonly QuotationTraits[];
  readonly before: number;
  readonly after: number;
  /** The traits of a token, those of the edge outside the paragraph. */
  readonly at: (i: number) => WordTraits;
}

/** The nearest cue-like words outside quotations, as several groups of templates need them. */
interface NearCues {
  readonly left: number;
  readonly leftTraits: WordTraits;
  readonly leftSame: number;
}

/** Words, stems, endings, shapes and kinds of word about the token. */
function addWords(sink: FeatureSink, { at }: View, i: number): void {
  const p4 = at(i - 4), p3 = at(i - 3), p2 = at(i - 2), p1 = at(i - 1); // prettier-ignore
  const t = at(i);
  const n1 = at(i + 1), n2 = at(i + 2), n3 = at(i + 3), n4 = at(i + 4); // prettier-ignore
  sink.add(t.word);
  sink.add(p1.word);
  sink.add(p2.word);
  sink.add(p3.word);
  sink.add(p4.word);
  sink.add(n1.word);
  sink.add(n2.word);
  sink.add(n3.word);
  sink.add(n4.word);
  sink.add(p1.word, t.word);
  sink.add(t.word, n1.word);
  sink.add(p2.word, p1.word);
  sink.add(n1.word, n2.word);
  sink.add(p1.word, t.word, n1.word);
  sink.add(p2.word, p1.word, t.word);
  sink.add(t.word, n1.word, n2.word);
  sink.add(p1.word, n1.word);
  sink.add(t.stem);
  sink.add(p1.stem);
  sink.add(n1.stem);
  sink.add(t.stem, n1.kind);
  sink.add(p1.stem, t.kind, n1.kind);
  sink.add(p2.stem, p1.kind, t.kind);
  sink.add(t.suffix, p1.kind);
  sink.add(t.suffix, n1.suffix);
  sink.add(p1.suffix, t.suffix);
  sink.add(t.suffix);
  sink.add(p1.suffix);
  sink.add(n1.suffix);
  sink.add(t.shape, p1.shape);
  sink.add(t.shape, n1.shape);
  sink.add(p1.shape, t.shape, n1.shape);
  sink.add(t.shape, t.kind);
  const kinds = t.kind + 32 * p1.kind + 1024 * n1.kind;
  sink.add(kinds);
  sink.add(kinds, p2.kind, n2.kind);
  sink.add(p1.kind + 32 * p2.kind, p3.kind, t.kind);
  sink.add(n1.kind + 32 * n2.kind, n3.kind, t.kind);
  sink.add(p1.word, kinds);
  sink.add(n1.word, kinds);
  sink.add(t.word, kinds);
}

/** How likely the words about the token are cues or sources. */
function addLevels(sink: FeatureSink, { at }: View, i: number): void {
  const p3 = at(i - 3), p2 = at(i - 2), p1 = at(i - 1), t = at(i), n1 = at(i + 1), n2 = at(i + 2), n3 = at(i + 3); // prettier-ignore
  const cues = t.cue + 16 * p1.cue + 256 * n1.cue;
  sink.add(t.cue);
  sink.add(p1.cue);
  sink.add(n1.cue);
  sink.add(p2.cue);
  sink.add(n2.cue);
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
  sink.add(t.source, t.shape);
}

/** The quotation the token is in, or those before and after it; as many templates either way. */
function addQuotations(
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

/** The nearest cue-like words outside quotations: which, how far, in the same sentence, with what between. */
function addCues(sink: FeatureSink, { at, context, sentence }: View, i: number): NearCues {
  const t = at(i);
  const inside = context.quoted[i] ?? 0;
  const s = sentence[i] ?? 0;
  const left = context.cueLeft[i] ?? -1;
  const right = context.cueRight[i] ?? -1;
  const leftTraits = left < 0 ? EDGE : at(left);
  const rightTraits = right < 0 ? EDGE : at(right);
  const leftFar = left < 0 ? 15 : step(i - left);
  const rightFar = right < 0 ? 15 : step(right - i);
  const leftSame = left >= 0 && sentence[left] === s ? 1 : 0;
  const rightSame = right >= 0 && sentence[right] === s ? 1 : 0;
  const commasLeft = left < 0 ? 3 : Math.min(2, (context.commas[i - 1] ?? 0) - (context.commas[left] ?? 0));
  const commasRight = right < 0 ? 3 : Math.min(2, (context.commas[right] ?? 0) - (context.commas[i] ?? 0));
  const verbsLeft = left < 0 ? 3 : Math.min(2, (context.verbs[i - 1] ?? 0) - (context.verbs[left] ?? 0));
  const verbsRight = right < 0 ? 3 : Math.min(2, (context.verbs[right] ?? 0) - (context.verbs[i] ?? 0));
  const thatLeft = left < 0 ? 2 : Math.min(1, (context.thats[i - 1] ?? 0) - (context.thats[left] ?? 0));
  const leftState = leftFar + 16 * leftSame + 32 * commasLeft + 128 * thatLeft;
  const rightState = rightFar + 16 * rightSame + 32 * commasRight;
  sink.add(leftTraits.word, leftSame + 2 * (inside ? 1 : 0));
  sink.add(leftTraits.word, leftFar, leftSame);
  sink.add(leftTraits.word, t.kind, leftSame);
  sink.add(leftState, leftTraits.cue, t.kind);
  sink.add(leftState, verbsLeft, leftTraits.cue);
  sink.add(rightTraits.word, rightSame + 2 * (inside ? 1 : 0));
  sink.add(rightTraits.word, rightFar, rightSame);
  sink.add(rightState, rightTraits.cue, t.kind);
  sink.add(rightState, verbsRight, rightTraits.cue);
  sink.add(leftSame + 2 * rightSame + 4 * thatLeft + 8 * commasLeft, leftTraits.cue, rightTraits.cue);
  sink.add(rightSame ? rightTraits.word : 0, at(right + 1).kind, at(right - 1).kind);
  sink.add(leftSame ? leftTraits.word : 0, at(left + 1).kind, at(left - 1).kind);
  sink.add(leftFar + 16 * rightFar, leftSame + 2 * rightSame, inside ? 1 : 0);
  sink.add(t.word, leftSame + 2 * rightSame, leftTraits.cue);
  return { left, leftTraits, leftSame };
}

/** The token's place in its sentence, its sentence's among the others, the paragraph's among the others. */
function addSentence(sink: FeatureSink, { at, context, sentence, before, after }: View, i: number): void {
  const t = at(i);
  const s = sentence[i] ?? 0;
  const inside = context.quoted[i] ?? 0;
  const edges = before * 64 + after;
  const first = context.sentenceFirst[s] ?? 0;
  const last = context.sentenceLast[s] ?? 0;
  const sentenceCue = context.sentenceCue[s] ?? 0;
  const sentenceQuotes = context.sentenceQuotes[s] ?? 0;
  sink.add(step(i - first), step(last - i), t.kind);
  sink.add(at(first).word, sentenceCue, inside ? 1 : 0);
  sink.add(at(first).kind, i === first ? 1 : 0, sentenceCue + 16 * sentenceQuotes);
  sink.add(sentenceCue + 16 * sentenceQuotes, inside ? 1 : 0, t.cue >= MAYBE_CUE_FROM ? t.cue : 0);
  sink.add(context.sentenceCue[s - 1] ?? 15, context.sentenceCue[s + 1] ?? 15, sentenceCue);
  sink.add(
    context.sentenceQuotes[s - 1] ?? 3,
    context.sentenceQuotes[s + 1] ?? 3,
    sentenceQuotes + 2 * (inside ? 1 : 0),
  );
  sink.add(edges, inside ? 1 : 0, sentenceCue);
  sink.add(before, Math.min(s, 2), sentenceCue + 16 * sentenceQuotes + 32 * (inside ? 1 : 0));
}

/** The stretch between two marks, the clause and the phrase the token is in, and what follows: where contents begin and end. */
function addClauses(
  sink: FeatureSink,
  { at, context, count: n }: View,
  i: number,
  { left, leftTraits, leftSame }: NearCues,
): void {
  const t = at(i);
  const markLeft = context.markLeft[i] ?? -1;
  const markRight = context.markRight[i] ?? n;
  const leftMark = at(markLeft).kind + 32 * step(i - markLeft - 1);
  const rightMark = at(markRight).kind + 32 * step(markRight - i - 1);
  sink.add(leftMark, rightMark);
  sink.add(at(markLeft).kind, at(markLeft + 1).word, t.kind);
  sink.add(at(markRight).kind, at(markRight + 1).word, t.kind);
  sink.add(at(markRight).kind, at(markRight + 1).kind, at(markRight + 1).cue + 16 * at(markRight + 2).cue);
  sink.add(at(markLeft).kind, at(markLeft - 1).cue, at(markLeft + 1).kind);
  sink.add(at(markRight).word, at(markRight + 1).kind + 32 * at(markRight + 2).kind, at(markRight + 3).kind);
  const clause = context.clauseLeft[i] ?? -1;
  const phrase = context.phraseLeft[i] ?? -1;
  const clauseWord = clause < 0 ? 0 : at(clause).word;
  const phraseWord = phrase < 0 ? 0 : at(phrase).word;
  const clauseAfterCue = clause > left ? 1 : 0;
  const beyond = context.markRight[markRight] ?? n;
  const verbsBefore = (mark: number): number => (mark < 0 ? 0 : (context.verbs[Math.min(mark, n - 1)] ?? 0));
  const verbHere = verbsBefore(markRight) > verbsBefore(markLeft) ? 1 : 0;
  const verbNext = markRight < n && verbsBefore(beyond) > verbsBefore(markRight) ? 1 : 0;
  const cueState = leftTraits.cue + 16 * leftSame;
  sink.add(clauseWord, at(clause - 1).kind, at(clause + 1).kind);
  sink.add(clauseWord, leftTraits.word, clauseAfterCue);
  sink.add(clauseWord, step(i - clause), t.kind);
  sink.add(clauseWord, cueState, clauseAfterCue + 2 * (at(clause - 1).kind === KIND.comma ? 1 : 0));
  sink.add(phraseWord, cueState, step(i - phrase));
  sink.add(phraseWord, at(phrase + 1).word, leftSame);
  sink.add(at(markLeft).kind, at(markLeft + 1).word, at(markLeft + 2).kind);
  sink.add(
    at(markLeft).kind + 32 * at(markLeft + 1).kind,
    cueState + 64 * (markLeft > left ? 1 : 0),
    at(markLeft + 2).kind,
  );
  sink.add(at(markLeft).kind + 32 * at(markLeft + 1).kind, verbHere + 2 * verbNext, cueState);
  sink.add(at(markRight).kind + 32 * at(markRight + 1).kind, verbHere + 2 * verbNext, cueState);
  sink.add(at(markLeft + 1).word, at(markLeft + 2).word, leftSame);
  sink.add(clauseWord, phraseWord, cueState);
}

/** What the word takes ("accused … of", "told … that") and who may be saying it. */
function addTakes(sink: FeatureSink, { at, context, count: n }: View, i: number): void {
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

/**
 * Gives `sink` the features of every token of the paragraph, token by token, the same number for each.
 * `before` and `after` are the summaries of the neighbouring paragraphs.
 */
export function addFeatures(sink: FeatureSink, paragraph: Paragraph, before: number, after: number): void {
  const { from, to, traits, sentence } = paragraph;
  const context = contextOf(paragraph);
  const quotations = quotationTraits(paragraph, context);
  const at = (i: number): WordTraits => traits[i] ?? EDGE;
  const view: View = { count: to - from, sentence, context, quotations, before, after, at };
  let passed = 0;
  for (let i = 0; i < view.count; i++) {
    while (passed < quotations.length && (quotations[passed]?.close ?? 0) < i) passed++;
    sink.nextToken();
    sink.add(0);
    addWords(sink, view, i);
    addLevels(sink, view, i);
    addQuotations(sink, view, i, passed);
    const cues = addCues(sink, view, i);
    addSentence(sink, view, i);
    addClauses(sink, view, i, cues);
    addTakes(sink, view, i);
  }
}
