import { describe, expect, it } from 'vitest';
import { readActWords, readPartyNames } from '../../../src/attribution/act/act-words.ts';

const names = readPartyNames([
  ['us', 'United States'],
  ['us', 'US'],
  ['iran', 'Iran'],
]);
const stems = (text: string, side: string | null = 'iran'): string =>
  readActWords(text, side, names)
    .map(({ stem }) => stem)
    .join(' ');

describe('readActWords', () => {
  it.each([
    ['Iran won’t sign', 'OWN will not sign'],
    ['the United States can’t', 'the OTHER can not'],
    ['they told us', 'thei told us'],
    ["we'd meet Mr. Smith of Oslo", 'we would meet NAME of NAME'],
    ['a cut of 7.2%', 'a cut of NUMBER %'],
    ['Lifting it is out', 'lift it is out'],
  ])('%s', (text, wanted) => {
    expect(stems(text)).toBe(wanted);
  });

  it('counts clauses', () => {
    const clauses = readActWords('the talks were good, but Iran left. It was late', null, names);
    expect(clauses.map(({ clause }) => clause).join('')).toMatch(/^0{4}1+2+$/);
  });
});
