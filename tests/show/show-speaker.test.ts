import { expect, it } from 'vitest';
import { labelOf, whoSpeaks, whoSpeaksIfAnybody } from '../../src/show/show-speaker.ts';

const sides = [{ id: 'us', label: 'US' }];

it.each([
  ['Wendy Sherman', 'us', 'Wendy Sherman (US)'],
  ['Wendy Sherman', null, 'Wendy Sherman'],
  ['Wendy Sherman', 'eu', 'Wendy Sherman (eu)'],
  ['US', 'us', 'US'],
  [null, 'us', 'US'],
  [null, null, null],
])('%s of %s is %s', (speaker, side, shown) => expect(whoSpeaks({ speaker, side }, sides)).toBe(shown));

it('names all sides that say something together', () => {
  const together = { speaker: null, side: null, sides: ['us', 'eu'] };
  expect(whoSpeaks(together, sides)).toBe('US and eu');
  expect(whoSpeaks({ ...together, speaker: 'Wendy Sherman' }, sides)).toBe('Wendy Sherman');
});

it('says that a speaker is not named, but not of the article’s own words', () => {
  const nobody = { speaker: null, side: null };
  expect(whoSpeaksIfAnybody({ ...nobody, type: 'indirect' }, sides)).toBe('speaker not named');
  expect(whoSpeaksIfAnybody({ ...nobody, type: 'narration' }, sides)).toBeNull();
});

it('takes the id for a label that is not known', () => {
  expect(labelOf('us', sides)).toBe('US');
  expect(labelOf('eu', sides)).toBe('eu');
});
