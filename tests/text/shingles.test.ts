import { describe, expect, it } from 'vitest';
import { areCopies, mayBeCopies, signatureOf } from '../../src/text/shingles.ts';

/** A text of `count` words of its own, the same for the same `seed`. */
function wordsOf(seed: number, count: number): string[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return `w${state % 5000}`;
  });
}

const agency = wordsOf(1, 500);
const likely = (a: string, b: string): boolean => mayBeCopies(signatureOf(a), signatureOf(b));

describe('texts of mostly the same words', () => {
  it.each<[string, string[]]>([
    ['the same text', agency],
    ['in capitals and with other marks', agency.map((word) => `${word.toUpperCase()},`)],
    ['cut off after three fifths', agency.slice(0, 300)],
    ['with a paragraph of its own before and after', [...wordsOf(2, 60), ...agency, ...wordsOf(3, 80)]],
    ['with every fortieth word changed', agency.map((word, i) => (i % 40 === 0 ? 'other' : word))],
  ])('are copies: %s', (_name, words) => {
    expect(likely(agency.join(' '), words.join(' '))).toBe(true);
    expect(areCopies(agency.join(' '), words.join(' '))).toBe(true);
  });

  it.each<[string, string[]]>([
    ['other words', wordsOf(9, 500)],
    ['one long quotation in common', [...wordsOf(2, 400), ...agency.slice(0, 100)]],
    ['the same words in another order', agency.toSorted()],
    ['no words', []],
  ])('are none: %s', (_name, words) => {
    expect(areCopies(agency.join(' '), words.join(' '))).toBe(false);
  });

  it('are told by their signatures for all but a few pairs', () => {
    const pairs = Array.from({ length: 100 }, (_, i) => [wordsOf(i, 300), wordsOf(i + 1000, 300)] as const);
    const other = pairs.filter(([a, b]) => likely(a.join(' '), b.join(' ')));
    const copies = pairs.filter(([a, b]) =>
      likely(a.join(' '), [...a.slice(0, 200), ...b.slice(0, 60)].join(' ')),
    );
    expect([other.length, copies.length]).toEqual([0, 100]);
  });

  it('are no copies where there are no words at all', () => {
    expect(areCopies('', '')).toBe(false);
    expect(likely('', '')).toBe(false);
  });
});
