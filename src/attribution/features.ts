import { type Paragraph } from './paragraph.ts';
import { CUE_FROM, hashText, KIND, MAYBE_CUE_FROM, type WordTraits } from './words.ts';

/** Features are hashed into this many buckets, a power of two (Weinberger et al. 2009, "Feature hashing"). */
export const BUCKETS = 1 << 21;
const EDGE: WordTraits = {
  word: hashText('<edge>'), stem: hashText('<edge>'), suffix: 1, shape: 1, kind: 31, cue: 0, source: 0, cluster: 0, capital: false, capitals: false,
}; // prettier-ignore

/** Collects the buckets of one token after another; each `add` call of a token is a template of its own. */
class Sink {
  private buckets = new Int32Array(1 << 14);
  private length = 0;
  private template = 0;

  nextToken(): void {
    this.template = 0;
  }

  add(a: number, b = 0, c = 0): void {
    let hash = Math.imul(++this.template, 0x9e3779b1) ^ a;
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b;
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
    hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
    if (this.length === this.buckets.length) {
      const grown = new Int32Array(this.length * 2);
      grown.set(this.buckets);
      this.buckets = grown;
    }
    this.buckets[this.length++] = (hash ^ (hash >>> 15)) & (BUCKETS - 1);
  }

  take(): Int32Array {
    return this.buckets.slice(0, this.length);
  }
}

/** Distances in coarse steps: 0-4 as they are, then up to 6, 9, 14, 24, more. */
function step(distance: number): number {
  if (distance <= 4) return distance;
  if (distance <= 6) return 5;
  if (distance <= 9) return 6;
  if (distance <= 14) return 7;
  return distance <= 24 ? 8 : 9;
}

/** What stands about a paragraph: the neighbouring ones, in a few bits. */
export function summaryOf(paragraph: Paragraph | undefined): number {
  if (!paragraph) return 0;
  const { traits, quotations, from, to } = paragraph;
  const first = quotations[0];
  const last = quotations.at(-1);
  let cue = 0;
  for (const trait of traits) cue = Math.max(cue, trait.cue);
  const all = first && first.open === from && first.close === to - 1;
  const endsOpen = last && !last.closed;
  const quotes = all ? 3 : last && last.close >= to - 2 ? 2 : first ? 1 : 0;
  const colon = traits.at(-1)?.kind === KIND.colon;
  return 1 + quotes + 4 * (endsOpen ? 1 : 0) + 8 * (colon ? 1 : 0) + 16 * (cue >= CUE_FROM ? 1 : 0);
}

interface Context {
  /** Per token: 0 outside quotations, 1 + number of the quotation inside. */
  readonly quoted: Int32Array;
  /** Per token: the nearest cue-like word outside quotations to the left and right, or -1. */
  readonly cueLeft: Int32Array;
  readonly cueRight: Int32Array;
  readonly verbs: Int32Array;
  readonly commas: Int32Array;
  readonly thats: Int32Array;
  readonly sentenceFirst: Int32Array;
  readonly sentenceLast: Int32Array;
  /** Highest cue level outside quotations, by sentence. */
  readonly sentenceCue: Int32Array;
  readonly sentenceQuotes: Int32Array;
  /** Nearest mark of punctuation (comma, stop, colon, dash, quotation mark) to the left and right, or the edge. */
  readonly markLeft: Int32Array;
  readonly markRight: Int32Array;
  /** Nearest word at or before the token, in its sentence, that opens a clause or a prepositional phrase, or -1. */
  readonly clauseLeft: Int32Array;
  readonly phraseLeft: Int32Array;
  /** Nearest word after the token that may join it to what it takes (that, to, a preposition, a mark), or the edge. */
  readonly linkRight: Int32Array;
  /** Nearest word before the token that may be who says it (a name, a pronoun, a noun often a source), or -1. */
  readonly speakerLeft: Int32Array;
}

const opensClause = (kind: number): boolean =>
  kind === KIND.conjunction || kind === KIND.relative || kind === KIND.that || kind === KIND.to;
const SPEAKER_FROM = 5;
const isVerbal = ({ kind, cue }: WordTraits): boolean => kind === KIND.auxiliary || cue >= MAYBE_CUE_FROM;

const isMark = (kind: number): boolean => kind >= KIND.comma && kind <= KIND.mark;

function contextOf({ from, to, traits, sentence, quotations }: Paragraph): Context {
  const n = to - from;
  const quoted = new Int32Array(n);
  quotations.forEach((quotation, number) =>
    quoted.fill(number + 1, quotation.open - from, quotation.close - from + 1),
  );
  const sentences = (sentence[n - 1] ?? 0) + 1;
  const context: Context = {
    quoted,
    cueLeft: new Int32Array(n).fill(-1),
    cueRight: new Int32Array(n).fill(-1),
    verbs: new Int32Array(n),
    commas: new Int32Array(n),
    thats: new Int32Array(n),
    sentenceFirst: new Int32Array(sentences).fill(n),
    sentenceLast: new Int32Array(sentences),
    sentenceCue: new Int32Array(sentences),
    sentenceQuotes: new Int32Array(sentences),
    markLeft: new Int32Array(n).fill(-1),
    markRight: new Int32Array(n).fill(n),
    clauseLeft: new Int32Array(n).fill(-1),
    phraseLeft: new Int32Array(n).fill(-1),
    linkRight: new Int32Array(n).fill(n),
    speakerLeft: new Int32Array(n).fill(-1),
  };
  let verbs = 0;
  let commas = 0;
  let thats = 0;
  let cue = -1;
  let mark = -1;
  let clause = -1;
  let phrase = -1;
  let speaker = -1;
  for (let i = 0; i < n; i++) {
    const token = traits[i] ?? EDGE;
    const { kind, cue: level } = token;
    const s = sentence[i] ?? 0;
    if (i > 0 && s !== sentence[i - 1]) clause = phrase = -1;
    if (opensClause(kind)) clause = i;
    if (kind === KIND.preposition) phrase = i;
    context.clauseLeft[i] = clause;
    context.phraseLeft[i] = phrase;
    context.speakerLeft[i] = speaker;
    if (kind === KIND.name || kind === KIND.pronoun || token.source >= SPEAKER_FROM) speaker = i;
    context.sentenceFirst[s] = Math.min(context.sentenceFirst[s] ?? n, i);
    context.sentenceLast[s] = i;
    context.cueLeft[i] = cue;
    context.markLeft[i] = mark;
    if (isVerbal(token)) verbs++;
    if (kind === KIND.comma) commas++;
    if (kind === KIND.that) thats++;
    context.verbs[i] = verbs;
    context.commas[i] = commas;
    context.thats[i] = thats;
    if (isMark(kind)) mark = i;
    if (quoted[i]) context.sentenceQuotes[s] = 1;
    else {
      context.sentenceCue[s] = Math.max(context.sentenceCue[s] ?? 0, level);
      if (level >= CUE_FROM - 1) cue = i;
    }
  }
  cue = -1;
  mark = n;
  let joins = n;
  for (let i = n - 1; i >= 0; i--) {
    context.cueRight[i] = cue;
    context.markRight[i] = mark;
    context.linkRight[i] = joins;
    const { kind, cue: level } = traits[i] ?? EDGE;
    if (isMark(kind)) mark = i;
    if (isMark(kind) || opensClause(kind) || kind === KIND.preposition) joins = i;
    if (!quoted[i] && level >= CUE_FROM - 1) cue = i;
  }
  return context;
}

/**
 * The hashed features of every token of the paragraph, token by token, the same number for each.
 * `before` and `after` are the summaries of the neighbouring paragraphs.
 */
export function featuresOf(paragraph: Paragraph, before: number, after: number): Int32Array {
  const { from, to, traits, sentence, quotations } = paragraph;
  const n = to - from;
  const at = (i: number): WordTraits => traits[i] ?? EDGE;
  const context = contextOf(paragraph);
  const sink = new Sink();
  /** What stands between tokens `a` and `b`: how far, whether a cue, a stop and how many commas. */
  const between = (a: number, b: number): number => {
    const cue = (context.cueRight[a] ?? -1) >= 0 && (context.cueRight[a] ?? n) < b ? 1 : 0;
    const stop = (sentence[a] ?? 0) === (sentence[b] ?? 0) ? 0 : 1;
    const commas = Math.min(2, (context.commas[b] ?? 0) - (context.commas[a] ?? 0));
    return step(b - a - 1) + 16 * cue + 32 * stop + 64 * commas;
  };
  const quoteFeatures = quotations.map((quotation, number) => {
    const open = quotation.open - from;
    const close = quotation.close - from;
    const length = close - open;
    const starts = open === 0 || (sentence[open] ?? 0) !== (sentence[open - 1] ?? 0) ? 1 : 0;
    const lastInside = at(close - 1).kind;
    return {
      open,
      close,
      size: step(length >> 1) + 16 * (quotation.closed ? 1 : 0),
      starts,
      beforeKind: at(open - 1).kind,
      beforeWord: at(open - 1).word,
      lastInside,
      afterKind: at(close + 1).kind,
      afterWord: at(close + 1).word,
      sentences: Math.min(3, (sentence[close] ?? 0) - (sentence[open] ?? 0)),
      before: number === 0 ? -1 : between((quotations[number - 1]?.close ?? 0) - from, open),
      after:
        number + 1 === quotations.length ? -1 : between(close, (quotations[number + 1]?.open ?? 0) - from),
      number: Math.min(number, 2),
    };
  });
  let passed = 0;
  const edges = before * 64 + after;
  for (let i = 0; i < n; i++) {
    const p4 = at(i - 4), p3 = at(i - 3), p2 = at(i - 2), p1 = at(i - 1); // prettier-ignore
    const t = at(i);
    const n1 = at(i + 1), n2 = at(i + 2), n3 = at(i + 3), n4 = at(i + 4); // prettier-ignore
    sink.nextToken();
    sink.add(0);
    // Words, stems, endings and shapes about the token.
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
    // How likely cues and sources are.
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
    // The quotation the token is in, or those about it.
    const inside = context.quoted[i] ?? 0;
    const q = quoteFeatures[inside - 1];
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
      // Outside: the last quotation's end and the next one's beginning in the paragraph.
      sink.add(wasInside, p1.kind, p2.kind);
      sink.add(willBeInside, n1.kind, n2.kind);
      sink.add(99, context.sentenceQuotes[sentence[i] ?? 0]);
      sink.add(98, t.word, place);
      sink.add(97, t.cue, place);
      sink.add(96, p1.word, place);
      while (passed < quoteFeatures.length && (quoteFeatures[passed]?.close ?? n) < i) passed++;
      const last = quoteFeatures[passed - 1];
      const next = quoteFeatures[passed];
      const sinceLast = last ? step(i - last.close - 1) + 16 * last.lastInside : -1;
      const untilNext = next ? step(next.open - i - 1) + 16 * next.beforeKind : -1;
      sink.add(t.kind, sinceLast, last ? last.after : -1);
      sink.add(t.kind, untilNext, next ? next.before : -1);
      sink.add(t.cue, sinceLast, untilNext);
      sink.add(t.word, last ? last.after : -1);
    }
    // The nearest cue-like words outside quotations.
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
    // The sentence and its place.
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
    // The stretch between two marks of punctuation the token is in, and what follows it.
    const markLeft = context.markLeft[i] ?? -1;
    const markRight = context.markRight[i] ?? n;
    const leftMark = at(markLeft).kind + 32 * step(i - markLeft - 1);
    const rightMark = at(markRight).kind + 32 * step(markRight - i - 1);
    sink.add(leftMark, rightMark);
    sink.add(at(markLeft).kind, at(markLeft + 1).word, t.kind);
    sink.add(at(markRight).kind, at(markRight + 1).word, t.kind);
    sink.add(at(markRight).kind, at(markRight + 1).kind, at(markRight + 1).cue + 16 * at(markRight + 2).cue);
    sink.add(at(markLeft).kind, at(markLeft - 1).cue, at(markLeft + 1).kind);
    sink.add(
      at(markRight).word,
      at(markRight + 1).kind + 32 * at(markRight + 2).kind,
      at(markRight + 3).kind,
    );
    // What the clause or phrase opens with, and whether it and the next one have a verb: where contents begin and end.
    const clause = context.clauseLeft[i] ?? -1;
    const phrase = context.phraseLeft[i] ?? -1;
    const clauseWord = clause < 0 ? 0 : at(clause).word;
    const phraseWord = phrase < 0 ? 0 : at(phrase).word;
    const clauseAfterCue = clause > left ? 1 : 0;
    const beyond = context.markRight[markRight] ?? n;
    const verbsBefore = (mark: number): number =>
      mark < 0 ? 0 : (context.verbs[Math.min(mark, n - 1)] ?? 0);
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
    // What the word takes and who may be saying it: "accused … of", "told … that".
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
  return sink.take();
}
