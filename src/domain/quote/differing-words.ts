import { comparedWords } from '../../text/fold.ts';
import { mergeSpans, type Span } from '../../text/span.ts';
import { align } from './align.ts';
import { runsOf, type Difference } from './list-differences.ts';

/** Where two quotes differ, in each of them; sorted, disjoint. */
export interface DifferingSpans {
  readonly before: readonly Span[];
  readonly now: readonly Span[];
}

interface Stretch {
  readonly before: Span | null;
  readonly now: Span | null;
}

function hull(words: readonly Span[]): Span | null {
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The stretches of words in which `now` differs from `before`, in order; what stands around the place they share, too. */
function stretchesOf(before: string, now: string): Stretch[] {
  const [old, given] = [comparedWords(before), comparedWords(now)];
  const isLonger = given.length > old.length;
  const [shorter, longer] = isLonger ? [old, given] : [given, old];
  const alignment = align(shorter, longer);
  const stretch = (short: Span | null, long: Span | null): Stretch =>
    isLonger ? { before: short, now: long } : { before: long, now: short };
  // Nothing in common.
  if (!alignment) return [stretch(hull(shorter), hull(longer))];
  const inside = runsOf(alignment.steps, shorter, longer).map((run) =>
    stretch(
      hull(run.given.flatMap((i) => shorter[i] ?? [])),
      hull(run.source.flatMap((i) => longer[i] ?? [])),
    ),
  );
  const ahead = stretch(null, hull(longer.slice(0, alignment.first)));
  const behind = stretch(null, hull(longer.slice(alignment.last + 1)));
  return [ahead, ...inside, behind].filter((one) => one.before !== null || one.now !== null);
}

/** The words in which a quote differs from the one before it: `given` are the new one's, `source` the old one's. */
export function differingWords(before: string, now: string): Difference[] {
  return stretchesOf(before, now).map((stretch) => {
    const source = stretch.before === null ? '' : before.slice(stretch.before.start, stretch.before.end);
    const given = stretch.now === null ? '' : now.slice(stretch.now.start, stretch.now.end);
    return { kind: source === '' ? 'added' : given === '' ? 'missing' : 'changed', given, source };
  });
}

/** The same as places in both, for marking them. */
export function differingSpans(before: string, now: string): DifferingSpans {
  const stretches = stretchesOf(before, now);
  return {
    before: mergeSpans(stretches.flatMap((stretch) => stretch.before ?? [])),
    now: mergeSpans(stretches.flatMap((stretch) => stretch.now ?? [])),
  };
}
