import { describe, expect, it } from 'vitest';
import { inAmerican, spellingsOf } from '../../../src/text/words/spelling-variants.ts';
import { stemOf } from '../../../src/text/words/words.ts';

describe('a word in the spellings of Britain and America', () => {
  it.each([
    ['apologise', 'apologize'],
    ['defence', 'defense'],
    ['labour', 'labor'],
    ['theatre', 'theater'],
    ['travelled', 'traveled'],
    ['catalogue', 'catalog'],
    // Too rare for any list.
    ['denuclearisation', 'denuclearization'],
  ])('%s is %s', (british, american) => {
    expect(inAmerican(british)).toBe(american);
    expect(stemOf(british)).toBe(stemOf(american));
    expect(spellingsOf(american).toSorted()).toEqual([british, american].toSorted());
  });

  it.each(['four', 'hour', 'wise', 'rise', 'fence', 'acre', 'call'])('%s has one spelling', (word) => {
    expect(spellingsOf(word)).toEqual([word]);
  });
});
