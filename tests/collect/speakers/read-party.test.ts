import { expect, it } from 'vitest';
import { readParty } from '../../../src/collect/speakers/read-party.ts';
import { scanWords } from '../../../src/text/words/scan-words.ts';

it.each([
  ['American Progress', 'American Progress'],
  ['US State Department', 'State Department'],
  ['British CBI', 'CBI'],
  ['American officials', 'United States'],
  ['union leaders', 'union'],
  ['plan', null],
  ['union proposal', null],
])('%s → %s', (words, wanted) => {
  const party = readParty(scanWords(words), () => null)?.party;
  expect(party?.kind === 'country' ? party.country.label : (party?.name ?? null)).toBe(wanted);
});
