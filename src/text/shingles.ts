/** Words that stand together in one shingle: five in a row are seldom the same by chance. */
const WORDS = 5;
/** Minima kept of a text: likeness is off by 0.04 at most, mostly. */
const HASHES = 128;

/** So much of the shorter text's shingles in the longer one, and one is mostly the words of the other. */
const COPIED = 0.6;
/** Shorter texts are notices and stubs, which are alike by their form. */
const LEAST_SHINGLES = 50;
/** Below this estimate nothing is compared in full. */
const WORTH_COMPARING = 0.2;

/** Odd numbers and shifts that make a hash of a hash (xorshift, multiplied), drawn once. */
const FACTORS = Uint32Array.from({ length: HASHES }, (_, i) => (Math.imul(i + 1, 0x9e3779b1) | 1) >>> 0);

/** The hashes of a text's shingles, each once; of a text of fewer words, of all of it. */
function shinglesOf(text: string): Set<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = words.map(hashOf);
  const shingles = new Set<number>();
  for (let i = 0; i + Math.min(WORDS, hashes.length) <= hashes.length && hashes.length > 0; i++) {
    let hash = 0x811c9dc5;
    for (let j = i; j < Math.min(i + WORDS, hashes.length); j++)
      hash = Math.imul(hash ^ (hashes[j] ?? 0), 0x01000193);
    shingles.add(mixed(hash));
  }
  return shingles;
}

/** FNV-1a over code units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** Every bit depends on every other (the end of MurmurHash3). */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * What tells texts of mostly the same words, in half a kilobyte: the least of its shingles' hashes under each of 128 hash
 * functions (MinHash: Broder, On the resemblance and containment of documents, 1997), then the number of shingles.
 */
export function signatureOf(text: string): Uint32Array {
  const signature = new Uint32Array(HASHES + 1).fill(0xffffffff);
  const shingles = shinglesOf(text);
  for (const shingle of shingles) {
    for (let i = 0; i < HASHES; i++) {
      const hash = mixed(shingle ^ (FACTORS[i] ?? 1));
      if (hash < (signature[i] ?? 0)) signature[i] = hash;
    }
  }
  signature[HASHES] = shingles.size;
  return signature;
}

/** Whether two signatures are like enough for their texts to be compared. */
export function mayBeCopies(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length !== HASHES + 1 || b.length !== a.length || a[HASHES] === 0) return false;
  let same = 0;
  for (let i = 0; i < HASHES; i++) if (a[i] === b[i]) same++;
  return same >= WORTH_COMPARING * HASHES;
}

/** Whether one of two texts is mostly the words of the other: an agency's report, cut or with paragraphs of one's own. */
export function areCopies(a: string, b: string): boolean {
  const [one, other] = [shinglesOf(a), shinglesOf(b)];
  const [shorter, longer] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const shingle of shorter) if (longer.has(shingle)) shared++;
  return shorter.size >= LEAST_SHINGLES && shared >= COPIED * shorter.size;
}
