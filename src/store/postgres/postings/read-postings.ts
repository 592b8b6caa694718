/** Keys of a block have their quotient by this in common. */
export const BLOCK = 64;
/** Of one sentence in a list: its place in the block, how often the word stands in it, how many words it has. */
const ENTRY_BYTES = 6;
const BLOCK_BYTES = 10;

export type Column = 'sentence' | 'passage';

/** Where a word stands. */
export interface Occurrence {
  readonly block: number;
  readonly offset: number;
  readonly count: number;
  readonly length: number;
}

/** Reads what the server joins of a stem's rows: of each its block (eight bytes), its number of entries (two), the entries. */
export function readOccurrences(joined: Buffer, found: (occurrence: Occurrence) => void): void {
  for (let at = 0; at < joined.length;) {
    const block = Number(joined.readBigInt64BE(at));
    const end = at + BLOCK_BYTES + joined.readInt16BE(at + 8) * ENTRY_BYTES;
    for (at += BLOCK_BYTES; at < end; at += ENTRY_BYTES) found(occurrenceAt(joined, at, block));
  }
}

function occurrenceAt(joined: Buffer, at: number, block: number): Occurrence {
  return {
    block,
    offset: joined.readInt16BE(at),
    count: joined.readInt16BE(at + 2),
    length: joined.readInt16BE(at + 4),
  };
}

interface Placed extends Occurrence {
  readonly places: ReadonlySet<number>;
}

/** The same where the places follow the entries of each row; by key. */
function readPlaced(joined: Buffer): ReadonlyMap<number, Placed> {
  const placed = new Map<number, Placed>();
  for (let at = 0; at < joined.length;) {
    const block = Number(joined.readBigInt64BE(at));
    const entries = joined.readInt16BE(at + 8);
    at += BLOCK_BYTES;
    let place = at + entries * ENTRY_BYTES;
    for (let i = 0; i < entries; i++, at += ENTRY_BYTES) {
      const occurrence = occurrenceAt(joined, at, block);
      const end = place + occurrence.count * 2;
      const places = new Set<number>();
      for (; place < end; place += 2) places.add(joined.readInt16BE(place));
      placed.set(block * BLOCK + occurrence.offset, { ...occurrence, places });
    }
    at = place;
  }
  return placed;
}

/** Calls `found` where the stems, of each of which the server joined rows with places, follow each other; `count`: how often. */
export function countPhrase(
  stems: readonly (Buffer | undefined)[],
  found: (occurrence: Occurrence) => void,
): void {
  const [first, ...rest] = stems.map((joined) => joined && readPlaced(joined));
  for (const [key, { places, ...occurrence }] of first ?? []) {
    const next = rest.map((placed) => placed?.get(key)?.places);
    const count = [...places].filter((place) =>
      next.every((after, i) => after?.has(place + i + 1) ?? false),
    ).length;
    if (count > 0) found({ ...occurrence, count });
  }
}
