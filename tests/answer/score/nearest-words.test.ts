import { describe, expect, it } from 'vitest';
import { weightedWords, wordLikeness } from '../../../src/answer/score/nearest-words.ts';

const like = (given: string, text: string): number => wordLikeness(weightedWords(given), weightedWords(text));

describe('word likeness', () => {
  it('is whole for words that stand there, and nothing for others', () => {
    expect(like('the bridge stays shut', 'He said the bridge stays shut.')).toBe(1);
    expect(like('the bridge stays shut', 'Nobody came.')).toBe(0);
  });

  it('bears a slip of spelling and a word left out', () => {
    expect(like('the brigde stays shut', 'The bridge stays firmly shut.')).toBeGreaterThan(0.85);
  });

  it('goes by order and by function words too', () => {
    const given = 'nothing about towns without towns';
    const said = 'we decide nothing about the fate of towns without towns';
    expect(like(given, said)).toBeGreaterThan(
      like(given, 'without towns there is talk of towns, about nothing'),
    );
  });
});
