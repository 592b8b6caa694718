import { describe, expect, it } from 'vitest';
import { wordsAsked } from '../../../src/answer/read/words-asked.ts';

describe('the words of which it is asked who said them', () => {
  it.each([
    ['“No bargain without us”: who said that?', 'No bargain without us', true],
    ['no bargain without us – who said that?', 'no bargain without us', true],
    ['who said that no bargain is possible', 'no bargain is possible', false],
    ['Whose words are "the bridge stays shut"?', 'the bridge stays shut', true],
    ['who in the union said the bridge stays shut', 'the bridge stays shut', false],
  ])('%s', (question, words, isQuoted) => {
    expect(wordsAsked(question)).toEqual({ words, isQuoted });
  });

  it.each(['Who said something about the bridge?', 'Who said no?', 'What did the union say?'])(
    'are none in %s',
    (question) => {
      expect(wordsAsked(question)).toBeNull();
    },
  );
});
