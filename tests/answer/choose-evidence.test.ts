import { describe, expect, it } from 'vitest';
import { chooseNearest, spread } from '../../src/answer/choose-evidence.ts';
import { readTerms } from '../../src/text/words/words.ts';
import { rankedOf } from '../support/answers/ranked.ts';

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

describe('what comes nearest where there is no answer', () => {
  it('is what fits the question at all, two at most, best first', () => {
    const ranked = ['ships', 'grain', 'ports'].map((text, i) => rankedOf(text, { words: 9 - i }));
    expect(chooseNearest(ranked, false).map(({ candidate }) => candidate.text)).toEqual(['ships', 'grain']);
  });

  it('is what whoever is asked for says, whatever it is', () => {
    const ranked = [
      rankedOf('ships', { words: 3 }),
      rankedOf('grain', { words: 1, speaker: 'Doe', fits: { asked: 1 } }),
    ];
    expect(chooseNearest(ranked, false).map(({ candidate }) => candidate.text)).toEqual(['grain']);
  });

  it('is nothing where all is about something else', () => {
    expect(chooseNearest([rankedOf('ships', { words: 4 }), rankedOf('grain', { words: 2 })], false)).toEqual(
      [],
    );
  });

  it('is nothing that others say where somebody unknown is asked for', () => {
    expect(chooseNearest([rankedOf('ships', { words: 9, speaker: 'Roe' })], true)).toEqual([]);
  });
});
