import { PREDECESSORS } from '../crf.ts';
import { LABELS, mayFollow } from '../labels.ts';
import { FtrlWeights } from './ftrl.ts';
import { seededRandom, shuffle } from './random.ts';

/** A paragraph to learn from: `features` holds `width` feature numbers a token (-1: not kept). */
export interface Sequence {
  readonly features: Int32Array;
  readonly labels: Uint8Array;
  readonly kinds: Uint8Array;
}

export interface Settings {
  readonly epochs: number;
  readonly alpha: number;
  readonly l1: number;
  readonly l2: number;
  /** Share of the features of a token that each step leaves out. */
  readonly dropout: number;
  readonly seed: number;
}

export interface Model {
  readonly emissions: Float32Array;
  readonly transitions: Float32Array;
}

/** Differences below this move nothing that matters and cost most of the time. */
const NEGLIGIBLE = 3e-3;

/** Adds up the weights of the features of token `i` into `scores[0..LABELS)`. */
function emissionScores(
  weights: Float32Array,
  features: Int32Array,
  from: number,
  to: number,
  scores: Float64Array,
  base: number,
): void {
  for (let label = 0; label < LABELS; label++) scores[base + label] = 0;
  for (let k = from; k < to; k++) {
    const feature = features[k] ?? -1;
    if (feature < 0) continue;
    const row = feature * LABELS;
    for (let label = 0; label < LABELS; label++)
      scores[base + label] = (scores[base + label] ?? 0) + (weights[row + label] ?? 0);
  }
}

/**
 * Learns a linear-chain conditional random field (Lafferty et al. 2001) by stochastic gradient over paragraphs; the weights
 * are the mean of snapshots from the fifth epoch on, four an epoch.
 */
export function learn(
  sequences: readonly Sequence[],
  width: number,
  featureCount: number,
  kindCount: number,
  settings: Settings,
  afterEpoch: (model: Model, summary: string) => void,
): Model {
  const emission = new FtrlWeights(featureCount * LABELS, settings.alpha, settings.l1, settings.l2);
  const transition = new FtrlWeights(kindCount * LABELS * LABELS, settings.alpha, 0.1, settings.l2);
  const potentials = new Float64Array(kindCount * LABELS * LABELS);
  for (let i = 0; i < potentials.length; i++) {
    const from = Math.floor(i / LABELS) % LABELS;
    potentials[i] = mayFollow(from, i % LABELS) ? 1 : 0;
  }
  const sumEmissions = new Float32Array(emission.weights.length);
  const sumTransitions = new Float32Array(transition.weights.length);
  let snapshots = 0;
  const longest = Math.max(...sequences.map(({ labels }) => labels.length));
  const scores = new Float64Array(longest * LABELS);
  const forward = new Float64Array(longest * LABELS);
  const backward = new Float64Array(longest * LABELS);
  const norms = new Float64Array(longest);
  const random = seededRandom(settings.seed);
  const order = sequences.map((_, index) => index);

  const model = (): Model => ({
    emissions: (snapshots > 0 ? sumEmissions : emission.weights).map(
      (sum) => (sum * (1 - settings.dropout)) / Math.max(snapshots, 1),
    ),
    transitions: snapshots > 0 ? sumTransitions.map((sum) => sum / snapshots) : transition.weights,
  });
  const kept = new Int32Array(longest * width);
  const step = ({ features: all, labels, kinds }: Sequence): number => {
    const n = labels.length;
    let loss = 0;
    const features = kept;
    for (let k = 0; k < all.length; k++) features[k] = random() < settings.dropout ? -1 : (all[k] ?? -1);
    for (let i = 0; i < n; i++) {
      const base = i * LABELS;
      emissionScores(emission.weights, features, i * width, (i + 1) * width, scores, base);
      let max = -Infinity;
      for (let l = 0; l < LABELS; l++) max = Math.max(max, scores[base + l] ?? 0);
      for (let l = 0; l < LABELS; l++) scores[base + l] = Math.exp((scores[base + l] ?? 0) - max);
    }
    for (let i = 0; i < n; i++) {
      const base = i * LABELS;
      const table = (kinds[i] ?? 0) * LABELS * LABELS;
      let norm = 0;
      for (let to = 0; to < LABELS; to++) {
        let sum = 0;
        if (i === 0) sum = mayFollow(0, to) ? 1 : 0;
        else
          for (const from of PREDECESSORS[to] ?? [])
            sum += (forward[base - LABELS + from] ?? 0) * (potentials[table + from * LABELS + to] ?? 0);
        const value = sum * (scores[base + to] ?? 0);
        forward[base + to] = value;
        norm += value;
      }
      norms[i] = norm;
      for (let to = 0; to < LABELS; to++) forward[base + to] = (forward[base + to] ?? 0) / norm;
    }
    for (let l = 0; l < LABELS; l++) backward[(n - 1) * LABELS + l] = 1;
    for (let i = n - 2; i >= 0; i--) {
      const base = i * LABELS;
      const table = (kinds[i + 1] ?? 0) * LABELS * LABELS;
      for (let from = 0; from < LABELS; from++) backward[base + from] = 0;
      const norm = norms[i + 1] ?? 1;
      for (let to = 0; to < LABELS; to++) {
        const ahead = ((scores[base + LABELS + to] ?? 0) * (backward[base + LABELS + to] ?? 0)) / norm;
        for (const from of PREDECESSORS[to] ?? [])
          backward[base + from] =
            (backward[base + from] ?? 0) + ahead * (potentials[table + from * LABELS + to] ?? 0);
      }
    }
    for (let i = 0; i < n; i++) {
      const base = i * LABELS;
      const gold = labels[i] ?? 0;
      if (i > 0) {
        const table = (kinds[i] ?? 0) * LABELS * LABELS;
        const goldFrom = labels[i - 1] ?? 0;
        const norm = norms[i] ?? 1;
        for (let to = 0; to < LABELS; to++) {
          const ahead = ((scores[base + to] ?? 0) * (backward[base + to] ?? 0)) / norm;
          for (const from of PREDECESSORS[to] ?? []) {
            const index = table + from * LABELS + to;
            const expected = (forward[base - LABELS + from] ?? 0) * (potentials[index] ?? 0) * ahead;
            const gradient = expected - (to === gold && from === goldFrom ? 1 : 0);
            if (gradient > NEGLIGIBLE || gradient < -NEGLIGIBLE)
              potentials[index] = Math.exp(transition.update(index, gradient));
          }
        }
      }
      for (let l = 0; l < LABELS; l++) {
        const marginal = (forward[base + l] ?? 0) * (backward[base + l] ?? 0);
        if (l === gold) loss -= Math.log(Math.max(marginal, 1e-12));
        const gradient = marginal - (l === gold ? 1 : 0);
        if (gradient <= NEGLIGIBLE && gradient >= -NEGLIGIBLE) continue;
        for (let k = i * width; k < (i + 1) * width; k++) {
          const feature = features[k] ?? -1;
          if (feature >= 0) emission.update(feature * LABELS + l, gradient);
        }
      }
    }
    return loss;
  };

  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    let tokens = 0;
    const quarter = Math.ceil(order.length / 4);
    order.forEach((index, seen) => {
      const sequence = sequences[index];
      if (!sequence || sequence.labels.length === 0) return;
      loss += step(sequence);
      tokens += sequence.labels.length;
      if (epoch > 3 && ((seen + 1) % quarter === 0 || seen + 1 === order.length)) {
        snapshots++;
        emission.weights.forEach((weight, k) => (sumEmissions[k] = (sumEmissions[k] ?? 0) + weight));
        transition.weights.forEach((weight, k) => (sumTransitions[k] = (sumTransitions[k] ?? 0) + weight));
      }
    });
    afterEpoch(model(), `epoch ${epoch + 1}: ${(loss / tokens).toFixed(4)} nats a token`);
  }
  return model();
}
