import { bestLabels } from './decode.ts';
import { bucketOf, type FeatureSink } from './features/feature-sink.ts';
import { PAIRS, unpackLabels } from './pack-labels.ts';
import { addFeatures } from './features/token-features.ts';
import { spansOf, type TaggedSpan } from './token-labels.ts';
import { type Paragraph } from './read-paragraphs.ts';
import { type Weights } from './read-weights.ts';

/** How many bits are set (Warren, "Hacker's Delight"). */
function countBits(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Sums up the weights of each token's features as they come. */
class ScoringSink implements FeatureSink {
  /** `PAIRS` numbers a token. */
  readonly sums: Int32Array;
  private at = -PAIRS;
  private template = 0;
  private readonly index: Int32Array;
  private readonly rows: Int32Array;

  constructor(tokens: number, { index, rows }: Weights) {
    this.sums = new Int32Array(tokens * PAIRS);
    this.index = index;
    this.rows = rows;
  }

  nextToken(): void {
    this.at += PAIRS;
    this.template = 0;
  }

  add(a: number, b = 0, c = 0): void {
    const bucket = bucketOf(++this.template, a, b, c);
    // Half a megabyte of bits and counts stays in the processor's cache; a number a bucket would not.
    const block = (bucket >>> 5) << 1;
    const bits = this.index[block + 1] ?? 0;
    const bit = 1 << (bucket & 31);
    if ((bits & bit) === 0) return;
    const row = ((this.index[block] ?? 0) + countBits(bits & (bit - 1))) * PAIRS;
    const { sums, rows, at } = this;
    // Written out: a loop over `PAIRS` takes half as long again.
    sums[at] = (sums[at] ?? 0) + (rows[row] ?? 0);
    sums[at + 1] = (sums[at + 1] ?? 0) + (rows[row + 1] ?? 0);
    sums[at + 2] = (sums[at + 2] ?? 0) + (rows[row + 2] ?? 0);
    sums[at + 3] = (sums[at + 3] ?? 0) + (rows[row + 3] ?? 0);
    sums[at + 4] = (sums[at + 4] ?? 0) + (rows[row + 4] ?? 0);
    sums[at + 5] = (sums[at + 5] ?? 0) + (rows[row + 5] ?? 0);
    sums[at + 6] = (sums[at + 6] ?? 0) + (rows[row + 6] ?? 0);
    sums[at + 7] = (sums[at + 7] ?? 0) + (rows[row + 7] ?? 0);
  }
}

/** The source, cue and content spans of a paragraph, in order; `before` and `after` sum up its neighbours. */
export function tag(paragraph: Paragraph, before: number, after: number, weights: Weights): TaggedSpan[] {
  const sink = new ScoringSink(paragraph.to - paragraph.from, weights);
  addFeatures(sink, paragraph, before, after);
  const scores = Float32Array.from(unpackLabels(sink.sums), (sum) => sum * weights.scale);
  const kinds = Uint8Array.from(paragraph.traits, ({ kind }) => kind);
  return spansOf(bestLabels(scores, weights.transitions, kinds), paragraph.from);
}
