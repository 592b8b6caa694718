import { summaryOf } from '../../attribution/tag/features/paragraph-context.ts';
import { type Paragraph, readParagraphs } from '../../attribution/tag/read-paragraphs.ts';
import { type Tokens, tokenize } from '../../text/tokenize.ts';
import { createTraitsReader, type Lexicon, wordOf } from '../../attribution/tag/word-traits.ts';
import { collectBuckets } from './collect-buckets.ts';
import { type GoldArticle } from './read-brat.ts';
import { addCounts, countWords, lexiconWithout, type WordCounts } from './count-words.ts';
import { goldLabels } from './gold-labels.ts';

const NO_LEXICON: Lexicon = { cueLevel: () => 0, sourceLevel: () => 0 };

/** An annotated article, read as the extractor reads it. */
export interface Example {
  readonly article: GoldArticle;
  readonly tokens: Tokens;
  readonly words: readonly string[];
  readonly labels: Uint8Array;
  readonly counts: WordCounts;
}

export function readExample(article: GoldArticle): Example {
  const { text, statements } = article;
  const tokens = tokenize(text);
  const paragraphOf = new Int32Array(tokens.count).fill(-1);
  readParagraphs(text, tokens, [], createTraitsReader(NO_LEXICON)).forEach(({ from, to }, number) =>
    paragraphOf.fill(number, from, to),
  );
  const labels = goldLabels(tokens, paragraphOf, statements);
  const words = Array.from({ length: tokens.count }, (_, i) =>
    wordOf(text.slice(tokens.start[i], tokens.end[i])),
  );
  return { article, tokens, words, labels, counts: countWords(words, labels) };
}

export function countAll(examples: readonly Example[]): WordCounts {
  const all: WordCounts = new Map();
  for (const { counts } of examples) addCounts(all, counts);
  return all;
}

/** A paragraph with its buckets and labels. */
export interface LabelledParagraph {
  readonly paragraph: Paragraph;
  readonly buckets: Int32Array;
  readonly labels: Uint8Array;
  readonly kinds: Uint8Array;
}

/** The paragraphs of an article under a lexicon that has not seen it. */
export function labelledParagraphs(example: Example, all: WordCounts): LabelledParagraph[] {
  const traitsOf = createTraitsReader(lexiconWithout(all, example.counts));
  const paragraphs = readParagraphs(example.article.text, example.tokens, [], traitsOf);
  return paragraphs.map((paragraph, i) => ({
    paragraph,
    buckets: collectBuckets(paragraph, summaryOf(paragraphs[i - 1]), summaryOf(paragraphs[i + 1])),
    labels: example.labels.slice(paragraph.from, paragraph.to),
    kinds: Uint8Array.from(paragraph.traits, ({ kind }) => kind),
  }));
}
