import { ELLIPSIS, type FoldedToken, isWord } from '../../text/fold.ts';
import { chooseBands, type Band } from './choose-bands.ts';

/** Where the given words stand in the source, at the least cost: `first..last` (inclusive) of the source's words. */
export interface Alignment {
  readonly first: number;
  readonly last: number;
  /** Hundredths of words that differ; 0 when all agree. */
  readonly cost: number;
  /** How many of the given words stand in the source at their place. */
  readonly matchedWords: number;
  readonly steps: readonly Step[];
  /** How many pairs of a given word and a word of the source were compared. */
  readonly cells: number;
}

/** A word of the source; one of an aside is not of what is quoted ("…,” he said, “…"), so leaving it out is no difference. */
export interface SourceWord extends FoldedToken {
  readonly aside?: boolean;
}

/** One step through both: index of the given word, of the source's, or null where one of them has none. */
interface Step {
  readonly given: number | null;
  readonly source: number | null;
}

/** A word of the article that is left out. */
const MISSING = 100;
/** A word of the quote that is not there is worse: so more of the quote is found. */
const UNFOUND = 110;
/** A word that an ellipsis of the quote stands for: cheap enough to be found, dear enough to stay near. */
const SKIPPED = 4;
/** A word of an aside. */
const ASIDE = 1;
const NEVER = 2 ** 30;
/** Some two milliseconds. */
const MOST_CELLS = 250_000;

/**
 * The place in `source` that is nearest to `given`: approximate matching of a pattern in a text (Sellers 1980, "The theory
 * and computation of evolutionary distances: pattern recognition"), on words as `comparedWords` gives them, without
 * ellipses in the source. Of equal places the first. Exact while the product of the lengths is below `mostCells`; longer
 * texts are looked at only where most words of the quote stand together, at so many pairs of words (see `chooseBands`).
 * Null when either is empty.
 */
export function align(
  given: readonly FoldedToken[],
  source: readonly SourceWord[],
  mostCells = MOST_CELLS,
): Alignment | null {
  if (given.length === 0 || source.length === 0) return null;
  const pattern = given.map(({ folded }) => folded);
  const text = source.map(({ folded }) => folded);
  const missing = Int32Array.from(source, ({ aside }) => (aside === true ? ASIDE : MISSING));
  let best: { readonly band: Band; readonly costs: Int32Array; readonly end: number } | null = null;
  let least = NEVER;
  let cells = 0;
  for (const band of chooseBands(pattern, text, mostCells)) {
    const costs = fill(pattern, text, missing, band);
    cells += costs.length;
    const end = cheapestEnd(costs, band, pattern.length, text.length);
    const cost = costs[pattern.length * band.width + end - startOf(band, pattern.length)] ?? NEVER;
    if (cost >= least) continue;
    least = cost;
    best = { band, costs, end };
  }
  const placed = best && trace(pattern, text, best.band, best.costs, best.end);
  return placed && { ...placed, cells };
}

/** The column at which a row of the band begins. */
function startOf({ from, slope }: Band, row: number): number {
  return from + slope * row;
}

/** The least costs of every beginning of the pattern (row) that ends before every word of the text (column), in the band. */
function fill(
  pattern: readonly string[],
  text: readonly string[],
  missing: Int32Array,
  band: Band,
): Int32Array {
  const { width, slope } = band;
  const costs = new Int32Array((pattern.length + 1) * width);
  for (let row = 1; row <= pattern.length; row++) {
    const asked = pattern[row - 1];
    const left = asked === ELLIPSIS;
    const start = startOf(band, row);
    const above = (row - 1) * width + slope;
    for (let at = 0; at < width; at++) {
      const column = start + at;
      const i = row * width + at;
      costs[i] = NEVER;
      if (column < 0 || column > text.length) continue;
      // Within the row above: its column one to the left, and the same one.
      const diagonal = at + slope > 0 && column > 0 ? (costs[above + at - 1] ?? NEVER) : NEVER;
      const over = at + slope < width ? (costs[above + at] ?? NEVER) : NEVER;
      const before = at > 0 ? (costs[i - 1] ?? NEVER) : NEVER;
      const same = asked === text[column - 1] ? 0 : UNFOUND;
      costs[i] = Math.min(
        left ? NEVER : diagonal + same,
        over + (left ? 0 : UNFOUND),
        before +
          (left ? Math.min(SKIPPED, missing[column - 1] ?? MISSING) : (missing[column - 1] ?? MISSING)),
      );
    }
  }
  return costs;
}

function cheapestEnd(costs: Int32Array, band: Band, rows: number, columns: number): number {
  const start = startOf(band, rows);
  let end = Math.max(0, start);
  for (let at = 0; at < band.width && start + at <= columns; at++)
    if ((costs[rows * band.width + at] ?? NEVER) < (costs[rows * band.width + end - start] ?? NEVER))
      end = start + at;
  return end;
}

/** Walks back from the end of the cheapest place to its start. */
function trace(
  pattern: readonly string[],
  text: readonly string[],
  band: Band,
  costs: Int32Array,
  end: number,
): Omit<Alignment, 'cells'> | null {
  const at = (row: number, column: number): number => {
    const offset = column - startOf(band, row);
    return offset < 0 || offset >= band.width || column < 0
      ? NEVER
      : (costs[row * band.width + offset] ?? NEVER);
  };
  const steps: Step[] = [];
  let matchedWords = 0;
  let row = pattern.length;
  let column = end;
  const cost = at(row, column);
  while (row > 0) {
    const asked = pattern[row - 1] ?? '';
    const left = asked === ELLIPSIS;
    const same = asked === text[column - 1];
    const here = at(row, column);
    if (!left && here === at(row - 1, column - 1) + (same ? 0 : UNFOUND)) {
      if (same && isWord(asked)) matchedWords++;
      steps.push({ given: --row, source: --column });
    } else if (here === at(row - 1, column) + (left ? 0 : UNFOUND))
      steps.push({ given: --row, source: null });
    else steps.push({ given: null, source: --column });
  }
  steps.reverse();
  const placed = steps.flatMap((step) => (step.source === null ? [] : [step.source]));
  const first = placed[0];
  const last = placed.at(-1);
  return first === undefined || last === undefined ? null : { first, last, cost, matchedWords, steps };
}
