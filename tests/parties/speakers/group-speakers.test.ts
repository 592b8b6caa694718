import { describe, expect, it } from 'vitest';
import { groupSpeakers, isFragment } from '../../../src/parties/speakers/group-speakers.ts';

const grouped = (...speakers: readonly (readonly [string, number])[]): Record<string, string> =>
  Object.fromEntries(
    groupSpeakers(speakers.map(([name, statements]) => ({ name, statements, isBody: false }))),
  );

describe('the names of one person', () => {
  it('are the surname alone, other names between, and what a headline adds', () => {
    expect(
      grouped(
        ['Vesna Kolar', 9],
        ['Kolar', 14],
        ['Vesna M. Kolar', 1],
        ['Vesna Kolar Calls', 1],
        ['Ivo Brun', 2],
      ),
    ).toEqual({
      'Vesna Kolar': 'Vesna Kolar',
      Kolar: 'Vesna Kolar',
      'Vesna M. Kolar': 'Vesna Kolar',
      'Vesna Kolar Calls': 'Vesna Kolar',
      'Ivo Brun': 'Ivo Brun',
    });
  });

  it('are short and whole given names', () => {
    expect(grouped(['Ed Brun', 4], ['Edward G. Brun', 1])['Edward G. Brun']).toBe('Ed Brun');
    expect(grouped(['William Brun', 4], ['Bill Brun', 1])['Bill Brun']).toBe('William Brun');
    expect(grouped(['Ed Brun', 4], ['Emma Brun', 1])['Emma Brun']).toBe('Emma Brun');
  });

  it('are not put together where two may be meant', () => {
    expect(grouped(['Vesna Kolar', 3], ['Ivo Kolar', 2], ['Kolar', 1])['Kolar']).toBe('Kolar');
  });

  it('leave two who speak together by themselves', () => {
    expect(grouped(['Ivo Brun', 3], ['Vesna Kolar and Ivo Brun', 1])['Vesna Kolar and Ivo Brun']).toBe(
      'Vesna Kolar and Ivo Brun',
    );
  });

  it.each([
    ['Kolar Wades In', 1, true],
    ['Endorses House', 1, true],
    ['Kolar Told', 1, true],
    ['Vesna Kolar', 1, false],
    ['Ann Other', 1, false],
    ['Kolar Wades In', 5, false],
  ] as const)('a piece of a headline: %s, said %i times', (name, statements, expected) => {
    expect(isFragment({ name, statements }, new Set(['kolar']))).toBe(expected);
  });
});
