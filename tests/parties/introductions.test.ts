import { describe, expect, it } from 'vitest';
import { introductionsIn } from '../../src/parties/introductions.ts';

const NAMES = new Map([['Vesna Kolar', 'Vesna Kolar']]);

describe('how an article introduces who speaks in it', () => {
  it.each([
    ['On Monday, Port Authority Director Vesna Kolar said no.', ['Port Authority Director']],
    ['Vesna Kolar, the director of the port, said no.', ['the director of the port']],
    ['Former Orland Gov. Vesna Kolar said no.', ['Former Orland Gov.']],
    [
      'Kolar, a Methodist, was elected as mayor of Port Averill last week.',
      ['a Methodist', 'mayor of Port Averill'],
    ],
    ['Kolar, who leads the Orland delegation, said no.', ['head of the Orland delegation']],
    [
      'The Orland delegation was led by Deputy Minister Vesna Kolar and others.',
      ['Deputy Minister', 'head of the Orland delegation'],
    ],
    ['Kolar leads in the polls and runs for mayor.', []],
    // A given name, another sentence and a story are no office.
    ['In the end Ivo Kolar said no.', []],
    ['They left the Department. Kolar said no.', []],
    ['Kolar, who came late and left early with all of her papers, said no.', []],
  ])('%s', (text, expected) => {
    expect(introductionsIn(text, NAMES).map(({ words }) => words)).toEqual(expected);
  });
});
