import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/text/words/likeness.ts';
import { misspellingsOf } from './misspellings.ts';

const letters = (text: string): string => text.toLowerCase().split('').toSorted().join('');
const options = { seed: 7, most: 12 };

describe('misspellings of a name', () => {
  it.each([
    ['Ryabkov', 1],
    ['Ryabkov', 2],
    ['Wendy Sherman', 1],
    ['Wendy Sherman', 2],
  ])('%s have %i letters wrong, are different and always the same', (name, wrong) => {
    const made = misspellingsOf(name, wrong, [], options);
    expect(made).toHaveLength(options.most);
    expect(new Set(made).size).toBe(options.most);
    expect(made.map((one) => editDistance(one.toLowerCase(), name.toLowerCase()))).toEqual(
      made.map(() => wrong),
    );
    expect(misspellingsOf(name, wrong, [], options)).toEqual(made);
  });

  it('leave letters out, put them in, change and swap them', () => {
    const made = misspellingsOf('Kessler', 1, [], { seed: 1, most: 40 });
    expect(new Set(made.map(({ length }) => length))).toEqual(new Set([6, 7, 8]));
    expect(made.some((one) => letters(one) === letters('Kessler'))).toBe(true);
  });

  it('are none where nobody could tell whom they mean', () => {
    expect(misspellingsOf('US', 1, [], options)).toEqual([]);
    expect(misspellingsOf('Webb', 2, [], options)).toEqual([]);
    const near = misspellingsOf('Okely', 1, ['Okelly'], { seed: 3, most: 40 });
    expect(near).not.toContain('Okelly');
    expect(near.filter((one) => editDistance(one.toLowerCase(), 'okelly') < 2)).toEqual([]);
  });
});
