import { createDecoder } from './decode.ts';
import { createScorer } from './score-paragraph.ts';
import { spansOf, type TaggedSpan } from './token-labels.ts';
import { type Paragraph } from './read-paragraphs.ts';
import { type Weights } from './read-weights.ts';

/** The source, cue and content spans of a paragraph, in order; `before` and `after` sum up its neighbours. */
export type Tag = (paragraph: Paragraph, before: number, after: number) => TaggedSpan[];

/** Creates the tagger. */
export function createTagger(weights: Weights): Tag {
  const scoresOf = createScorer(weights);
  const bestLabels = createDecoder(weights.transitions);
  return (paragraph, before, after) => {
    const kinds = new Uint8Array(paragraph.traits.length);
    paragraph.traits.forEach(({ kind }, i) => (kinds[i] = kind));
    return spansOf(bestLabels(scoresOf(paragraph, before, after), kinds), paragraph.from);
  };
}
