import { type FeatureSink, step } from './feature-sink.ts';
import { type View } from './paragraph-view.ts';
import { EDGE, KIND, MAYBE_CUE_FROM, type WordTraits } from '../word-traits.ts';

/** The nearest cue-like words outside quotations, as several groups of templates need them. */
export interface NearCues {
  readonly left: number;
  readonly leftTraits: WordTraits;
  readonly leftSame: number;
}

/** The nearest cue-like words outside quotations: which, how far, in the same sentence, with what between. */
export function addCues(sink: FeatureSink, { at, context, sentence }: View, i: number): NearCues {
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
export function addSentence(
  sink: FeatureSink,
  { at, context, sentence, before, after }: View,
  i: number,
): void {
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
export function addClauses(
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
  const verbsRight = context.verbs[Math.min(markRight, n - 1)] ?? 0;
  const verbsLeft = markLeft < 0 ? 0 : (context.verbs[markLeft] ?? 0);
  const verbHere = verbsRight > verbsLeft ? 1 : 0;
  const verbNext = markRight < n && (context.verbs[Math.min(beyond, n - 1)] ?? 0) > verbsRight ? 1 : 0;
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
