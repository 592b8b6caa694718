/** The sum of products of `a` with `b` from `at`; four sums side by side, which is twice as fast as one. */
export function dotAt(a: Float32Array, b: Float32Array, at: number): number {
  let [w, x, y, z] = [0, 0, 0, 0];
  for (let i = 0; i < a.length; i += 4) {
    w += (a[i] ?? 0) * (b[at + i] ?? 0);
    x += (a[i + 1] ?? 0) * (b[at + i + 1] ?? 0);
    y += (a[i + 2] ?? 0) * (b[at + i + 2] ?? 0);
    z += (a[i + 3] ?? 0) * (b[at + i + 3] ?? 0);
  }
  return w + x + y + z;
}

/** Adds `factor` times `size` numbers of `from` at `fromAt` to those of `to` at `toAt`. */
export function addTo(
  to: Float32Array,
  toAt: number,
  factor: number,
  from: Float32Array,
  fromAt: number,
  size: number,
): void {
  for (let i = 0; i < size; i++) to[toAt + i] = (to[toAt + i] ?? 0) + factor * (from[fromAt + i] ?? 0);
}
