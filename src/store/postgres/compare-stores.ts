import { createHash } from 'node:crypto';
import { UserError } from '../../errors.ts';
import type { Store } from '../ports.ts';
import { blobOf } from '../rows/blob.ts';
import { shownServer } from './server-failure.ts';

/** So many vectors are read at once. */
const VECTORS_AT_ONCE = 500;

export interface Copied {
  readonly articles: number;
  readonly statements: number;
  readonly vectors: number;
}

interface Sums extends Copied {
  /** Of each part of the store, as text that is equal where it is. */
  readonly parts: ReadonlyMap<string, string>;
}

async function sumsOf(store: Store): Promise<Sums> {
  const [counts, hashes, keys] = [
    await store.counts(),
    await store.hashes(),
    await store.keysInScope({}, Number.MAX_SAFE_INTEGER),
  ];
  const digest = createHash('sha256');
  let vectors = 0;
  for (let i = 0; i < keys.length; i += VECTORS_AT_ONCE) {
    const some = await store.vectorsOf(keys.slice(i, i + VECTORS_AT_ONCE));
    vectors += some.size;
    for (const [key, vector] of [...some].toSorted(([a], [b]) => a - b))
      digest.update(`${key} `).update(blobOf(vector));
  }
  const parts = {
    counts,
    hashes: [...hashes],
    vectors: [vectors, digest.digest('hex')],
    corrections: await store.corrections(),
    follows: [await store.follows(), await store.destinations(), await store.lastArrival()],
  };
  return {
    articles: counts.articles,
    statements: counts.statements,
    vectors,
    parts: new Map(Object.entries(parts).map(([name, part]) => [name, JSON.stringify(part)])),
  };
}

/**
 * Compares counts, hashes, vectors, corrections and follows of a store with those of its copy.
 *
 * @param url the copy's server
 * @throws UserError that names what differs
 */
export async function compareStores(source: Store, target: Store, url: string): Promise<Copied> {
  const [wanted, found] = [await sumsOf(source), await sumsOf(target)];
  const other = [...wanted.parts].filter(([name, part]) => found.parts.get(name) !== part);
  if (other.length > 0)
    throw new UserError(
      `What ${shownServer(url)} holds now is not what the file holds (${other.map(([name]) => name).join(', ')}): stop what else writes to them, then move again with --force.`,
    );
  const { parts: _, ...copied } = found;
  return copied;
}
