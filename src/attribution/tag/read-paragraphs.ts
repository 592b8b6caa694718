import { pairQuotations } from '../../text/marks/pair-quotations.ts';
import { paragraphs } from '../../text/paragraphs.ts';
import { splitSentences } from '../../text/split-sentences.ts';
import { type Span } from '../../text/span.ts';
import { type Tokens } from '../../text/tokenize.ts';
import { type WordTraits } from './word-traits.ts';

/** A quotation within a paragraph: tokens `[open, close]`, marks included; not `closed` when no mark ends it. */
interface Quotation {
  readonly open: number;
  readonly close: number;
  readonly closed: boolean;
}

/** One paragraph, or what skips leave of it in one piece: tokens `[from, to)`. */
export interface Paragraph {
  readonly from: number;
  readonly to: number;
  readonly traits: readonly WordTraits[];
  /** Sentence of each token, from 0. */
  readonly sentence: Int32Array;
  readonly quotations: readonly Quotation[];
}

/** No writer's paragraph has so many; of a text without line ends so much is read at a time, so that time stays linear. */
const MOST_SENTENCES = 200;

/**
 * The paragraphs of `text` but for the skip spans (sorted, disjoint), its words' traits by `traitsOf`; a token that touches a skip is in
 * none of them. Linear in the length of the text.
 */
export function readParagraphs(
  text: string,
  tokens: Tokens,
  skips: readonly Span[],
  traitsOf: (form: string) => WordTraits,
): Paragraph[] {
  const sentences = splitSentences(text, skips);
  const sentenceOf = new Int32Array(tokens.count);
  const quoted = pairQuotations(text, paragraphs(text));
  let quotation = 0;
  /** The quotations in tokens `[from, to)`; a skip within one cuts it in two. */
  const quotationsIn = (from: number, to: number): Quotation[] => {
    const inside: Quotation[] = [];
    let token = from;
    const last = tokens.end[to - 1] ?? 0;
    while ((quoted[quotation]?.end ?? Infinity) <= (tokens.start[from] ?? 0)) quotation++;
    for (let k = quotation; (quoted[k]?.start ?? Infinity) < last; k++) {
      const { start, end, closed } = quoted[k] ?? { start: 0, end: 0, closed: false };
      while (token < to && (tokens.start[token] ?? 0) < start) token++;
      const open = token;
      while (token < to && (tokens.start[token] ?? 0) < end) token++;
      if (token > open) inside.push({ open, close: token - 1, closed: closed && end <= last });
    }
    return inside;
  };
  const found: Paragraph[] = [];
  const close = (from: number, to: number): void => {
    if (from === to) return;
    const first = sentenceOf[from] ?? 0;
    const traits: WordTraits[] = [];
    for (let i = from; i < to; i++) traits.push(traitsOf(text.slice(tokens.start[i], tokens.end[i])));
    found.push({
      from,
      to,
      traits,
      sentence: sentenceOf.slice(from, to).map((sentence) => sentence - first),
      quotations: quotationsIn(from, to),
    });
  };
  let from = 0;
  let opening = 0;
  let sentence = 0;
  let skip = 0;
  let mark = 0;
  /** Whether a sentence that begins at `start` is the first of another piece: within a quotation only where that has no end. */
  const isFull = (start: number): boolean => {
    if (sentence - opening < MOST_SENTENCES) return false;
    while ((quoted[mark]?.end ?? Infinity) <= start) mark++;
    return (quoted[mark]?.start ?? Infinity) >= start || sentence - opening >= 2 * MOST_SENTENCES;
  };
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.start[i] ?? 0;
    const end = tokens.end[i] ?? 0;
    const before = sentence;
    const skippedBefore = skip;
    while ((sentences[sentence + 1]?.start ?? Infinity) <= start) sentence++;
    while ((skips[skip]?.end ?? Infinity) <= start) skip++;
    const breaks = sentences[before]?.paragraph !== sentences[sentence]?.paragraph || skip > skippedBefore;
    if (breaks || (sentence !== before && isFull(start))) {
      close(from, i);
      from = i;
      opening = sentence;
    }
    if ((skips[skip]?.start ?? Infinity) < end) {
      close(from, i);
      from = i + 1;
    }
    sentenceOf[i] = sentence;
  }
  close(from, tokens.count);
  return found;
}
