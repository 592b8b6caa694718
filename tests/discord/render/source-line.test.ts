import { expect, it } from 'vitest';
import { sourceLine } from '../../../src/discord/render/evidence-card.ts';
import { evidence } from '../../support/fake-app.ts';

it('says how far others bear a quote out, that it is a copy, and its language', () => {
  const plain = sourceLine(evidence());
  expect(sourceLine(evidence({ carriers: { outlets: 1, copies: 0 } }))).toBe(`${plain} · one outlet only`);
  expect(sourceLine(evidence({ carriers: { outlets: 3, copies: 1 } }))).toBe(
    `${plain} · 3 outlets, printed again by 1`,
  );
  expect(sourceLine(evidence({ copyOf: 'other', language: 'de' }))).toBe(
    `${plain} · in German · copy of another report`,
  );
  expect(sourceLine(evidence({ language: '*b*' }))).toBe(`${plain} · in \\*b\\*`);
});
