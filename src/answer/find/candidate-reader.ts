import {
  isSameStamp,
  type Candidate,
  type EmbeddingStamp,
  type Scope,
  type Store,
} from '../../store/ports.ts';

/** So many candidates are kept: all of a small collection, what is asked for often of a large one. */
const MOST_KEPT = 2_000;

/** A candidate with its vector; null where the store has none. */
interface CandidateWithVector {
  readonly candidate: Candidate;
  readonly vector: Float32Array | null;
}

export type ReadCandidates = (keys: readonly number[], scope: Scope) => Promise<CandidateWithVector[]>;

/**
 * Reads candidates and their vectors, from memory as long as no article has changed since they were read; a sentence's vector
 * is the same until the embeddings are others.
 */
export function createCandidateReader(
  store: Pick<Store, 'candidates' | 'vectorsOf' | 'embeddingStamp' | 'revision'>,
): ReadCandidates {
  const kept = new Map<number, CandidateWithVector>();
  const vectors = new Map<number, Float32Array>();
  let stamp: EmbeddingStamp | null = null;
  let revision: number | null = null;

  async function readVectors(keys: readonly number[]): Promise<void> {
    const now = await store.embeddingStamp();
    if (!now || !stamp || !isSameStamp(now, stamp) || vectors.size > MOST_KEPT) vectors.clear();
    stamp = now;
    const missing = keys.filter((key) => !vectors.has(key));
    if (missing.length === 0) return;
    for (const [key, vector] of await store.vectorsOf(missing)) vectors.set(key, vector);
  }

  async function read(keys: readonly number[], scope: Scope): Promise<CandidateWithVector[]> {
    if (keys.length === 0) return [];
    const [candidates] = await Promise.all([store.candidates(keys, scope), readVectors(keys)]);
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
