import { describe, expect, it } from 'vitest';
import { decideAnswer } from '../../src/answer/decide-answer.ts';
import type { Signs } from '../../src/answer/score/support-signs.ts';
import { rankedOf } from '../support/answers/ranked.ts';
import { readQuestion } from '../support/answers/read-question.ts';

/** All that speaks for an answer at that value. */
const allAt = (value: number): Signs => ({
  covered: value,
  article: value,
  named: value,
  best: value,
  chance: value,
  untyped: 1 - value,
  asked: value,
  topic: value,
  length: value,
});

const heard = await readQuestion('What did Sherman say about missiles?');
const usual = {
  question: heard,
  heard,
  own: [rankedOf('We offered limits on missiles.')],
  nearest: null,
  signs: allAt(1),
  isByWords: false,
};

describe('what is shown for a question', () => {
  it('is an answer where the best candidates support it', () => {
    expect(decideAnswer(usual)).toMatchObject({ shows: 'answer', isSaid: false });
  });

  it('is what comes closest where they do not, or do not even name whom it asks for', () => {
    const stray = rankedOf('Limits on missiles are good.', { fits: { stray: 1 } });
    for (const other of [{ signs: allAt(0) }, { own: [] }, { own: [stray] }])
      expect(decideAnswer({ ...usual, ...other })).toMatchObject({
        shows: 'closest',
        reason: 'nothing-found',
      });
    expect(decideAnswer({ ...usual, heard: null })).toMatchObject({
      shows: 'closest',
      reason: 'unknown-name',
      support: 0,
    });
  });

  it('is what has the very words that are given, and nothing where nobody says them', () => {
    const like = { verdict: 'like', likeness: 0.9 } as const;
    expect(decideAnswer({ ...usual, signs: allAt(0), nearest: like })).toMatchObject({
      shows: 'answer',
      isSaid: true,
      support: 0.9,
    });
    const unlike = { verdict: 'unlike', likeness: 0.2 } as const;
    expect(decideAnswer({ ...usual, nearest: unlike }).shows).toBe('closest');
  });

  it.each(['not-english', 'about-the-bot'] as const)('is a refusal alone to what is %s', (kind) => {
    expect(decideAnswer({ ...usual, question: { kind } })).toEqual({
      shows: 'nothing',
      reason: kind,
      support: 0,
      isSaid: false,
    });
  });
});
