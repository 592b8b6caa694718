import { mergeSpans, type Span } from '../domain/span.ts';
import { summaryOf } from './features.ts';
import { type TaggedSpan } from './labels.ts';
import { link } from './linker.ts';
import { readParagraphs } from './paragraph.ts';
import { tag } from './tagger.ts';
import { type Tokens, tokenize } from './tokens.ts';
import { type Weights } from './weights.ts';

/** A statement as the text has it: who says (`source`), by what words (`cue`), what (`content`). Spans sorted, never empty. */
export interface RawStatement {
  readonly content: Span[];
  readonly source: Span[];
  readonly cue: Span[];
}

export type ExtractSpans = (text: string, skips?: readonly Span[]) => RawStatement[];

function spanOf(tokens: Tokens, { first, last }: TaggedSpan): Span {
  return { start: tokens.start[first] ?? 0, end: tokens.end[last] ?? 0 };
}

/** Creates the extractor: pure, synchronous, linear in the length of the text, which is never changed. */
export function createExtractor(weights: Weights): ExtractSpans {
  return (text, skips = []) => {
    const tokens = tokenize(text);
    const paragraphs = readParagraphs(text, tokens, mergeSpans(skips), weights.lexicon);
    const summaries = paragraphs.map(summaryOf);
    return paragraphs.flatMap((paragraph, i) =>
      link(paragraph, tag(paragraph, summaries[i - 1] ?? 0, summaries[i + 1] ?? 0, weights), weights.links).map(
        ({ content, source, cue }) => ({
          content: content.map((part) => spanOf(tokens, part)),
          source: source ? [spanOf(tokens, source)] : [],
          cue: cue ? [spanOf(tokens, cue)] : [],
        }),
      ),
    );
  };
}
