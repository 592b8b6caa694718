const BETA = 1;

/** Weights under FTRL-Proximal (McMahan et al. 2013): per-coordinate rates, exact zeros by L1. */
export class FtrlWeights {
  readonly weights: Float32Array;
  private readonly z: Float32Array;
  private readonly n: Float32Array;

  constructor(
    size: number,
    private readonly alpha: number,
    private readonly l1: number,
  ) {
    this.weights = new Float32Array(size);
    this.z = new Float32Array(size);
    this.n = new Float32Array(size);
  }

  update(index: number, gradient: number): number {
    const n = this.n[index] ?? 0;
    const weight = this.weights[index] ?? 0;
    const grown = n + gradient * gradient;
    const rootGrown = Math.sqrt(grown);
    const z = (this.z[index] ?? 0) + gradient - ((rootGrown - Math.sqrt(n)) / this.alpha) * weight;
    this.n[index] = grown;
    this.z[index] = z;
    const next =
      z > this.l1
        ? (this.l1 - z) / ((BETA + rootGrown) / this.alpha)
        : z < -this.l1
          ? (-this.l1 - z) / ((BETA + rootGrown) / this.alpha)
          : 0;
    this.weights[index] = next;
    return next;
  }
}
