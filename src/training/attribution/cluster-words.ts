import { seededRandom } from './random.ts';
import { type Pieces, unit } from './read-pieces.ts';

/** Clusters, from narrow to broad; the broader ones are clusters of the narrower. */
const SIZES = [1000, 256, 64] as const;
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

/** Spherical k-means (Dhillon and Modha 2001) over unit vectors with weights: the cluster of each, and the centres. */
function kMeans(
  vectors: readonly Float32Array[],
  weights: readonly number[],
  size: number,
): { of: number[]; centres: Float32Array[] } {
  const random = seededRandom(1);
  // The heavier, the likelier one of the first centres.
  const first = vectors
    .map((vector, i) => ({ vector, rank: Math.log(random()) / Math.sqrt(weights[i] ?? 1) }))
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, size);
  let centres = first.map(({ vector }) => vector);
  let of: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    of = vectors.map((vector) => nearest(vector, centres));
    const sums = centres.map((centre) => new Float32Array(centre.length));
    vectors.forEach((vector, i) => {
      const sum = sums[of[i] ?? 0];
      const weight = Math.log1p(weights[i] ?? 1);
      if (sum) for (let k = 0; k < vector.length; k++) sum[k] = (sum[k] ?? 0) + weight * (vector[k] ?? 0);
    });
    sums.forEach(unit);
    centres = sums;
  }
  return { of: vectors.map((vector) => nearest(vector, centres)), centres };
}

/** The words of each narrow cluster, with the numbers of the broader ones that it is in, from 1. */
export interface WordCluster {
  readonly words: readonly string[];
  readonly middle: number;
  readonly broad: number;
}

/**
 * Clusters words by meaning, in three widths.
 *
 * @param counts how often each word was seen
 */
export function clusterWords(counts: ReadonlyMap<string, number>, pieces: Pieces): WordCluster[] {
  const words = [...counts.keys()].toSorted();
  const vectors = words.map((word) => vectorOf(word, pieces));
  const narrow = kMeans(
    vectors,
    words.map((word) => counts.get(word) ?? 1),
    SIZES[0],
  );
  const weightsOf = (of: readonly number[], weights: readonly number[], size: number): number[] => {
    const sums = Array.from({ length: size }, () => 1);
    of.forEach((cluster, i) => (sums[cluster] = (sums[cluster] ?? 1) + (weights[i] ?? 0)));
    return sums;
  };
  const narrowWeights = weightsOf(
    narrow.of,
    words.map((word) => counts.get(word) ?? 1),
    narrow.centres.length,
  );
  const middle = kMeans(narrow.centres, narrowWeights, SIZES[1]);
  const broad = kMeans(middle.centres, weightsOf(middle.of, narrowWeights, middle.centres.length), SIZES[2]);
  return narrow.centres.map((_, number) => ({
    words: words.filter((_word, i) => narrow.of[i] === number),
    middle: (middle.of[number] ?? 0) + 1,
    broad: (broad.of[middle.of[number] ?? 0] ?? 0) + 1,
  }));
}
