import { mergeSpans, textAt, type Span } from '../text/span.ts';
import { carrySpeakers } from './link/carry-speakers.ts';
import { cueClassOf, type CueClass } from './link/cue-class.ts';
import { summaryOf } from './tag/features/paragraph-context.ts';
import { type TaggedSpan } from './tag/token-labels.ts';
import { link, type LinkedStatement } from './link/link-spans.ts';
import { readParagraphs } from './tag/read-paragraphs.ts';
import { type Reader } from './link/tokens.ts';
import { SPAN_RULES, STATEMENT_RULES } from './link/rules.ts';
import { findSource } from './link/find-source.ts';
import { createTagger } from './tag/tag.ts';
import { findMarkup } from '../text/marks/find-markup.ts';
import { type Tokens, tokenize, withoutTokens } from '../text/tokenize.ts';
import { createTraitsReader } from './tag/word-traits.ts';
import { readWeights, type Weights } from './tag/read-weights.ts';
import learned from './tag/weights.json' with { type: 'json' };

/** A statement as the text has it: who says (`source`), by what words (`cue`), what (`content`). Spans sorted, never empty. */
export interface RawStatement {
  readonly content: Span[];
  readonly source: Span[];
  readonly cue: Span[];
  /** Whether the cue is one of saying or of thinking and wanting; `speech` for a quotation without any cue. */
  readonly cueClass: CueClass;
}

export type ExtractSpans = (text: string, skips?: readonly Span[]) => RawStatement[];

function spanOf(tokens: Tokens, { first, last }: TaggedSpan): Span {
  return { start: tokens.start[first] ?? 0, end: tokens.end[last] ?? 0 };
}

/**
 * Creates the extractor: pure, synchronous, linear in the length of the text, which is never changed.
 *
 * @param without names of rules left out, to see what each gains
 */
export function createExtractor(weights: Weights, without: ReadonlySet<string> = new Set()): ExtractSpans {
  const tag = createTagger(weights);
  const traitsOf = createTraitsReader(weights.lexicon);
  const spanRules = SPAN_RULES.filter(({ name }) => !without.has(name));
  const statementRules = STATEMENT_RULES.filter(({ name }) => !without.has(name));
  return (text, skips = []) => {
    const tokens = withoutTokens(tokenize(text), findMarkup(text));
    const paragraphs = readParagraphs(text, tokens, mergeSpans(skips), traitsOf);
    const summaries = paragraphs.map(summaryOf);
    const form = (i: number): string => text.slice(tokens.start[i], tokens.end[i]);
    const found = paragraphs.map((paragraph, i) => {
      const reader: Reader = { paragraph, form };
      const tagged = tag(paragraph, summaries[i - 1] ?? 0, summaries[i + 1] ?? 0);
      const spans = spanRules.reduce((now: readonly TaggedSpan[], rule) => rule.apply(reader, now), tagged);
      const linked = link(paragraph, spans, weights.links).map((statement) => {
        const { cue, source, content } = statement;
        if (!cue || source || content.length === 0) return statement;
        return { ...statement, source: findSource(paragraph, cue, content, weights.links) };
      });
      return statementRules.reduce(
        (now: readonly LinkedStatement[], rule) => rule.apply(reader, now),
        linked,
      );
    });
    return carrySpeakers(paragraphs, found)
      .map(({ content, source, cue }): RawStatement => ({
        content: content.map((part) => spanOf(tokens, part)),
        source: source ? [spanOf(tokens, source)] : [],
        cue: cue ? [spanOf(tokens, cue)] : [],
        cueClass: cue ? cueClassOf(textAt(text, spanOf(tokens, cue))) : 'speech',
      }))
      .toSorted((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
  };
}

let extractor: ExtractSpans | undefined;

/** Extracts with the weights that come with Parley; they are unpacked at the first call. `skips` belong to no statement. */
export function extractSpans(text: string, skips: readonly Span[] = []): RawStatement[] {
  extractor ??= createExtractor(readWeights(learned));
  return extractor(text, skips);
}
