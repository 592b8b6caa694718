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

  /** Those of the keys that have a vector; what is kept another question may clear meanwhile. */
  async function readVectors(keys: readonly number[]): Promise<ReadonlyMap<number, Float32Array>> {
    const now = await store.embeddingStamp();
    const isOther = !now || !stamp || !isSameStamp(now, stamp);
    if (isOther || vectors.size > MOST_KEPT) vectors.clear();
    if (isOther) stamp = now;
    const made = stamp;
    const known = keys.flatMap((key) => {
      const vector = vectors.get(key);
      return vector ? [[key, vector] as const] : [];
    });
    const missing = keys.filter((key) => !vectors.has(key));
    const fresh = missing.length === 0 ? [] : [...(await store.vectorsOf(missing))];
    if (stamp === made) for (const [key, vector] of fresh) vectors.set(key, vector);
    return new Map([...known, ...fresh]);
  }

  async function read(keys: readonly number[], scope: Scope): Promise<CandidateWithVector[]> {
    if (keys.length === 0) return [];
    const [candidates, found] = await Promise.all([store.candidates(keys, scope), readVectors(keys)]);
    return candidates.map((candidate) => ({ candidate, vector: found.get(candidate.key) ?? null }));
  }

  return async (keys, scope) => {
    // Whether a candidate lies in a scope only the store knows.
    if (Object.values(scope).some((value) => value !== undefined)) return read(keys, scope);
    const now = await store.revision();
    if (now !== revision || kept.size > MOST_KEPT) kept.clear();
    revision = now;
    const known = keys.flatMap((key) => kept.get(key) ?? []);
    const missing = keys.filter((key) => !kept.has(key));
    const fresh = await read(missing, scope);
    if (revision === now) for (const one of fresh) kept.set(one.candidate.key, one);
    const found = new Map([...known, ...fresh].map((one) => [one.candidate.key, one]));
    return keys.flatMap((key) => found.get(key) ?? []);
  };
}
