import type { Candidate, Scope, Store } from '../../store/ports.ts';

/** So many candidates are kept: all of a small collection, what is asked for often of a large one. */
const MOST_KEPT = 2_000;

/** A candidate with its vector; null where the store has none. */
export interface CandidateWithVector {
  readonly candidate: Candidate;
  readonly vector: Float32Array | null;
}

export type ReadCandidates = (keys: readonly number[], scope: Scope) => Promise<CandidateWithVector[]>;

/** Reads candidates and their vectors, from memory as long as no article has changed since they were read. */
export function createCandidateReader(
  store: Pick<Store, 'candidates' | 'vectorsOf' | 'revision'>,
): ReadCandidates {
  const kept = new Map<number, CandidateWithVector>();
  let revision: number | null = null;

  async function read(keys: readonly number[], scope: Scope): Promise<CandidateWithVector[]> {
    if (keys.length === 0) return [];
    const [candidates, vectors] = await Promise.all([store.candidates(keys, scope), store.vectorsOf(keys)]);
    return candidates.map((candidate) => ({ candidate, vector: vectors.get(candidate.key) ?? null }));
  }

  return async (keys, scope) => {
    // Whether a candidate lies in a scope only the store knows.
    if (Object.values(scope).some((value) => value !== undefined)) return read(keys, scope);
    const now = await store.revision();
    if (now !== revision || kept.size > MOST_KEPT) kept.clear();
    revision = now;
    const fresh = await read(
      keys.filter((key) => !kept.has(key)),
      scope,
    );
    for (const one of fresh) kept.set(one.candidate.key, one);
    return keys.flatMap((key) => kept.get(key) ?? []);
  };
}
