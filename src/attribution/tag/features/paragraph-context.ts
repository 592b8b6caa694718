import { step } from './feature-sink.ts';
import { type Paragraph } from '../read-paragraphs.ts';
import { CUE_FROM, EDGE, isMark, KIND, MAYBE_CUE_FROM, type WordTraits } from '../word-traits.ts';

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

/** What the features ask of a token's surroundings, found in two passes over the paragraph. */
export interface Context {
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

/** Reads the surroundings of every token; linear in the length of the paragraph. */
export function contextOf({ from, to, traits, sentence, quotations }: Paragraph): Context {
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

/** A quotation as its tokens and those about it see it: what stands before, at its end and after it, and how long it is. */
export interface QuotationTraits {
  readonly open: number;
  readonly close: number;
  readonly size: number;
  readonly starts: number;
  readonly beforeKind: number;
  readonly beforeWord: number;
  readonly lastInside: number;
  readonly afterKind: number;
  readonly afterWord: number;
  readonly sentences: number;
  /** What stands between it and the quotation before and after it; -1 when there is none. */
  readonly before: number;
  readonly after: number;
  readonly number: number;
}

/** The traits of the paragraph's quotations; tokens are counted from the beginning of the paragraph. */
export function quotationTraits(
  { from, traits, sentence, quotations }: Paragraph,
  context: Context,
): QuotationTraits[] {
  const at = (i: number): WordTraits => traits[i] ?? EDGE;
  /** What stands between tokens `a` and `b`: how far, whether a cue, a stop and how many commas. */
  const between = (a: number, b: number): number => {
    const cue = (context.cueRight[a] ?? -1) >= 0 && (context.cueRight[a] ?? 0) < b ? 1 : 0;
    const stop = (sentence[a] ?? 0) === (sentence[b] ?? 0) ? 0 : 1;
    const commas = Math.min(2, (context.commas[b] ?? 0) - (context.commas[a] ?? 0));
    return step(b - a - 1) + 16 * cue + 32 * stop + 64 * commas;
  };
  return quotations.map((quotation, number) => {
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
}
