import { isWord, type FoldedToken } from '../text/fold.ts';

/** A difference between a quote as given and the article: what the quote has, what the article has. */
export interface Difference {
  /** `missing`: in the article only; `added`: in the quote only; `changed`: both, other words. */
  readonly kind: 'missing' | 'added' | 'changed';
  readonly given: string;
  readonly source: string;
}

/** Where the given tokens stand in the source, at the least cost: `first..last` (inclusive) of the source's tokens. */
export interface Alignment {
  readonly first: number;
  readonly last: number;
  /** Words and marks that differ, the marks counting less; 0 when all agree. */
  readonly cost: number;
  /** How many of the given words stand in the source at their place. */
  readonly matchedWords: number;
  readonly steps: readonly Step[];
}

/** One step through both: index of the given token, of the source's, or null where one of them has none. */
interface Step {
  readonly given: number | null;
  readonly source: number | null;
}

const WORD_COST = 1;
/** A comma more or less is a difference, but never a reason to look for the quote elsewhere. */
const MARK_COST = 0.2;
/** A source word that an ellipsis of the quote stands for: cheap enough to be found, dear enough to stay near. */
const ELLIPSIS_COST = 0.04;

/** A word of the quote that is not there is worse than one of the article left out: so more of the quote is found. */
const UNFOUND = 1.1;

const costOf = (token: FoldedToken | undefined): number =>
  token && isWord(token.folded) ? WORD_COST : MARK_COST;
const changeCost = (asked: FoldedToken | undefined, here: FoldedToken | undefined): number =>
  UNFOUND * Math.max(costOf(asked), costOf(here));

/**
 * The place in `source` that is nearest to `given`: approximate matching of a pattern in a text (Sellers 1980, "The theory
 * and computation of evolutionary distances: pattern recognition"), on tokens. Time and space: the product of the lengths.
 * Null when either is empty.
 */
export function align(given: readonly FoldedToken[], source: readonly FoldedToken[]): Alignment | null {
  if (given.length === 0 || source.length === 0) return null;
  const width = source.length + 1;
  const costs = new Float64Array((given.length + 1) * width);
  for (let i = 1; i <= given.length; i++) {
    const asked = given[i - 1];
    // Behind an ellipsis of the quote, the source's words are what was left out.
    const skip = asked?.folded === '…' ? ELLIPSIS_COST : null;
    costs[i * width] = (costs[(i - 1) * width] ?? 0) + UNFOUND * costOf(asked);
    for (let j = 1; j <= source.length; j++) {
      const here = source[j - 1];
      const same = asked?.folded === here?.folded;
      const changed = (costs[(i - 1) * width + j - 1] ?? 0) + (same ? 0 : changeCost(asked, here));
      const added = (costs[(i - 1) * width + j] ?? 0) + UNFOUND * costOf(asked);
      const missing = (costs[i * width + j - 1] ?? 0) + (skip ?? costOf(here));
      costs[i * width + j] = Math.min(changed, added, missing);
    }
  }
  let end = 0;
  const lastRow = given.length * width;
  for (let j = 1; j <= source.length; j++)
    if ((costs[lastRow + j] ?? 0) < (costs[lastRow + end] ?? 0)) end = j;
  return trace(given, source, costs, end);
}

/** Walks back from the end of the cheapest place to its start. */
function trace(
  given: readonly FoldedToken[],
  source: readonly FoldedToken[],
  costs: Float64Array,
  end: number,
): Alignment | null {
  const width = source.length + 1;
  const at = (i: number, j: number): number => costs[i * width + j] ?? 0;
  const steps: Step[] = [];
  let matchedWords = 0;
  let i = given.length;
  let j = end;
  const cost = at(i, j);
  while (i > 0) {
    const asked = given[i - 1];
    const here = source[j - 1];
    const same = asked?.folded === here?.folded;
    const change = same ? 0 : changeCost(asked, here);
    if (j > 0 && near(at(i, j), at(i - 1, j - 1) + change)) {
      if (same && asked && isWord(asked.folded)) matchedWords++;
      steps.push({ given: --i, source: --j });
    } else if (near(at(i, j), at(i - 1, j) + UNFOUND * costOf(asked)))
      steps.push({ given: --i, source: null });
    else steps.push({ given: null, source: --j });
  }
  steps.reverse();
  const placed = steps.flatMap((step) => (step.source === null ? [] : [step.source]));
  const first = placed[0];
  const last = placed.at(-1);
  return first === undefined || last === undefined ? null : { first, last, cost, matchedWords, steps };
}

/** Sums of tenths are not exact. */
function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}

/** The differences of an alignment, neighbours joined into one, in the words of both texts. */
export function differencesOf(
  { steps }: Alignment,
  given: { readonly text: string; readonly tokens: readonly FoldedToken[] },
  source: { readonly text: string; readonly tokens: readonly FoldedToken[] },
): Difference[] {
  const runs: { given: number[]; source: number[] }[] = [];
  let open = false;
  for (const step of steps) {
    const asked = step.given === null ? undefined : given.tokens[step.given];
    const here = step.source === null ? undefined : source.tokens[step.source];
    if (asked && here && asked.folded === here.folded) {
      open = false;
      continue;
    }
    if (!open) runs.push({ given: [], source: [] });
    open = true;
    const run = runs.at(-1);
    if (step.given !== null) run?.given.push(step.given);
    if (step.source !== null) run?.source.push(step.source);
  }
  return runs.map((run) => {
    const asked = wordsAt(run.given, given);
    const here = wordsAt(run.source, source);
    const left = asked === '' || /^(?:\.{3,}|…)$/.test(asked);
    return { kind: here === '' ? 'added' : left ? 'missing' : 'changed', given: asked, source: here };
  });
}

function wordsAt(
  indexes: readonly number[],
  { text, tokens }: { readonly text: string; readonly tokens: readonly FoldedToken[] },
): string {
  const first = tokens[indexes[0] ?? -1];
  const last = tokens[indexes.at(-1) ?? -1];
  return first && last ? text.slice(first.start, last.end) : '';
}
