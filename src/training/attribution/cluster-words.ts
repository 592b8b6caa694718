import { seededRandom } from './random.ts';
import { type Pieces, unit } from './read-pieces.ts';

/** So many clusters, from broad to narrow: the narrower ones part the broader. */
const SIZES = { broad: 64, middle: 256, narrow: 1000 };
const ROUNDS = 15;
/** Pieces behind the first tell less of a word's meaning. */
const LATER_PIECES = 0.7;
/** Logarithm of the chance of a letter that is in no piece. */
const UNKNOWN = -25;

/** The likeliest way to cut a word into pieces (Kudo 2018, "Subword regularization"), by their numbers. */
function cut(word: string, { known, longest }: Pieces): number[] {
  const text = `▁${word}`;
  const best = new Float64Array(text.length + 1).fill(-Infinity);
  const from = new Int32Array(text.length + 1);
  best[0] = 0;
  for (let i = 0; i < text.length; i++)
    for (let j = i + 1; j <= Math.min(text.length, i + longest); j++) {
      const chance = known.get(text.slice(i, j))?.chance ?? (j === i + 1 ? UNKNOWN : -Infinity);
      const score = (best[i] ?? 0) + chance;
      if (score > (best[j] ?? 0)) {
        best[j] = score;
        from[j] = i;
      }
    }
  const pieces: number[] = [];
  for (let j = text.length; j > 0; j = from[j] ?? 0) {
    const piece = known.get(text.slice(from[j], j));
    if (piece) pieces.unshift(piece.index);
  }
  return pieces;
}

/** The unit vector of a word: that of its first piece and, less, of the others. */
function vectorOf(word: string, pieces: Pieces): Float32Array {
  const { vectors, dimensions } = pieces;
  const sum = new Float32Array(dimensions);
  cut(word, pieces).forEach((piece, number) => {
    const share = number === 0 ? 1 : LATER_PIECES;
    for (let k = 0; k < dimensions; k++)
      sum[k] = (sum[k] ?? 0) + share * (vectors[piece * dimensions + k] ?? 0);
  });
  unit(sum);
  return sum;
}

function nearest(vector: Float32Array, centres: readonly Float32Array[]): number {
  let best = 0;
  let most = -Infinity;
  centres.forEach((centre, number) => {
    let likeness = 0;
    for (let k = 0; k < vector.length; k++) likeness += (vector[k] ?? 0) * (centre[k] ?? 0);
    if (likeness > most) {
      most = likeness;
      best = number;
    }
  });
  return best;
}

/** Spherical k-means (Dhillon and Modha 2001) over unit vectors with weights: the members of each cluster, by number. */
function kMeans(
  members: readonly number[],
  vectors: readonly Float32Array[],
  weights: readonly number[],
  size: number,
  random: () => number,
): number[][] {
  // The heavier, the likelier one of the first centres.
  let centres = members
    .map((i) => ({
      vector: vectors[i] ?? new Float32Array(),
      rank: Math.log(random()) / Math.sqrt(weights[i] ?? 1),
    }))
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, size)
    .map(({ vector }) => vector);
  let clusters: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    clusters = centres.map(() => []);
    for (const i of members) clusters[nearest(vectors[i] ?? new Float32Array(), centres)]?.push(i);
    centres = clusters.map((cluster, number) => {
      const sum = new Float32Array(centres[number]?.length ?? 0);
      for (const i of cluster) {
        const vector = vectors[i] ?? sum;
        const weight = Math.log1p(weights[i] ?? 1);
        for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] ?? 0) + weight * (vector[k] ?? 0);
      }
      unit(sum);
      return sum;
    });
  }
  return clusters.filter((cluster) => cluster.length > 0);
}

/** The words of a narrow cluster, with the numbers of the broader ones that it is in, from 1. */
export interface WordCluster {
  readonly words: readonly string[];
  readonly middle: number;
  readonly broad: number;
}

/**
 * Clusters words by meaning, in three widths, each parting the one before.
 *
 * @param counts how often each word was seen
 */
export function clusterWords(counts: ReadonlyMap<string, number>, pieces: Pieces): WordCluster[] {
  const random = seededRandom(1);
  const words = [...counts.keys()].toSorted();
  const vectors = words.map((word) => vectorOf(word, pieces));
  const weights = words.map((word) => counts.get(word) ?? 1);
  const part = (members: readonly number[], size: number): number[][] => {
    const share = Math.max(1, Math.round((size * members.length) / words.length));
    return share === 1 ? [[...members]] : kMeans(members, vectors, weights, share, random);
  };
  let middle = 0;
  return part(
    words.map((_, i) => i),
    SIZES.broad,
  ).flatMap((inBroad, broad) =>
    part(inBroad, SIZES.middle).flatMap((inMiddle) => {
      middle++;
      return part(inMiddle, SIZES.narrow).map((narrow) => ({
        words: narrow.map((i) => words[i] ?? ''),
        middle,
        broad: broad + 1,
      }));
    }),
  );
}
