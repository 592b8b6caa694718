import { expect, it } from 'vitest';
import { counted, plural } from '../../src/show/show-count.ts';

it('counts things, and the articles they are from once each', () => {
  expect([0, 1, 2].map((count) => plural(count, 'quote'))).toEqual(['0 quotes', '1 quote', '2 quotes']);
  const items = ['a', 'a', 'b'].map((article) => ({ article }));
  expect(counted(items, 'quote')).toBe('3 quotes from 2 articles');
});
