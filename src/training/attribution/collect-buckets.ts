import { bucketOf, type FeatureSink } from '../../attribution/tag/features/feature-sink.ts';
import { type Paragraph } from '../../attribution/tag/read-paragraphs.ts';
import { addFeatures } from '../../attribution/tag/features/token-features.ts';

/** Collects the buckets of one token after another. */
class CollectingSink implements FeatureSink {
  private buckets = new Int32Array(1 << 14);
  private length = 0;
  private template = 0;

  nextToken(): void {
    this.template = 0;
  }

  add(a: number, b = 0, c = 0): void {
    if (this.length === this.buckets.length) {
      const grown = new Int32Array(this.length * 2);
      grown.set(this.buckets);
      this.buckets = grown;
    }
    this.buckets[this.length++] = bucketOf(++this.template, a, b, c);
  }

  take(): Int32Array {
    return this.buckets.slice(0, this.length);
  }
}

/** The buckets of the features of a paragraph's tokens, token by token, the same number for each. */
export function collectBuckets(paragraph: Paragraph, before: number, after: number): Int32Array {
  const sink = new CollectingSink();
  addFeatures(sink, paragraph, before, after);
  return sink.take();
}
