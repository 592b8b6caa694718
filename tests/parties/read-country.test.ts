import { expect, it } from 'vitest';
import { readCountry } from '../../src/parties/read-country.ts';
import { scanWords } from '../../src/text/words/scan-words.ts';

it.each([
  ['Emirati', 'AE'],
  ['Wallis and Futuna', 'WF'],
  ['French', 'FR'],
  ['Kremlin', 'RU'],
  // No people of an island in the Pacific, nor a state.
  ['Welsh', undefined],
])('%s is of %s', (words, code) => {
  expect(readCountry(scanWords(words), 0)?.country.code).toBe(code);
});
