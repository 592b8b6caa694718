import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withTrueQuotations } from '../../../../src/answer/compose/checks/true-quotations.ts';
import { evidence } from '../../../support/fake-app.ts';

const DIRECT = evidence({
  type: 'direct',
  text: 'We don’t trust the  other side. We need ironclad guarantees.',
});
const INDIRECT = evidence({
  type: 'indirect',
  text: 'She noted that the talks were "frank and forthright" in tone.',
});

it.each([
  ['She said: "we DON\'T trust the other side."', 'She said: “We don’t trust the other side”.'],
  ['She wants «ironclad guarantees».', 'She wants “ironclad guarantees”.'],
  ["She wants 'ironclad guarantees'.", 'She wants “ironclad guarantees”.'],
  ["The side's need doesn't change.", "The side's need doesn't change."],
  ['The talks were “frank and forthright”.', 'The talks were “frank and forthright”.'],
  // The reporter's words are nobody's quotation.
  ['The talks were "in tone".', 'The talks were in tone.'],
])('keeps of %s what was said', (claim, shown) => {
  expect(withTrueQuotations(claim, [DIRECT, INDIRECT])).toBe(shown);
});

it.each([
  'She said: “we trust the other side”.',
  'She said "guarantees ironclad".',
  "She said 'we will leave'.",
  'She said “we need ironclad guarantees',
  'She said "".',
  // From two places.
  'She wants “ironclad guarantees the talks”.',
])('refuses %s', (claim) => {
  expect(withTrueQuotations(claim, [DIRECT, INDIRECT])).toBeNull();
});

it('never shows in quotation marks what the evidence does not have', () => {
  const part = fc.constantFrom(
    '"',
    '“',
    '”',
    '«',
    "'",
    ' ',
    'we',
    'need',
    'ironclad',
    'guarantees',
    'peace',
    '.',
    '‘',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
      const shown = withTrueQuotations(parts.join(' '), [DIRECT]);
      for (const [, quoted = ''] of (shown ?? '').matchAll(/["“„«]([^"”»]*)/g))
        expect(DIRECT.text.replace(/\s+/g, ' ')).toContain(quoted);
    }),
  );
});
