import { LABELS } from './token-labels.ts';

/** Numbers that hold a value for each label, four a number. */
export const PACKED = LABELS / 4;
/** What each value is raised by, so that none is negative. */
export const RAISED = 128;

/** Values of all labels, -128 to 127, one a byte: label `4 i + j` in byte `j` of number `i`. */
export function packLabels(values: Int8Array): Int32Array {
  const packed = new Int32Array(PACKED);
  for (let label = 0; label < LABELS; label++) {
    const at = label >> 2;
    packed[at] = (packed[at] ?? 0) | (((values[label] ?? 0) + RAISED) << (8 * (label & 3)));
  }
  return packed;
}

/** Every other byte, two a number: sums of numbers so spread are sums of their bytes, as long as none is beyond 15 bits. */
export const EVERY_OTHER = 0x00ff00ff;
/** Numbers that hold a sum for each label, two a number. */
export const SUMS = LABELS / 2;

/** The place of number `at` of the sums whose lower half is of which label; the upper half is of the next but one. */
export const labelOf = (at: number): number => 4 * (at >> 1) + (at & 1);
