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

/** No token has more features. */
const MOST_FEATURES = 160;

/**
 * Sums up the weights of each token's features. They are kept until the token has all of them: buckets that are looked up one
 * behind the other, without a branch between, wait for the memory at the same time.
 */
class ScoringSink implements FeatureSink {
  /** `PAIRS` numbers a token. */
  readonly sums: Int32Array;
  private at = -PAIRS;
  private template = 0;
  private readonly buckets = new Int32Array(MOST_FEATURES);
  private readonly index: Int32Array;
  private readonly rows: Int32Array;

  constructor(tokens: number, { index, rows }: Weights) {
    this.sums = new Int32Array(tokens * PAIRS);
    this.index = index;
    this.rows = rows;
  }

  nextToken(): void {
    if (this.template > 0) this.sumUp();
    this.at += PAIRS;
    this.template = 0;
  }

  add(a: number, b = 0, c = 0): void {
    const template = ++this.template;
    this.buckets[template - 1] = bucketOf(template, a, b, c);
  }

  /** To be called behind the last token. */
  sumUp(): void {
    const { buckets, index, rows, sums, at, template } = this;
    // Buckets with a row are moved to the front.
    let found = 0;
    for (let i = 0; i < template; i++) {
      const bucket = buckets[i] ?? 0;
      // Half a megabyte of bits and counts stays in the processor's cache; a number a bucket would not.
      const bits = index[((bucket >>> 5) << 1) + 1] ?? 0;
      buckets[found] = bucket;
      found += (bits >>> (bucket & 31)) & 1;
    }
    let [s0, s1, s2, s3, s4, s5, s6, s7] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let i = 0; i < found; i++) {
      const bucket = buckets[i] ?? 0;
      const block = (bucket >>> 5) << 1;
      const before = (index[block + 1] ?? 0) & ((1 << (bucket & 31)) - 1);
      const row = ((index[block] ?? 0) + countBits(before)) * PAIRS;
      // Written out: a loop over `PAIRS` takes half as long again.
      s0 = (s0 + (rows[row] ?? 0)) | 0;
      s1 = (s1 + (rows[row + 1] ?? 0)) | 0;
      s2 = (s2 + (rows[row + 2] ?? 0)) | 0;
      s3 = (s3 + (rows[row + 3] ?? 0)) | 0;
      s4 = (s4 + (rows[row + 4] ?? 0)) | 0;
      s5 = (s5 + (rows[row + 5] ?? 0)) | 0;
      s6 = (s6 + (rows[row + 6] ?? 0)) | 0;
      s7 = (s7 + (rows[row + 7] ?? 0)) | 0;
    }
    sums[at] = s0;
    sums[at + 1] = s1;
    sums[at + 2] = s2;
    sums[at + 3] = s3;
    sums[at + 4] = s4;
    sums[at + 5] = s5;
    sums[at + 6] = s6;
    sums[at + 7] = s7;
  }
}

/** The source, cue and content spans of a paragraph, in order; `before` and `after` sum up its neighbours. */
export function tag(paragraph: Paragraph, before: number, after: number, weights: Weights): TaggedSpan[] {
  const sink = new ScoringSink(paragraph.to - paragraph.from, weights);
  addFeatures(sink, paragraph, before, after);
  sink.sumUp();
  const scores = unpackLabels(sink.sums, weights.scale);
  const kinds = new Uint8Array(paragraph.traits.length);
  paragraph.traits.forEach(({ kind }, i) => (kinds[i] = kind));
  return spansOf(bestLabels(scores, weights.transitions, kinds), paragraph.from);
}
