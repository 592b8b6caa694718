import { describe, expect, it } from 'vitest';
import { spread } from '../../src/answer/choose-evidence.ts';
import { readTerms } from '../../src/text/words/words.ts';

const item = (article: string, score: number, text: string) => ({
  article,
  score,
  text,
  terms: readTerms(text),
});
const texts = (items: readonly { text: string }[]): string[] => items.map(({ text }) => text);

describe('spreading evidence', () => {
  it('lets another article go before when it is nearly as good', () => {
    const items = [
      item('a', 5, 'first missiles'),
      item('a', 4.9, 'second guarantees'),
      item('b', 4.85, 'third sanctions'),
    ];
    expect(texts(spread(items, 3))).toEqual(['first missiles', 'third sanctions', 'second guarantees']);
  });

  it('keeps what is clearly better before', () => {
    const items = [
      item('a', 5, 'first missiles'),
      item('a', 4.9, 'second guarantees'),
      item('b', 2, 'third sanctions'),
    ];
    expect(texts(spread(items, 2))).toEqual(['first missiles', 'second guarantees']);
  });

  it('shows the same words of two outlets once, the better one', () => {
    const items = [
      item('a', 5, 'The conversation was difficult, long, very professional and deep.'),
      item('b', 4, 'He called the conversation difficult, long, professional, deep.'),
      item('b', 3, 'Nobody spoke of sanctions against energy exports.'),
    ];
    expect(spread(items, 5).map(({ article, score }) => [article, score])).toEqual([
      ['a', 5],
      ['b', 3],
    ]);
  });
});
