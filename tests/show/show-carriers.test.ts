import { expect, it } from 'vitest';
import { showCarriers, showSourceNotes } from '../../src/show/show-carriers.ts';

it.each([
  [undefined, null],
  [{ outlets: 1, copies: 0 }, 'one outlet only'],
  [{ outlets: 3, copies: 0 }, '3 outlets'],
  [{ outlets: 1, copies: 2 }, 'one outlet only, printed again by 2'],
])('%o: %s', (carriers, shown) => {
  expect(showCarriers({ carriers })).toBe(shown);
});

it('tells the language and that it is a copy, where there is something to tell', () => {
  expect(showSourceNotes({})).toEqual([]);
  expect(showSourceNotes({ language: 'de-AT', copyOf: 'a' })).toEqual([
    'in Austrian German',
    'copy of another report',
  ]);
  expect(showSourceNotes({ language: 'no tag at all' })).toEqual(['in no tag at all']);
});
