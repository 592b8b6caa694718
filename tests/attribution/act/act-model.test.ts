import { describe, expect, it } from 'vitest';
import { ActWeightsFile, likeliestAct, readActModel } from '../../../src/attribution/act/act-model.ts';
import { ACTS } from '../../../src/domain/statement.ts';

const file = (rows: Record<string, number[]>): ActWeightsFile => ({
  format: 1,
  unit: 0.5,
  features: Object.keys(rows).join('\n'),
  weights: Buffer.from(Int8Array.from(Object.values(rows).flat())).toString('base64'),
});
const only = (act: (typeof ACTS)[number], weight: number): number[] =>
  ACTS.map((each) => (each === act ? weight : 0));

describe('readActModel', () => {
  it('adds up bias and features, a kind of many features each for less', () => {
    const model = readActModel(file({ '': only('states', 2), 'q warn': only('warns', 4) }));
    expect(likeliestAct(model([[]]))).toBe('states');
    expect(likeliestAct(model([[['q', 'warn']]]))).toBe('warns');
    const others = Array.from('xyzabcdefghijkl', (word) => [word]);
    const scores = model([[['q', 'warn'], ...others]]);
    expect(scores[ACTS.indexOf('warns')]).toBeCloseTo(1);
    expect(scores[ACTS.indexOf('states')]).toBeCloseTo(1);
  });

  it('refuses weights that do not fit their names', () => {
    expect(() => readActModel({ ...file({ '': only('states', 1) }), features: 'a\nb' })).toThrow(
      /train again/,
    );
    expect(ActWeightsFile.safeParse({ ...file({}), format: 0 }).success).toBe(false);
  });
});
