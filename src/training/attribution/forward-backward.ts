import { PREDECESSORS } from '../../attribution/tag/decode.ts';
import { LABELS, mayFollow } from '../../attribution/tag/token-labels.ts';

/** Size of one table of transitions. */
const TABLE = LABELS * LABELS;

/**
 * Forward-backward over a linear chain (Lafferty et al. 2001), scaled at every token; its arrays are used again for every
 * sequence. Fill `scores` first.
 */
export class ForwardBackward {
  /** Exponentials of the emission scores, `LABELS` a token. */
  readonly scores: Float64Array;
  private readonly forward: Float64Array;
  private readonly backward: Float64Array;
  private readonly norms: Float64Array;

  /** `potentials` are the exponentials of the transition weights, by kind of the later token; they may change between runs. */
  constructor(
    longest: number,
    private readonly potentials: Float64Array,
  ) {
    this.scores = new Float64Array(longest * LABELS);
    this.forward = new Float64Array(longest * LABELS);
    this.backward = new Float64Array(longest * LABELS);
    this.norms = new Float64Array(longest);
  }

  /** Runs over the first `kinds.length` tokens. */
  run(kinds: Uint8Array): void {
    for (let i = 0; i < kinds.length; i++) this.stepForward(i, kinds[i] ?? 0);
    this.backward.fill(1, (kinds.length - 1) * LABELS, kinds.length * LABELS);
    for (let i = kinds.length - 2; i >= 0; i--) this.stepBackward(i, kinds[i + 1] ?? 0);
  }

  /** How likely token `i` has `label`. */
  chance(i: number, label: number): number {
    return (this.forward[i * LABELS + label] ?? 0) * (this.backward[i * LABELS + label] ?? 0);
  }

  /** What the chance of a pair of labels at tokens `i - 1` and `i` has in common for all labels before `to`. */
  ahead(i: number, to: number): number {
    const at = i * LABELS + to;
    return ((this.scores[at] ?? 0) * (this.backward[at] ?? 0)) / (this.norms[i] ?? 1);
  }

  /** How likely tokens `i - 1` and `i` have labels `from` and `to`; `ahead` as above, `index` that of the potential. */
  pairChance(i: number, from: number, index: number, ahead: number): number {
    return (this.forward[(i - 1) * LABELS + from] ?? 0) * (this.potentials[index] ?? 0) * ahead;
  }

  private stepForward(i: number, kind: number): void {
    const base = i * LABELS;
    let norm = 0;
    for (let to = 0; to < LABELS; to++) {
      let sum = i === 0 && mayFollow(0, to) ? 1 : 0;
      if (i > 0) {
        for (const from of PREDECESSORS[to] ?? []) {
          sum +=
            (this.forward[base - LABELS + from] ?? 0) *
            (this.potentials[kind * TABLE + from * LABELS + to] ?? 0);
        }
      }
      const value = sum * (this.scores[base + to] ?? 0);
      this.forward[base + to] = value;
      norm += value;
    }
    this.norms[i] = norm;
    for (let to = 0; to < LABELS; to++) this.forward[base + to] = (this.forward[base + to] ?? 0) / norm;
  }

  private stepBackward(i: number, nextKind: number): void {
    const base = i * LABELS;
    this.backward.fill(0, base, base + LABELS);
    for (let to = 0; to < LABELS; to++) {
      const ahead = this.ahead(i + 1, to);
      for (const from of PREDECESSORS[to] ?? []) {
        const potential = this.potentials[nextKind * TABLE + from * LABELS + to] ?? 0;
        this.backward[base + from] = (this.backward[base + from] ?? 0) + ahead * potential;
      }
    }
  }
}
