import { describe, expect, it } from 'vitest';
import { likeliestAct, readActModel } from '../../../src/attribution/act/act-model.ts';
import { type ActExample, chooseFeatures, learnActs } from '../../../src/training/acts/learn-acts.ts';
import { makeSentences } from '../../../src/training/acts/make-sentences.ts';
import { packActs } from '../../../src/training/acts/pack-acts.ts';
import { exampleOf, readInvented } from '../../../src/training/acts/read-labels.ts';

const label = (line: string): ActExample => {
  const [read] = readInvented(line);
  if (!read) throw new Error(`no sentence: ${line}`);
  return exampleOf(read, 1);
};
const LINES = [
  'rejects | the union | spurned | the plan',
  'rejects | the union | spurned | the draft',
  'agrees | the union | welcomed | the plan',
  'agrees | the union | welcomed | the draft',
];

describe('learnActs', () => {
  it('learns what cues do', () => {
    const examples = LINES.map(label);
    const learned = learnActs(examples);
    const model = readActModel(packActs(learned, chooseFeatures(learned, examples, 1000)));
    const actOf = (line: string) =>
      likeliestAct(model(label(line).kinds.map((kind) => kind.map((name) => name.split(' ')))));
    expect(actOf('states | the union | spurned | the offer')).toBe('rejects');
    expect(actOf('states | the union | welcomed | the offer')).toBe('agrees');
  });

  it('keeps the features that move most', () => {
    const examples = LINES.map(label);
    const chosen = chooseFeatures(learnActs(examples), examples, 5);
    expect(chosen.size).toBe(5);
    expect(chosen).toContain('q spurn');
  });

  it('reads invented sentences with their parties', () => {
    expect(readInvented('# no\nstates | an aide | said | *Oslo* met +Bonn+\n')).toEqual([
      {
        act: 'states',
        source: 'an aide',
        cue: 'said',
        content: 'Oslo met Bonn',
        own: ['Oslo'],
        others: ['Bonn'],
      },
    ]);
  });

  it('makes the same sentences each time, of every act', () => {
    const made = makeSentences(500);
    expect(makeSentences(500)).toEqual(made);
    expect(new Set(made.map(({ act }) => act)).size).toBe(7);
  });
});
