/** Features are hashed into this many buckets, a power of two (Weinberger et al. 2009, "Feature hashing"). */
export const BUCKETS = 1 << 21;
/** Features of links into so many, a power of two. */
export const LINK_BUCKETS = 1 << 14;

/** Collects the buckets of one token after another; each `add` call of a token is a template of its own. */
export class FeatureSink {
  private buckets = new Int32Array(1 << 14);
  private length = 0;
  private template = 0;

  nextToken(): void {
    this.template = 0;
  }

  add(a: number, b = 0, c = 0): void {
    let hash = Math.imul(++this.template, 0x9e3779b1) ^ a;
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b;
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
    hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
    if (this.length === this.buckets.length) {
      const grown = new Int32Array(this.length * 2);
      grown.set(this.buckets);
      this.buckets = grown;
    }
    this.buckets[this.length++] = (hash ^ (hash >>> 15)) & (BUCKETS - 1);
  }

  take(): Int32Array {
    return this.buckets.slice(0, this.length);
  }
}

/** Distances in coarse steps: 0-4 as they are, then up to 6, 9, 14, 24, more. */
export function step(distance: number): number {
  if (distance <= 4) return distance;
  if (distance <= 6) return 5;
  if (distance <= 9) return 6;
  if (distance <= 14) return 7;
  return distance <= 24 ? 8 : 9;
}
