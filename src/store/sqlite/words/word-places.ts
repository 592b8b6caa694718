import type { Database } from 'better-sqlite3';
import type { Recent } from './keep-recent.ts';

/** Where a phrase stands: keys upwards, and how often it does in each. */
export interface Postings {
  readonly keys: readonly number[];
  readonly counts: readonly number[];
}

/** Of a phrase, as far as a key. */
interface Kept {
  readonly keys: number[];
  readonly counts: number[];
  upTo: number;
}

/** A place of a word as one number: its key, and its place among so many words. */
const MOST_WORDS = 2 ** 20;
/** So many are kept, some 50 MB: the same words are asked for, and one question looks them up several times. */
const MOST_KEPT = 3_000_000;

/** Big-endian, seven bits a byte, as SQLite writes numbers of up to eight bytes. */
function readVarint(bytes: Buffer, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let i = at; ; i++) {
    const byte = bytes[i] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: i + 1 };
  }
}

/** Reads where words stand from an FTS5 table of one column, whose own `bm25` reads it an entry at a time. */
export function createWordPlaces(db: Database, table: 'sentence_words' | 'passage_words', recent: Recent) {
  db.exec(`CREATE VIRTUAL TABLE temp.${table}_places USING fts5vocab (main, ${table}, instance)`);
  const select = (place: string) =>
    db
      .prepare<[string], string>(`SELECT json_group_array(${place}) FROM temp.${table}_places WHERE term = ?`)
      .pluck();
  const [selectKeys, selectPlaces] = [select('doc'), select(`doc * ${MOST_WORDS} + offset`)];
  const selectTotals = db.prepare<[], Buffer>(`SELECT block FROM ${table}_data WHERE id = 1`).pluck();
  const selectLengths = db.prepare<[number], { keys: string; lengths: string | null }>(
    `SELECT json_group_array(id) AS keys, group_concat(hex(sz), ' ') AS lengths FROM ${table}_docsize WHERE id > ?`,
  );
  /** Of what has a key: how many words it has. Keys are never used again, so what is known holds. */
  let lengths = new Uint32Array(1024);
  let lastLength = 0;
  const kept = new Map<string, Kept>();
  let size = 0;

  function readLengths(): void {
    const found = selectLengths.get(lastLength);
    if (!found?.lengths) return;
    const keys = numbersIn(found.keys);
    lastLength = keys.at(-1) ?? lastLength;
    if (lastLength >= lengths.length) {
      const before = lengths;
      lengths = new Uint32Array(2 * lastLength);
      lengths.set(before);
    }
    for (const [i, bytes] of found.lengths.split(' ').entries())
      lengths[keys[i] ?? 0] = readVarint(Buffer.from(bytes, 'hex'), 0).value;
  }

  function read([first = '', ...rest]: readonly string[]): Kept {
    const upTo = recent.last();
    if (rest.length === 0) return { ...counted(numbersIn(selectKeys.get(first))), upTo };
    const after = rest.map((stem) => new Set(numbersIn(selectPlaces.get(stem))));
    const places = numbersIn(selectPlaces.get(first)).filter((place) =>
      after.every((of, i) => of.has(place + i + 1)),
    );
    return { ...counted(places.map((place) => Math.floor(place / MOST_WORDS))), upTo };
  }

  return {
    /** Call it when something changed. @param isLess whether sentences went */
    keepUp(isLess: boolean): void {
      readLengths();
      if (!isLess) return;
      kept.clear();
      size = 0;
    },
    /** How many rows there are, and how many words one has on average. */
    totals(): { readonly rows: number; readonly mean: number } {
      const block = selectTotals.get() ?? Buffer.alloc(0);
      const rows = readVarint(block, 0);
      return { rows: rows.value, mean: readVarint(block, rows.end).value / rows.value };
    },
    /** One more than the highest key. */
    end: (): number => lastLength + 1,
    lengthOf: (key: number): number => lengths[key] ?? 0,
    /** @param stems with a space before, between and behind them */
    postingsOf(stems: string): Postings {
      const known = kept.get(stems);
      const more = known && recent.after(known.upTo);
      if (known && more) {
        for (const one of more) {
          const count = timesIn(one[table], stems);
          if (count === 0) continue;
          known.keys.push(one.key);
          known.counts.push(count);
          size++;
        }
        known.upTo = recent.last();
        return known;
      }
      if (size > MOST_KEPT) {
        kept.clear();
        size = 0;
      }
      const postings = read(stems.trim().split(' '));
      size += postings.keys.length - (kept.get(stems)?.keys.length ?? 0);
      kept.set(stems, postings);
      return postings;
    },
  };
}

/** How often the stems stand in others; the space behind them may be the one before the next. */
function timesIn(text: string, stems: string): number {
  let times = 0;
  for (let at = text.indexOf(stems); at >= 0; at = text.indexOf(stems, at + 1)) times++;
  return times;
}

/** What SQLite makes of numbers that it found. */
function numbersIn(json: string | undefined): number[] {
  const numbers: unknown = JSON.parse(json ?? '[]');
  return Array.isArray(numbers) ? numbers.map(Number) : [];
}

/** @param all keys upwards, each as often as the phrase stands there */
function counted(all: readonly number[]): { readonly keys: number[]; readonly counts: number[] } {
  const [keys, counts]: [number[], number[]] = [[], []];
  let last = 0;
  for (const key of all)
    if (key === last) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
    else {
      keys.push(key);
      counts.push(1);
      last = key;
    }
  return { keys, counts };
}
