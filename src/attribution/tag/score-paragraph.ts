import { addAlone, ALONE, PLACES, REACH } from './features/alone-features.ts';
import { bucketOf, type FeatureSink } from './features/feature-sink.ts';
import { addFeatures } from './features/token-features.ts';
import { EVERY_OTHER, labelOf, PACKED, RAISED, SUMS } from './pack-labels.ts';
import { type Paragraph } from './read-paragraphs.ts';
import { type Weights } from './read-weights.ts';
import { LABELS } from './token-labels.ts';
import { EDGE, type WordTraits } from './word-traits.ts';

/** No token has more features. */
const MOST_FEATURES = 160;
/** The sums of so many words are remembered. */
const MOST_REMEMBERED = 20_000;

/** `RAISED` in both halves. */
const ROW_OF_NOTHING = RAISED | (RAISED << 16);

/** How many bits are set (Warren, "Hacker's Delight"). */
function countBits(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The weights of the features of one word alone, summed up for each place that it may have: `SUMS` numbers a place. */
type AloneSums = Int32Array;

/**
 * Sums up the weights of features. Those of a token are kept until it has all of them: rows that are looked up one behind the
 * other, without a branch between, wait for the memory at the same time.
 */
class ScoringSink implements FeatureSink {
  private template = 0;
  private count = 0;
  private readonly buckets = new Int32Array(MOST_FEATURES);
  private readonly sums = new Int32Array(SUMS);
  private readonly remembered = new Map<WordTraits, AloneSums>();
  private scores = new Float32Array(0);
  private words: readonly AloneSums[] = [];
  private token = -1;

  constructor(private readonly weights: Weights) {}

  /** The scores of the paragraph's tokens, `LABELS` each. */
  score(paragraph: Paragraph, before: number, after: number): Float32Array {
    const { traits } = paragraph;
    const edge = this.aloneSumsOf(EDGE);
    const words = Array.from({ length: REACH }, () => edge);
    for (const word of traits) words.push(this.aloneSumsOf(word));
    for (let i = 0; i < REACH; i++) words.push(edge);
    this.words = words;
    this.scores = new Float32Array(traits.length * LABELS);
    this.token = -1;
    addFeatures(this, paragraph, before, after);
    if (this.token >= 0) this.finishToken();
    return this.scores;
  }

  nextToken(): void {
    if (this.token >= 0) this.finishToken();
    this.token++;
    this.template = 0;
    this.count = 0;
  }

  pass(templates: number): void {
    this.template += templates;
  }

  add(a: number, b = 0, c = 0): void {
    this.buckets[this.count++] = bucketOf(++this.template, a, b, c);
  }

  addAs(template: number, a: number, b = 0): void {
    this.buckets[this.count++] = bucketOf(template, a, b, 0);
  }

  private finishToken(): void {
    const { sums, scores, token, words } = this;
    sums.fill(0);
    for (let place = 0; place < PLACES; place++) {
      const alone = words[token + place];
      if (!alone) continue;
      for (let k = 0, at = place * SUMS; k < SUMS; k++, at++) sums[k] = (sums[k] ?? 0) + (alone[at] ?? 0);
    }
    const raised = (this.sumUp() + ALONE) * RAISED;
    const { scale } = this.weights;
    for (let k = 0; k < SUMS; k++) {
      const sum = sums[k] ?? 0;
      const at = token * LABELS + labelOf(k);
      scores[at] = ((sum & 0xffff) - raised) * scale;
      scores[at + 2] = ((sum >>> 16) - raised) * scale;
    }
  }

  private aloneSumsOf(word: WordTraits): AloneSums {
    const known = this.remembered.get(word);
    if (known) return known;
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    const all = new Int32Array(PLACES * SUMS);
    for (let place = 0; place < PLACES; place++) {
      this.count = 0;
      addAlone(this, word, place);
      const { count } = this;
      this.sums.fill(0);
      // Those without a row count as rows of nothing, so that all words are raised alike.
      const left = count - this.sumUp();
      for (let k = 0; k < SUMS; k++) all[place * SUMS + k] = (this.sums[k] ?? 0) + left * ROW_OF_NOTHING;
    }
    this.remembered.set(word, all);
    return all;
  }

  /** Adds the rows of the features to the sums; how many of them have one. */
  private sumUp(): number {
    const { buckets, count, sums } = this;
    const { index, rows } = this.weights;
    // Buckets with a row are moved to the front.
    let found = 0;
    for (let i = 0; i < count; i++) {
      const bucket = buckets[i] ?? 0;
      // Half a megabyte of bits and counts stays in the processor's cache; a number a bucket would not.
      const bits = index[((bucket >>> 5) << 1) + 1] ?? 0;
      buckets[found] = bucket;
      found += (bits >>> (bucket & 31)) & 1;
    }
    for (let i = 0; i < found; i++) {
      const bucket = buckets[i] ?? 0;
      const block = (bucket >>> 5) << 1;
      const before = (index[block + 1] ?? 0) & ((1 << (bucket & 31)) - 1);
      buckets[i] = ((index[block] ?? 0) + countBits(before)) * PACKED;
    }
    // Written out: a loop over `SUMS` takes half as long again.
    let [s0, s1, s2, s3, s4, s5, s6, s7] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let i = 0; i < found; i++) {
      const row = buckets[i] ?? 0;
      const a = rows[row] ?? 0;
      const b = rows[row + 1] ?? 0;
      const c = rows[row + 2] ?? 0;
      const d = rows[row + 3] ?? 0;
      s0 = (s0 + (a & EVERY_OTHER)) | 0;
      s1 = (s1 + ((a >>> 8) & EVERY_OTHER)) | 0;
      s2 = (s2 + (b & EVERY_OTHER)) | 0;
      s3 = (s3 + ((b >>> 8) & EVERY_OTHER)) | 0;
      s4 = (s4 + (c & EVERY_OTHER)) | 0;
      s5 = (s5 + ((c >>> 8) & EVERY_OTHER)) | 0;
      s6 = (s6 + (d & EVERY_OTHER)) | 0;
      s7 = (s7 + ((d >>> 8) & EVERY_OTHER)) | 0;
    }
    sums[0] = (sums[0] ?? 0) + s0;
    sums[1] = (sums[1] ?? 0) + s1;
    sums[2] = (sums[2] ?? 0) + s2;
    sums[3] = (sums[3] ?? 0) + s3;
    sums[4] = (sums[4] ?? 0) + s4;
    sums[5] = (sums[5] ?? 0) + s5;
    sums[6] = (sums[6] ?? 0) + s6;
    sums[7] = (sums[7] ?? 0) + s7;
    return found;
  }
}

/** Creates the scoring of a paragraph's tokens, `LABELS` scores each; `before` and `after` sum up its neighbours. */
export function createScorer(
  weights: Weights,
): (paragraph: Paragraph, before: number, after: number) => Float32Array {
  const sink = new ScoringSink(weights);
  return (paragraph, before, after) => sink.score(paragraph, before, after);
}
