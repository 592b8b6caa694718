import { ELLIPSIS } from '../../text/fold.ts';

/** A strip of the table of pattern (rows) and text (columns): `width` columns from `from`, moved on by `slope` with each row. */
export interface Band {
  /** May be negative: columns that are not there. */
  readonly from: number;
  readonly width: number;
  readonly slope: 0 | 1;
}

const ELLIPSIS_WORDS = 400;
/** Places that are looked at more closely. */
const MOST_BANDS = 64;

/**
 * Where in a text a pattern may stand: the whole table where it is small, else strips around the stretches that hold most
 * of the pattern's words and pairs of words, each at most as often as the pattern has it and the rarer in the text the
 * more (filtering by q-grams: Jokinen & Ukkonen 1991, "Two algorithms for approximate string matching in static texts").
 * Together at most `mostCells` cells, but never less than one a row; time linear in the lengths.
 */
export function chooseBands(pattern: readonly string[], text: readonly string[], mostCells: number): Band[] {
  const rows = pattern.length + 1;
  const columns = text.length + 1;
  if (rows * columns <= mostCells) return [{ from: 0, width: columns, slope: 0 }];
  // The widest that is of use: the pattern's length to either side, and what an ellipsis may stand for.
  const reach = 2 * rows + (pattern.includes(ELLIPSIS) ? ELLIPSIS_WORDS : 0);
  const width = Math.max(1, Math.min(Math.floor(mostCells / rows), reach, columns));
  const most = Math.min(MOST_BANDS, Math.max(1, Math.floor(mostCells / (rows * width))));
  const slack = Math.floor(width / 2);
  const starts = fullestStretches(pattern, text, pattern.length + slack, most);
  return starts.map((start) => ({ from: start - Math.floor(width / 4), width, slope: 1 }));
}

/** The starts of the `most` stretches of `length` words that hold most of the pattern, the fullest first. */
function fullestStretches(
  pattern: readonly string[],
  text: readonly string[],
  length: number,
  most: number,
): number[] {
  const { wanted, grams, weights } = gramsOf(pattern, text);
  const held = new Int32Array(wanted.length);
  let score = 0;
  const change = (gram: number | undefined, by: 1 | -1): void => {
    if (gram === undefined || gram < 0) return;
    const before = held[gram] ?? 0;
    held[gram] = before + by;
    if (Math.max(before, before + by) <= (wanted[gram] ?? 0)) score += by * (weights[gram] ?? 0);
  };
  // One stretch of each block is enough: its neighbours lie in the same strip.
  const block = Math.max(1, Math.floor((length - pattern.length) / 2));
  const best: { start: number; score: number }[] = [];
  let here = { start: 0, score: -1 };
  const last = Math.max(0, text.length - length);
  for (let end = 0, start = 0; start <= last; start++) {
    for (; end < Math.min(text.length, start + length); end++) {
      change(grams.words[end], 1);
      if (end > start) change(grams.pairs[end], 1);
    }
    if (score > here.score) here = { start, score };
    if (start % block === block - 1 || start === last) {
      keep(best, here, most);
      here = { start: start + 1, score: -1 };
    }
    change(grams.words[start], -1);
    if (start + 1 < end) change(grams.pairs[start + 1], -1);
  }
  return best.map((one) => one.start);
}

/** Puts it among the `most` best, of equals behind those before. */
function keep<T extends { readonly score: number }>(best: T[], one: T, most: number): void {
  const worst = best.at(-1);
  if (best.length >= most && worst && worst.score >= one.score) return;
  let at = best.length;
  while (at > 0 && (best[at - 1]?.score ?? 0) < one.score) at--;
  best.splice(at, 0, one);
  if (best.length > most) best.pop();
}

/** The pattern's words and pairs of neighbours by number, how often it has each, and which stands where in the text. */
function gramsOf(pattern: readonly string[], text: readonly string[]) {
  const numbers = new Map<string, number>();
  const wanted: number[] = [];
  const number = (gram: string): void => {
    const known = numbers.get(gram) ?? numbers.size;
    numbers.set(gram, known);
    wanted[known] = (wanted[known] ?? 0) + 1;
  };
  pattern.forEach((word, i) => {
    number(word);
    if (i > 0) number(pairAt(pattern, i));
  });
  const counts = new Int32Array(wanted.length);
  const find = (gram: string): number => {
    const found = numbers.get(gram) ?? -1;
    if (found >= 0) counts[found] = (counts[found] ?? 0) + 1;
    return found;
  };
  const words = Int32Array.from(text, find);
  // A pair is looked up only where both of its words are the pattern's.
  const pairs = Int32Array.from(text, (_, i) =>
    i > 0 && (words[i - 1] ?? -1) >= 0 && (words[i] ?? -1) >= 0 ? find(pairAt(text, i)) : -1,
  );
  const weights = Float64Array.from(counts, (count) => Math.log2(1 + text.length / Math.max(1, count)));
  return { wanted, grams: { words, pairs }, weights };
}

function pairAt(words: readonly string[], i: number): string {
  return `${words[i - 1]} ${words[i]}`;
}
