import { describe, expect, it } from 'vitest';
import {
  ActWeightsFile,
  checkRules,
  likeliestAct,
  readActModel,
} from '../../../src/attribution/act/act-model.ts';
import weights from '../../../src/attribution/act/act-weights.json' with { type: 'json' };
import { RULE_IDS, VOTERS } from '../../../src/attribution/act/vote-by-rules.ts';
import { ACTS } from '../../../src/domain/statement.ts';

const file = (rows: Record<string, number[]>): ActWeightsFile => ({
  format: 2,
  unit: 0.5,
  rules: [],
  unlearned: [],
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

describe('checkRules', () => {
  const learned = ActWeightsFile.parse(weights);
  const check =
    (ids: readonly string[], read = learned) =>
    () =>
      checkRules(
        read,
        ids,
        new Set([...ids, ...VOTERS].filter((id) => ids.includes(id) || !RULE_IDS.includes(id))),
      );
  const [first = '', second = '', ...others] = RULE_IDS;

  it('accepts the rules that the weights were learned with, each of a name of its own', () => {
    expect(check(RULE_IDS)).not.toThrow();
    expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length);
    expect(RULE_IDS.filter((id) => !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([]);
  });

  it.each([
    ['a rule is added at the top', ['never-matches', ...RULE_IDS], /without the rule “never-matches”; run/],
    ['one goes', [second, ...others], RegExp(`knows a rule “${first}” that there is not; run`)],
    ['one has a new name', ['renamed', second, ...others], RegExp(`knows a rule “${first}”`)],
    ['two change places', [second, first, ...others], RegExp(`the rule “${second}” in another place; run`)],
  ])('refuses them where %s without training', (_, ids, why) => {
    expect(check(ids)).toThrow(why);
  });

  it('refuses weights that lack a rule which was learned', () => {
    const features = learned.features.replaceAll(`rr ${first}`, 'rr insist');
    expect(check(RULE_IDS, { ...learned, features })).toThrow(RegExp(`no weight for the rule “${first}”`));
  });
});
