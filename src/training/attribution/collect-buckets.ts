import { bucketOf, type FeatureSink } from '../../attribution/tag/features/feature-sink.ts';
import { type Paragraph } from '../../attribution/tag/read-paragraphs.ts';
import { addAlone, PLACES, REACH } from '../../attribution/tag/features/alone-features.ts';
import { addFeatures } from '../../attribution/tag/features/token-features.ts';
import { EDGE, type WordTraits } from '../../attribution/tag/word-traits.ts';

/** Collects the buckets of one token after another. */
class CollectingSink implements FeatureSink {
  private token = -1;
  private buckets = new Int32Array(1 << 14);
  private length = 0;
  private template = 0;

  constructor(private readonly traits: readonly WordTraits[]) {}

  nextToken(): void {
    this.template = 0;
    this.token++;
    for (let place = 0; place < PLACES; place++)
      addAlone(this, this.traits[this.token + place - REACH] ?? EDGE, place);
  }

  pass(templates: number): void {
    this.template += templates;
  }

  add(a: number, b = 0, c = 0): void {
    this.push(bucketOf(++this.template, a, b, c));
  }

  addAs(template: number, a: number, b = 0): void {
    this.push(bucketOf(template, a, b, 0));
  }

  private push(bucket: number): void {
    if (this.length === this.buckets.length) {
      const grown = new Int32Array(this.length * 2);
      grown.set(this.buckets);
      this.buckets = grown;
    }
    this.buckets[this.length++] = bucket;
  }

  take(): Int32Array {
    return this.buckets.slice(0, this.length);
  }
}

/** The buckets of the features of a paragraph's tokens, token by token, the same number for each. */
export function collectBuckets(paragraph: Paragraph, before: number, after: number): Int32Array {
  const sink = new CollectingSink(paragraph.traits);
  addFeatures(sink, paragraph, before, after);
  return sink.take();
}
