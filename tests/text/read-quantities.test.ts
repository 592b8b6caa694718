import { expect, it } from 'vitest';
import { readQuantities } from '../../src/text/read-quantities.ts';

const read = (text: string): string[] =>
  readQuantities(text).map(({ value, unit, start, end }) => `${value} ${unit}: ${text.slice(start, end)}`);

it.each([
  ['a raise of 7.2 per cent', ['7.2 percent: 7.2 per cent']],
  [
    '7,2 %, 7%, seven percent or 7pc',
    ['7.2 percent: 7,2 %', '7 percent: 7%', '7 percent: seven percent', '7 percent: 7pc'],
  ],
  ['two percentage points', ['2 points: two percentage points']],
  [
    'US$1.4m is $1.4 million is 1,400,000 dollars',
    ['1400000 $: US$1.4m', '1400000 $: $1.4 million', '1400000 $: 1,400,000 dollars'],
  ],
  ['€1,200 or £12.50', ['1200 €: €1,200', '12.5 £: £12.50']],
  ['a 35-hour week of 30 hours', ['35 hour: 35-hour', '30 hour: 30 hours']],
  ['two and a half years', ['2.5 year: two and a half years']],
  ['six thousand two hundred nurses', ['6200 nurs: six thousand two hundred nurses']],
  ['four patients per nurse', ['4 patient: four patients']],
])('reads the numbers of %j with their units', (text, quantities) => {
  expect(read(text)).toEqual(quantities);
});

it.each(['on March 11 and 11 March', 'at 4:30 in 2024', 'the 11th of them', 'one of them', 'section 7.2.1'])(
  'reads no number that counts something in %j',
  (text) => {
    expect(read(text)).toEqual([]);
  },
);

it('reads what is counted behind words that say which, and behind "of the"', () => {
  expect(read('60 Karelian boats, 90 of the boats, one of the reasons')).toEqual([
    '60 boat: 60 Karelian boats',
    '90 boat: 90 of the boats',
  ]);
  expect(read('500 cubic metres a second')).toEqual(['500 cubic metr: 500 cubic metres']);
  expect(readQuantities('200 international monitors on the river').map(({ counted }) => counted)).toEqual([
    ['intern', 'monitor'],
  ]);
});
