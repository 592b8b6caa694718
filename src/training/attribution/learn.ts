import { PREDECESSORS } from '../../attribution/tag/decode.ts';
import { LABELS, mayFollow } from '../../attribution/tag/token-labels.ts';
import { ForwardBackward } from './forward-backward.ts';
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
  /** Share of the features of a token that each step leaves out. */
  readonly dropout: number;
  readonly seed: number;
}

export interface Model {
  readonly emissions: Float32Array;
  readonly transitions: Float32Array;
}

/** How much there is to learn: features a token, different features, kinds of words, tokens of the longest sequence. */
export interface Sizes {
  readonly width: number;
  readonly featureCount: number;
  readonly kindCount: number;
  readonly longest: number;
}

/** Transitions are few: hardly any is to vanish. */
const TRANSITION_L1 = 0.1;
/** Epochs before the first snapshot that counts. */
const BURN_IN = 3;
/** Differences below this move nothing that matters and cost most of the time. */
const NEGLIGIBLE = 3e-3;

/** The transitions that may be, at first all alike. */
function firstPotentials(kindCount: number): Float64Array {
  return Float64Array.from({ length: kindCount * LABELS * LABELS }, (_, index) =>
    mayFollow(Math.floor(index / LABELS) % LABELS, index % LABELS) ? 1 : 0,
  );
}

/** A conditional random field being learned: its weights and the one sequence it looks at. */
class Learner {
  readonly emissions: FtrlWeights;
  readonly transitions: FtrlWeights;
  private readonly potentials: Float64Array;
  private readonly chain: ForwardBackward;
  /** The features of the sequence that this step keeps, `width` a token. */
  private readonly kept: Int32Array;

  constructor(
    { width, featureCount, kindCount, longest }: Sizes,
    private readonly settings: Settings,
    private readonly random: () => number,
  ) {
    this.emissions = new FtrlWeights(featureCount * LABELS, settings.alpha, settings.l1);
    this.transitions = new FtrlWeights(kindCount * LABELS * LABELS, settings.alpha, TRANSITION_L1);
    this.potentials = firstPotentials(kindCount);
    this.chain = new ForwardBackward(longest, this.potentials);
    this.kept = new Int32Array(longest * width);
  }

  /** One step of gradient on a sequence; returns its loss, in nats summed over the tokens. */
  step({ features, labels, kinds }: Sequence): number {
    const { dropout } = this.settings;
    const width = features.length / labels.length;
    for (let k = 0; k < features.length; k++)
      this.kept[k] = this.random() < dropout ? -1 : (features[k] ?? -1);
    for (let i = 0; i < labels.length; i++) this.score(i, width);
    this.chain.run(kinds);
    let loss = 0;
    for (let i = 0; i < labels.length; i++) {
      if (i > 0) this.updateTransitions(i, kinds[i] ?? 0, labels[i - 1] ?? 0, labels[i] ?? 0);
      loss -= Math.log(Math.max(this.updateEmissions(i, width, labels[i] ?? 0), 1e-12));
    }
    return loss;
  }

  /** Exponentials of the summed weights of token `i`'s features, the highest label at 1. */
  private score(i: number, width: number): void {
    const { scores } = this.chain;
    const { weights } = this.emissions;
    const base = i * LABELS;
    scores.fill(0, base, base + LABELS);
    for (let k = i * width; k < (i + 1) * width; k++) {
      const feature = this.kept[k] ?? -1;
      if (feature < 0) continue;
      for (let label = 0, at = feature * LABELS; label < LABELS; label++, at++) {
        scores[base + label] = (scores[base + label] ?? 0) + (weights[at] ?? 0);
      }
    }
    let max = -Infinity;
    for (let label = 0; label < LABELS; label++) max = Math.max(max, scores[base + label] ?? 0);
    for (let label = 0; label < LABELS; label++)
      scores[base + label] = Math.exp((scores[base + label] ?? 0) - max);
  }

  private updateTransitions(i: number, kind: number, goldFrom: number, goldTo: number): void {
    for (let to = 0; to < LABELS; to++) {
      const ahead = this.chain.ahead(i, to);
      for (const from of PREDECESSORS[to] ?? []) {
        const index = (kind * LABELS + from) * LABELS + to;
        const expected = this.chain.pairChance(i, from, index, ahead);
        const gradient = expected - (to === goldTo && from === goldFrom ? 1 : 0);
        if (Math.abs(gradient) > NEGLIGIBLE) {
          this.potentials[index] = Math.exp(this.transitions.update(index, gradient));
        }
      }
    }
  }

  /** Returns how likely the right label was. */
  private updateEmissions(i: number, width: number, gold: number): number {
    for (let label = 0; label < LABELS; label++) {
      const gradient = this.chain.chance(i, label) - (label === gold ? 1 : 0);
      if (Math.abs(gradient) <= NEGLIGIBLE) continue;
      for (let k = i * width; k < (i + 1) * width; k++) {
        const feature = this.kept[k] ?? -1;
        if (feature >= 0) this.emissions.update(feature * LABELS + label, gradient);
      }
    }
    return this.chain.chance(i, gold);
  }
}

/** The mean of snapshots of weights. */
class Mean {
  private readonly sum: Float32Array;
  private count = 0;

  constructor(private readonly weights: Float32Array) {
    this.sum = new Float32Array(weights.length);
  }

  add(): void {
    this.count++;
    for (let k = 0; k < this.sum.length; k++) this.sum[k] = (this.sum[k] ?? 0) + (this.weights[k] ?? 0);
  }

  times(factor: number): Float32Array {
    return this.sum.map((sum) => (sum * factor) / this.count);
  }
}

/**
 * Learns a linear-chain conditional random field (Lafferty et al. 2001) by stochastic gradient over paragraphs with dropout
 * of features (Srivastava et al. 2014); the weights are the mean of snapshots from the fourth epoch on, four an epoch.
 * `settings.epochs` must be more than three.
 */
export function learn(
  sequences: readonly Sequence[],
  sizes: Omit<Sizes, 'longest'>,
  settings: Settings,
  print: (line: string) => void,
): Model {
  const random = seededRandom(settings.seed);
  const longest = Math.max(...sequences.map(({ labels }) => labels.length));
  const learner = new Learner({ ...sizes, longest }, settings, random);
  const means = [new Mean(learner.emissions.weights), new Mean(learner.transitions.weights)] as const;
  const order = sequences.map((_, index) => index);
  const quarter = Math.ceil(order.length / 4);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    let tokens = 0;
    order.forEach((index, seen) => {
      const sequence = sequences[index];
      if (!sequence) return;
      loss += learner.step(sequence);
      tokens += sequence.labels.length;
      const isSnapshot = (seen + 1) % quarter === 0 || seen + 1 === order.length;
      if (epoch >= BURN_IN && isSnapshot) for (const mean of means) mean.add();
    });
    print(`epoch ${epoch + 1}: ${(loss / tokens).toFixed(4)} nats a token`);
  }
  return { emissions: means[0].times(1 - settings.dropout), transitions: means[1].times(1) };
}
