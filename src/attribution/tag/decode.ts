import { LABELS, mayFollow } from './token-labels.ts';

/** Labels that may stand before each label: the only transitions looked at. */
export const PREDECESSORS: readonly Uint8Array[] = Array.from({ length: LABELS }, (_, to) =>
  Uint8Array.from(
    Array.from({ length: LABELS }, (_ignored, from) => from).filter((from) => mayFollow(from, to)),
  ),
);

/** Labels that may stand behind any other. */
const FREE = Uint8Array.from(
  Array.from({ length: LABELS }, (_, to) => to).filter((to) => PREDECESSORS[to]?.length === LABELS),
);
/** Labels that only go on with one, themselves or what they go on with. */
const BOUND = Uint8Array.from(
  Array.from({ length: LABELS }, (_, to) => to).filter((to) => !FREE.includes(to)),
);

/** How far the scores of free transitions lie apart, by kind, and a little more than rounding can add to it. */
function spreadsOf(transitions: Float32Array): Float64Array {
  const spreads = new Float64Array(transitions.length / (LABELS * LABELS));
  for (let kind = 0; kind < spreads.length; kind++) {
    let least = Infinity;
    let most = -Infinity;
    for (let from = 0; from < LABELS; from++)
      for (const to of FREE) {
        const score = transitions[(kind * LABELS + from) * LABELS + to] ?? 0;
        least = Math.min(least, score);
        most = Math.max(most, score);
      }
    spreads[kind] = most - least + 0.001;
  }
  return spreads;
}

/** The best legal label sequence for scores, token by token, `LABELS` each, and the classes of the tokens. */
export type BestLabels = (scores: Float32Array, kinds: Uint8Array) => Uint8Array;

/**
 * Creates what finds the best labels, with the scores of label `to` after `from` at `transitions[kind * LABELS² + from *
 * LABELS + to]`, `kind` being the class of the later token (Viterbi; Lafferty et al. 2001).
 */
export function createDecoder(transitions: Float32Array): BestLabels {
  const spreads = spreadsOf(transitions);
  return (scores, kinds) => bestLabels(scores, transitions, kinds, spreads);
}

function bestLabels(
  scores: Float32Array,
  transitions: Float32Array,
  kinds: Uint8Array,
  spreads: Float64Array,
): Uint8Array {
  const n = kinds.length;
  const labels = new Uint8Array(n);
  if (n === 0) return labels;
  const back = new Uint8Array(n * LABELS);
  let previous = new Float64Array(LABELS);
  let current = new Float64Array(LABELS);
  for (let to = 0; to < LABELS; to++) previous[to] = mayFollow(0, to) ? (scores[to] ?? 0) : -Infinity;
  const near = new Uint8Array(LABELS);
  for (let i = 1; i < n; i++) {
    const kind = kinds[i] ?? 0;
    const base = kind * LABELS * LABELS;
    const at = i * LABELS;
    let highest = -Infinity;
    for (let from = 0; from < LABELS; from++) highest = Math.max(highest, previous[from] ?? 0);
    // Whatever lies further behind the best cannot catch up by any transition.
    const least = highest - (spreads[kind] ?? 0);
    let count = 0;
    for (let from = 0; from < LABELS; from++) {
      near[count] = from;
      if ((previous[from] ?? 0) >= least) count++;
    }
    for (let k = 0; k < FREE.length; k++) {
      const to = FREE[k] ?? 0;
      let best = -Infinity;
      let bestFrom = 0;
      for (let j = 0; j < count; j++) {
        const from = near[j] ?? 0;
        const score = (previous[from] ?? 0) + (transitions[base + from * LABELS + to] ?? 0);
        if (score > best) {
          best = score;
          bestFrom = from;
        }
      }
      current[to] = best + (scores[at + to] ?? 0);
      back[at + to] = bestFrom;
    }
    for (let k = 0; k < BOUND.length; k++) {
      const to = BOUND[k] ?? 0;
      const from = to - 1;
      const begun = (previous[from] ?? 0) + (transitions[base + from * LABELS + to] ?? 0);
      const on = (previous[to] ?? 0) + (transitions[base + to * LABELS + to] ?? 0);
      current[to] = Math.max(begun, on) + (scores[at + to] ?? 0);
      back[at + to] = on > begun ? to : from;
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
