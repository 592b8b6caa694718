import { expect, it } from 'vitest';
import { showDate, showMonth } from '../../src/show/show-date.ts';

it.each([
  ['2022-01-11', '11 Jan 2022', '11 January 2022'],
  ['2023-09-05', '5 Sep 2023', '5 September 2023'],
  ['2024-12-31', '31 Dec 2024', '31 December 2024'],
  ['2022-13-01', 'undated', 'undated'],
  ['2022-01', 'undated', 'undated'],
  ['yesterday', 'undated', 'undated'],
  [null, 'undated', 'undated'],
])('%s is %s', (date, short, long) => {
  expect(showDate(date)).toBe(short);
  expect(showDate(date, 'long')).toBe(long);
});

it('names every month by three letters, the same wherever the machine stands', () => {
  const months = Array.from({ length: 12 }, (_, month) => showMonth(new Date(Date.UTC(2022, month, 1))));
  expect(months.map((shown) => shown.replace(' 2022', '')).join(' ')).toBe(
    'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  );
});
