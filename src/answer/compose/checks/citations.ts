import type { Evidence } from '../../../domain/answer.ts';

/** The evidence that a claim points at: each once, in its order; numbers that no evidence has are left out. */
export function citedEvidence(numbers: readonly number[], evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter(({ n }) => numbers.includes(n));
}
