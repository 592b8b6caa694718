import { describe, expect, it } from 'vitest';
import { createTopicsIn, topicForms } from '../../src/parties/topics-in.ts';
import { readTerms } from '../../src/text/words/words.ts';

const topicsIn = createTopicsIn([
  { id: 'truce', label: 'Truce', words: ['ceasefire'] },
  { id: 'health', label: 'Health', words: ['health care'] },
  { id: 'staff', label: 'Staff', words: ['staffing'] },
  { id: 'pay', label: 'Pay', words: ['pay'] },
]);

describe('topicForms', () => {
  it.each([
    ['both call for a cease-fire', ['truce']],
    ['a cease fire by Monday', ['truce']],
    ['ceasefires rarely hold', ['truce']],
    ['who pays for healthcare', ['health', 'pay']],
    ['the health-care bill', ['health']],
    ['more staff in every ward', ['staff']],
    ['staffed by volunteers', ['staff']],
    ['a pact', []],
    ['healthy food', []],
  ])('%s', (text, wanted) => {
    expect(topicsIn(readTerms(text))).toEqual(wanted);
  });

  it.each(['', ' ', '–'])('has none for %j', (words) => {
    expect(topicForms(words)).toEqual([]);
  });
});
