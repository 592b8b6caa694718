import { LABELS, mayFollow } from './token-labels.ts';

/** Labels that may stand before each label: the only transitions looked at. */
export const PREDECESSORS: readonly Uint8Array[] = Array.from({ length: LABELS }, (_, to) =>
  Uint8Array.from(
    Array.from({ length: LABELS }, (_ignored, from) => from).filter((from) => mayFollow(from, to)),
  ),
);

/** The same one behind the other, and where those of each label end. */
const STEPS = Uint8Array.from(PREDECESSORS.flatMap((from) => [...from]));
const ENDS = Uint8Array.from(PREDECESSORS, (_, to) =>
  PREDECESSORS.slice(0, to + 1).reduce((sum, { length }) => sum + length, 0),
);

/**
 * The best legal label sequence for `scores` (token by token, `LABELS` each) with the scores of label `to` after `from` at
 * `transitions[kind * LABELS² + from * LABELS + to]`, `kind` being the class of the later token (Viterbi; Lafferty et al. 2001).
 */
export function bestLabels(scores: Float32Array, transitions: Float32Array, kinds: Uint8Array): Uint8Array {
  const n = kinds.length;
  const labels = new Uint8Array(n);
  if (n === 0) return labels;
  const back = new Uint8Array(n * LABELS);
  let previous = new Float64Array(LABELS);
  let current = new Float64Array(LABELS);
  for (let to = 0; to < LABELS; to++) previous[to] = mayFollow(0, to) ? (scores[to] ?? 0) : -Infinity;
  for (let i = 1; i < n; i++) {
    const base = (kinds[i] ?? 0) * LABELS * LABELS;
    let step = 0;
    for (let to = 0; to < LABELS; to++) {
      let best = -Infinity;
      let bestFrom = 0;
      for (const end = ENDS[to] ?? 0; step < end; step++) {
        const from = STEPS[step] ?? 0;
        const score = (previous[from] ?? 0) + (transitions[base + from * LABELS + to] ?? 0);
        if (score > best) {
          best = score;
          bestFrom = from;
        }
      }
      current[to] = best + (scores[i * LABELS + to] ?? 0);
      back[i * LABELS + to] = bestFrom;
    }
    [previous, current] = [current, previous];
  }
  let label = 0;
  for (let to = 1; to < LABELS; to++) if ((previous[to] ?? 0) > (previous[label] ?? 0)) label = to;
  for (let i = n - 1; i >= 0; i--) {
    labels[i] = label;
    label = back[i * LABELS + label] ?? 0;
  }
  return labels;
}
