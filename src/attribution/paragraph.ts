import { type Span } from '../domain/span.ts';
import { findQuotations, type Quotation } from './quotes.ts';
import { type Tokens } from './tokens.ts';
import { type Lexicon, traitsOf, type WordTraits } from './words.ts';

/** One paragraph: tokens `[from, to)` with the number of the sentence each is in and the quotations among them. */
export interface Paragraph {
  readonly from: number;
  readonly to: number;
  readonly traits: readonly WordTraits[];
  /** Sentence of each token, from 0. */
  readonly sentence: Int32Array;
  readonly quotations: readonly Quotation[];
}

const STOP = /^[.!?…]$/;
const CLOSING = /^["”’'»)\]]$/;
const STARTS_SENTENCE = /^[\p{Lu}\p{N}"“‘'«([]/u;

function sentenceNumbers(text: string, tokens: Tokens, from: number, to: number): Int32Array {
  const numbers = new Int32Array(to - from);
  const form = (i: number): string => text.slice(tokens.start[i], tokens.end[i]);
  const spaceBefore = (i: number): boolean => (tokens.start[i] ?? 0) > (tokens.end[i - 1] ?? 0);
  let number = 0;
  let ended = false;
  for (let i = from; i < to; i++) {
    const word = form(i);
    const closes = ended && CLOSING.test(word) && !(spaceBefore(i) && /["'‘“]/.test(word));
    if (ended && !closes && !STOP.test(word)) {
      if (STARTS_SENTENCE.test(word)) number++;
      ended = false;
    }
    if (STOP.test(word)) ended = true;
    numbers[i - from] = number;
  }
  return numbers;
}

/**
 * The paragraphs of `text`: what lies between line breaks and skip spans (sorted, disjoint), read with `lexicon`.
 * Linear in the length of the text.
 */
export function readParagraphs(
  text: string,
  tokens: Tokens,
  skips: readonly Span[],
  lexicon: Lexicon,
): Paragraph[] {
  const known = new Map<string, WordTraits>();
  const traits = (i: number): WordTraits => {
    const form = text.slice(tokens.start[i], tokens.end[i]);
    let found = known.get(form);
    if (!found) known.set(form, (found = traitsOf(form, lexicon)));
    return found;
  };
  const paragraphs: Paragraph[] = [];
  const close = (from: number, to: number): void => {
    if (from === to) return;
    paragraphs.push({
      from,
      to,
      traits: Array.from({ length: to - from }, (_, k) => traits(from + k)),
      sentence: sentenceNumbers(text, tokens, from, to),
      quotations: findQuotations(text, tokens, from, to),
    });
  };
  let from = 0;
  let skip = 0;
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.start[i] ?? 0;
    const end = tokens.end[i] ?? 0;
    let skipped = skips[skip];
    while (skipped && skipped.end <= start) {
      close(from, i);
      from = i;
      skipped = skips[++skip];
    }
    if (skipped && skipped.start < end) {
      close(from, i);
      from = i + 1;
    } else if (i > from && text.slice(tokens.end[i - 1], start).includes('\n')) {
      close(from, i);
      from = i;
    }
  }
  close(from, tokens.count);
  return paragraphs;
}
