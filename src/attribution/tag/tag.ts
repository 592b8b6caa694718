import { bestLabels } from './decode.ts';
import { featuresOf } from './token-features.ts';
import { LABELS, spansOf, type TaggedSpan } from './token-labels.ts';
import { type Paragraph } from './read-paragraphs.ts';
import { type Weights } from './read-weights.ts';

/** Scores of each label for each token (`LABELS` a token): the sums of the weights of its features. */
function emissionsOf(buckets: Int32Array, count: number, { rowOf, rows, scale }: Weights): Float32Array {
  const scores = new Float32Array(count * LABELS);
  const width = buckets.length / count;
  const sums = new Int32Array(LABELS);
  for (let i = 0; i < count; i++) {
    sums.fill(0);
    for (let k = i * width; k < (i + 1) * width; k++) {
      const row = rowOf[buckets[k] ?? 0] ?? 0;
      if (row === 0) continue;
      for (let label = 0, at = row * LABELS; label < LABELS; label++, at++)
        sums[label] = (sums[label] ?? 0) + (rows[at] ?? 0);
    }
    for (let label = 0; label < LABELS; label++) scores[i * LABELS + label] = (sums[label] ?? 0) * scale;
  }
  return scores;
}

/** The source, cue and content spans of a paragraph, in order; `before` and `after` sum up its neighbours. */
export function tag(paragraph: Paragraph, before: number, after: number, weights: Weights): TaggedSpan[] {
  const count = paragraph.to - paragraph.from;
  const scores = emissionsOf(featuresOf(paragraph, before, after), count, weights);
  const kinds = Uint8Array.from(paragraph.traits, ({ kind }) => kind);
  return spansOf(bestLabels(scores, weights.transitions, kinds), paragraph.from);
}
