/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface ClusterOptions {
  readonly seed: number;
  readonly count: number;
  readonly queries: number;
  readonly clusters: number;
  readonly dimensions: number;
}

/** Vectors in clusters, as those of sentences about the same things lie, and queries near some of them. */
export function clusteredVectors({ seed, count, queries, clusters, dimensions }: ClusterOptions) {
  const random = randomNumbers(seed);
  const around = (center: Float32Array, spread: number) => center.map((x) => x + spread * (random() - 0.5));
  const centers = Array.from({ length: clusters }, () => around(new Float32Array(dimensions), 2));
  const near = (spread: number) => () =>
    around(centers[Math.floor(random() * clusters)] ?? new Float32Array(dimensions), spread);
  return {
    vectors: Array.from({ length: count }, near(1.5)),
    queries: Array.from({ length: queries }, near(2)),
  };
}
