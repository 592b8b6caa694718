import { expect, it } from 'vitest';
import { readMark } from '../../../../src/web/reader/parts/mark.ts';

it.each([
  [undefined, null],
  ['0-4', { start: 0, end: 4 }],
  ['1-5', { start: 1, end: 5 }],
  ['0-6', 'missing'],
  ['3-3', 'missing'],
  ['4-1', 'missing'],
  ['-1-3', 'missing'],
  ['', 'missing'],
  ['1e0-2', 'missing'],
  ['0-99999999999999999999', 'missing'],
  // The third and fourth code units are one emoji.
  ['0-3', 'missing'],
  ['3-5', 'missing'],
  ['2-4', { start: 2, end: 4 }],
])('%j asks for %j', (asked, expected) => {
  expect(readMark(asked, 'ab🙂c')).toEqual(expected);
});
