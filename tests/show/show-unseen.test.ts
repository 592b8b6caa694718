import { expect, it } from 'vitest';
import { readUnseen, showUnseen, UNSEEN_OR_MARK } from '../../src/show/show-unseen.ts';

it('shows by its number what cannot be seen, and leaves what ordinary words have', () => {
  expect(showUnseen('no\u200B \u202Edeal\u0007')).toBe('no⟦U+200B⟧ ⟦U+202E⟧deal⟦U+0007⟧');
  for (const text of ['soft\u00ADhyphen', 'a\n\tb', '👩\u200D🔧', 'plain'])
    expect(showUnseen(text)).toBe(text);
});

it('gives every text back, one with a mark’s own signs too', () => {
  for (const text of ['a⟦U+200B⟧b', '👩\u200D🔧\u3164', '\u{E0041}\uD800', 'soft\u00ADhyphen']) {
    expect(readUnseen(showUnseen(text, UNSEEN_OR_MARK))).toBe(text);
  }
});
