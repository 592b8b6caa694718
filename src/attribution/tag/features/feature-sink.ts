/** Features are hashed into this many buckets, a power of two (Weinberger et al. 2009, "Feature hashing"). */
export const BUCKETS = 1 << 21;
/** Features of links into so many, a power of two. */
export const LINK_BUCKETS = 1 << 14;

/** Takes the features of one token after another; each `add` of a token is a template of its own, counted from 1. */
export interface FeatureSink {
  nextToken(): void;
  add(a: number, b?: number, c?: number): void;
  /** Adds a feature of a template of that number; the count stays. */
  addAs(template: number, a: number, b?: number): void;
  /** Counts templates that are added elsewhere. */
  pass(templates: number): void;
}

/** The bucket of a template's value. */
export function bucketOf(template: number, a: number, b: number, c: number): number {
  let hash = Math.imul(template, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}

/** Distances in coarse steps: 0-4 as they are, then up to 6, 9, 14, 24, more. */
export function step(distance: number): number {
  if (distance <= 4) return distance;
  if (distance <= 6) return 5;
  if (distance <= 9) return 6;
  if (distance <= 14) return 7;
  return distance <= 24 ? 8 : 9;
}
