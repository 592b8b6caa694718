import { expect, it } from 'vitest';
import { findIntroductions } from '../../../src/collect/speakers/introductions/find-introductions.ts';
import { scanWords } from '../../../src/text/words/scan-words.ts';

const introductions = (text: string): unknown[] =>
  findIntroductions(text, scanWords(text), ['Ann Roe', 'Roe'], ({ key }) => key === 'said').map(
    ({ role, owners, indefinite, its, party }) => ({
      role,
      owners: owners.map((words) => words.map(({ form }) => form).join(' ')),
      ...(indefinite ? { indefinite } : {}),
      ...(its ? { its } : {}),
      ...(party === null ? {} : { party }),
    }),
  );

it.each([
  [
    'Harbour Workers Union President Ann Roe said no.',
    { role: 'President', owners: ['Harbour Workers Union'] },
  ],
  ['"No," said union president Ann Roe.', { role: 'president', owners: ['union'] }],
  [
    'Ann Roe, president of the Harbour Workers Union, said no.',
    { role: 'president', owners: ['Harbour Workers Union'] },
  ],
  [
    "A spokeswoman for the city's law office, Ann Roe, said no.",
    { role: 'spokeswoman', owners: ['city law office'], indefinite: true },
  ],
  ["The union's chief negotiator, Ann Roe, said no.", { role: 'chief negotiator', owners: ['union'] }],
  ['Ann Roe, who leads the talks for the agency, said no.', { role: '', owners: ['agency'] }],
  [
    'Norland is wary. Ann Roe, its farm minister, said no.',
    { role: 'minister', owners: ['farm'], its: true },
  ],
  ['It is criticizing President Ann Roe.', { role: 'President', owners: [] }],
  ['Norlandish refugees President Ann Roe met said no.', { role: 'President', owners: [] }],
  ['Former Norland Gov. Ann Roe said no.', { role: 'Former Gov.', owners: ['Norland'] }],
  ['Norland Secretary of State Ann Roe said no.', { role: 'Secretary of State', owners: ['Norland'] }],
  ['Sen. Ann Roe, R-Ohio, said no.', { role: '', owners: [], party: 'R' }],
  [
    'Ann Roe, a teacher at Hill School, said no.',
    { role: 'teacher', owners: ['Hill School'], indefinite: true },
  ],
  ['Ann Roe, the top Democrat on the committee, said no.', { role: 'Democrat', owners: ['Democrat'] }],
  ['Democratic candidates Bob Doe and Ann Roe said no.', { role: 'candidates', owners: ['Democratic'] }],
  ['Ann Roe Jr., who leads the Norland Command, said no.', { role: '', owners: ['Norland Command'] }],
  ['Gov. Ann Roe (D) said no.', { role: '', owners: [], party: 'D' }],
])('reads %s', (text, expected) => {
  expect(introductions(text)).toContainEqual(expected);
});

it.each(['They expect Ann Roe to go.', 'Ben Roe said no.', 'He had no plan for Roe.'])(
  'finds none in %s',
  (text) => {
    expect(introductions(text)).toEqual([]);
  },
);

it('reads no introduction off a headline in capitals', () => {
  const said = 'Harbour Workers Union President Ann Roe said no.';
  expect(introductions(`Rough Years Of Sailing Under Ann Roe\n\n${said}`)).toEqual(introductions(said));
});
