import { describe, expect, it } from 'vitest';
import { mendCompounds } from '../../../src/answer/read/mend-compounds.ts';
import { readTerms } from '../../../src/text/words/words.ts';

/** What the articles have: words, and words in a row. */
const ARTICLES: Readonly<Record<string, number>> = {
  'eb 5': 3,
  'red lines': 2,
  renegotiate: 1,
  'no fly': 1,
  'may be': 9,
  over: 4,
  time: 2,
  'over time': 2,
  visa: 5,
  '72': 2,
};
const count = (word: string): number => ARTICLES[word.toLowerCase()] ?? 0;

async function mended(question: string): Promise<string> {
  const terms = await mendCompounds(readTerms(question), count, async (words) => words.map(count));
  return terms.map(({ word }) => word).join(' ');
}

describe('mendCompounds', () => {
  it.each([
    ['what about the eb5 visa', 'what about the eb 5 visa'],
    ['EB5?', 'eb 5'],
    ['their redlines', 'their red lines'],
    ['a nofly zone', 'a no fly zone'],
    ['will they re-negotiate', 'will they renegotiate'],
  ])('%s', async (question, parted) => {
    expect(await mended(question)).toBe(parted);
  });

  it.each(['7.2 visa', 'g7 visa', 'maybe', 'overtime', 'the visa', 'eb6', 'redline'])(
    'leaves %s',
    async (question) => {
      expect(await mended(question)).toBe(question.replace('.', ' '));
    },
  );

  it('looks nothing up where the articles have every word', async () => {
    await mendCompounds(readTerms('the visa'), count, () => Promise.reject(new Error('looked up')));
  });
});
