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
  it('learns what cues do, and carries it over to words of like use', () => {
    const examples = LINES.map(label);
    const vectors = new Map([
      ['spurn', [1, 0]],
      ['rebuff', [0.9, 0.1]],
      ['welcom', [0, 1]],
    ]);
    const learned = learnActs(examples, vectors);
    const model = readActModel(packActs(learned, chooseFeatures(learned, examples, vectors, 1000)));
    expect(likeliestAct(model(label('states | the union | spurned | the draft').kinds))).toBe('rejects');
    expect(likeliestAct(model(label('states | the union | welcomed | the draft').kinds))).toBe('agrees');
    const unseen = model([['q rebuff']]);
    expect(unseen[2]).toBeGreaterThan(unseen[3] ?? 0);
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
