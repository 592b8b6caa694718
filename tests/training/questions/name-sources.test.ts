import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../src/training/questions/name-sources.ts';

describe('namesOf', () => {
  it.each([
    [
      'Harbour spokesman Lars Vint',
      'vint',
      ['Vint', 'Lars Vint', 'Harbour spokesman Lars Vint'],
      'the Harbour spokesman',
    ],
    ['Ana Reyes, the head of the union', 'reyes', ['Reyes', 'Ana Reyes'], 'the head of the union'],
    ['Mr. Okafor', 'okafor', ['Okafor', 'Mr. Okafor'], null],
    ['the port authority', 'port authority', ['the port authority'], null],
    ['Dana Lind’s', 'lind', ['Lind', 'Dana Lind'], null],
  ])('reads %s', (source, key, names, role) => {
    expect(namesOf(source)).toMatchObject({ key, names, role });
  });

  it.each(['we', 'Who', 'It', ''])('has no name for “%s”', (source) => {
    expect(namesOf(source)).toBeNull();
  });
});
