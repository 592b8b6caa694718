import { array, assert, double, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecoder } from '../../../src/attribution/tag/decode.ts';
import { LABELS, mayFollow } from '../../../src/attribution/tag/token-labels.ts';
import { ForwardBackward } from '../../../src/training/attribution/forward-backward.ts';

const KINDS = 2;

/** Every legal sequence of `length` labels. */
function sequences(length: number): number[][] {
  let all: number[][] = [[]];
  for (let i = 0; i < length; i++) {
    all = all.flatMap((labels) =>
      Array.from({ length: LABELS }, (_, to) => to)
        .filter((to) => mayFollow(labels.at(-1) ?? 0, to))
        .map((to) => [...labels, to]),
    );
  }
  return all;
}

function scoreOf(
  labels: ArrayLike<number>,
  scores: Float32Array,
  transitions: Float32Array,
  kinds: Uint8Array,
): number {
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    const to = labels[i] ?? 0;
    sum += scores[i * LABELS + to] ?? 0;
    if (i > 0) sum += transitions[((kinds[i] ?? 0) * LABELS + (labels[i - 1] ?? 0)) * LABELS + to] ?? 0;
  }
  return sum;
}

const numbers = (length: number) =>
  array(double({ min: -3, max: 3, noNaN: true }), { minLength: length, maxLength: length }).map((values) =>
    Float32Array.from(values),
  );
const chain = integer({ min: 1, max: 3 }).chain((length) =>
  tuple(
    numbers(length * LABELS),
    numbers(KINDS * LABELS * LABELS),
    array(integer({ min: 0, max: KINDS - 1 }), { minLength: length, maxLength: length }).map((kinds) =>
      Uint8Array.from(kinds),
    ),
  ),
);

describe('a linear chain, against trying everything', () => {
  it('finds the best legal labels', () => {
    assert(
      property(chain, ([scores, transitions, kinds]) => {
        const best = Math.max(
          ...sequences(kinds.length).map((labels) => scoreOf(labels, scores, transitions, kinds)),
        );
        expect(scoreOf(createDecoder(transitions)(scores, kinds), scores, transitions, kinds)).toBeCloseTo(
          best,
          4,
        );
      }),
      { numRuns: 20 },
    );
  });

  it('finds how likely each label is', () => {
    assert(
      property(chain, ([scores, transitions, kinds]) => {
        const potentials = Float64Array.from(transitions, (weight, index) =>
          mayFollow(Math.floor(index / LABELS) % LABELS, index % LABELS) ? Math.exp(weight) : 0,
        );
        const runner = new ForwardBackward(kinds.length, potentials);
        runner.scores.set(Float64Array.from(scores, Math.exp));
        runner.run(kinds);
        const weighted = sequences(kinds.length).map(
          (labels) => [labels, Math.exp(scoreOf(labels, scores, transitions, kinds))] as const,
        );
        const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
        for (let i = 0; i < kinds.length; i++) {
          for (let label = 0; label < LABELS; label++) {
            const expected =
              weighted.reduce((sum, [labels, weight]) => sum + (labels[i] === label ? weight : 0), 0) / total;
            expect(runner.chance(i, label)).toBeCloseTo(expected, 6);
          }
        }
      }),
      { numRuns: 10 },
    );
  });
});
