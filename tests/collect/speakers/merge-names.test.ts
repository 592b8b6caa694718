import { expect, it } from 'vitest';
import { mergeNames } from '../../../src/collect/speakers/merge-names.ts';

const merged = (...names: string[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    mergeNames(names.map((name) => ({ name, count: 1 }))).map(({ name, variants }) => [name, variants]),
  );

it.each([
  [
    ['Karen Vogt', 'Vogt', 'CTU President Karen Vogt'],
    { 'Karen Vogt': ['Vogt', 'CTU President Karen Vogt'] },
  ],
  [['Ali Reza Tehrani', 'Reza Tehrani'], { 'Ali Reza Tehrani': ['Reza Tehrani'] }],
  [['Sergei Orlov', 'Sergey Orlov', 'S. Orlov'], { 'Sergei Orlov': ['Sergey Orlov', 'S. Orlov'] }],
  [['Ray Marsh', 'Raymond Marsh'], { 'Raymond Marsh': ['Ray Marsh'] }],
  [['Staff Karen Vogt', 'Vogt'], { 'Karen Vogt': ['Vogt', 'Staff Karen Vogt'] }],
  [['Deng Jiwei', 'Deng'], { 'Deng Jiwei': ['Deng'] }],
  [['Anna Vogt', 'Peter Vogt'], { 'Anna Vogt': [], 'Peter Vogt': [] }],
])('joins the names of one person: %j', (names, expected) => {
  expect(merged(...names)).toEqual(expected);
});

it('leaves a surname open that two have', () => {
  expect(Object.keys(merged('Anna Vogt', 'Peter Vogt', 'Vogt')).toSorted()).toEqual([
    'Anna Vogt',
    'Peter Vogt',
    'Vogt',
  ]);
});

it('gives a surname to who is named far more often', () => {
  const names = [
    { name: 'Anna Vogt', count: 9 },
    { name: 'Peter Vogt', count: 1 },
    { name: 'Vogt', count: 5 },
  ];
  expect(mergeNames(names)).toContainEqual({ name: 'Anna Vogt', variants: ['Vogt'] });
});

it('gives a surname to whom “Mr” in front of it can mean', () => {
  const names = [
    { name: 'Anna Vogt', count: 2 },
    { name: 'Peter Vogt', count: 1 },
    { name: 'Vogt', count: 5 },
  ];
  const joined = mergeNames(names, (surname) => (surname === 'vogt' ? 'he' : null));
  expect(joined).toContainEqual({ name: 'Peter Vogt', variants: ['Vogt'] });
  expect(joined).toContainEqual({ name: 'Anna Vogt', variants: [] });
});
