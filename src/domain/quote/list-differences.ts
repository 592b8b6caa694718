import { ELLIPSIS, type FoldedToken } from '../../text/fold.ts';
import type { Alignment, SourceWord } from './align.ts';

/** A difference between a quote as given and the article: what the quote has, what the article has. */
export interface Difference {
  /** `missing`: in the article only; `added`: in the quote only; `changed`: both, other words. */
  readonly kind: 'missing' | 'added' | 'changed';
  readonly given: string;
  readonly source: string;
}

/** The differences of an alignment, neighbours joined into one, in the words of both texts. */
export function differencesOf(
  { steps }: Pick<Alignment, 'steps'>,
  given: { readonly text: string; readonly tokens: readonly FoldedToken[] },
  source: { readonly text: string; readonly tokens: readonly SourceWord[] },
): Difference[] {
  return runsOf(steps, given.tokens, source.tokens).map((run) => {
    const asked = wordsAt(run.given, given);
    const here = wordsAt(run.source, source);
    const left = run.given.every((index) => given.tokens[index]?.folded === ELLIPSIS);
    return { kind: here === '' ? 'added' : left ? 'missing' : 'changed', given: asked, source: here };
  });
}

/** Neighbouring words that differ: indexes of the given ones and of the source's. */
export interface Run {
  readonly given: number[];
  readonly source: number[];
}

/** Where the two differ. An ellipsis that stands for nothing, or an aside that is left out, is no difference. */
export function runsOf(
  steps: Alignment['steps'],
  given: readonly FoldedToken[],
  source: readonly SourceWord[],
): Run[] {
  const runs: Run[] = [];
  let open = false;
  for (const step of steps) {
    const asked = step.given === null ? undefined : given[step.given];
    const here = step.source === null ? undefined : source[step.source];
    if (asked && here && asked.folded === here.folded) {
      open = false;
      continue;
    }
    if (!asked && here?.aside === true) continue;
    if (!open) runs.push({ given: [], source: [] });
    open = true;
    const run = runs.at(-1);
    if (step.given !== null) run?.given.push(step.given);
    if (step.source !== null) run?.source.push(step.source);
  }
  return runs.filter(
    (run) => run.source.length > 0 || run.given.some((index) => given[index]?.folded !== ELLIPSIS),
  );
}

function wordsAt(
  indexes: readonly number[],
  { text, tokens }: { readonly text: string; readonly tokens: readonly FoldedToken[] },
): string {
  const first = tokens[indexes[0] ?? -1];
  const last = tokens[indexes.at(-1) ?? -1];
  return first && last ? text.slice(first.start, last.end) : '';
}
