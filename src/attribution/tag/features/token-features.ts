import { addClauses, addCues, addSentence } from './clause-features.ts';
import { type FeatureSink } from './feature-sink.ts';
import { contextOf, quotationTraits } from './paragraph-context.ts';
import { type View } from './paragraph-view.ts';
import { addQuotations } from './quotation-features.ts';
import { type Paragraph } from '../read-paragraphs.ts';
import { addLevels, addTakes, addWords } from './word-features.ts';
import { EDGE, type WordTraits } from '../word-traits.ts';

/** No feature looks further beyond a paragraph: an array is not to be asked for what it never has. */
const BEYOND = 8;
const EDGES = Array.from({ length: BEYOND }, () => EDGE);

/**
 * Gives `sink` the features of every token of the paragraph but those of `addAlone`, token by token, the same number for each.
 * `before` and `after` are the summaries of the neighbouring paragraphs.
 */
export function addFeatures(sink: FeatureSink, paragraph: Paragraph, before: number, after: number): void {
  const { from, to, traits, sentence } = paragraph;
  const context = contextOf(paragraph);
  const quotations = quotationTraits(paragraph, context);
  const padded = [...EDGES, ...traits, ...EDGES];
  const at = (i: number): WordTraits => padded[i + BEYOND] ?? EDGE;
  const view: View = { count: to - from, sentence, context, quotations, before, after, at };
  let passed = 0;
  for (let i = 0; i < view.count; i++) {
    while (passed < quotations.length && (quotations[passed]?.close ?? 0) < i) passed++;
    sink.nextToken();
    addWords(sink, view, i);
    addLevels(sink, view, i);
    addQuotations(sink, view, i, passed);
    const cues = addCues(sink, view, i);
    addSentence(sink, view, i);
    addClauses(sink, view, i, cues);
    addTakes(sink, view, i);
  }
}
