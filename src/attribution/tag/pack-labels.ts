import { LABELS } from './token-labels.ts';

/** Numbers that hold a value for each label, two a number: one addition adds up two labels. */
export const PAIRS = LABELS / 2;

/** Values of all labels, small integers, as pairs: the first in the lower 16 bits. Sums of pairs are pairs of sums. */
export function packLabels(values: Int8Array): Int32Array {
  return Int32Array.from(
    { length: PAIRS },
    (_, pair) => (values[2 * pair] ?? 0) + (values[2 * pair + 1] ?? 0) * 0x10000,
  );
}

/** The values again, in units of `unit`, as long as none of them is beyond 15 bits. */
export function unpackLabels(pairs: Int32Array, unit: number): Float32Array {
  const values = new Float32Array(2 * pairs.length);
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i] ?? 0;
    const low = (pair << 16) >> 16;
    values[2 * i] = low * unit;
    values[2 * i + 1] = ((pair - low) >> 16) * unit;
  }
  return values;
}
