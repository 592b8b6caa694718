import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitText } from '../../src/pictures/fit-text.ts';
import { textWidth } from '../../src/pictures/font.ts';
import { textsOf } from '../support/drawn.ts';

const letters = fc.constantFrom(
  ...Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ äéßñçŁžДяΩ0123456789.,–’()/%'),
);
const words = fc.string({ unit: letters, minLength: 1, maxLength: 30 });
const svg = (text: string, weight: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="40" font-family="DejaVu Sans">` +
  `<text x="9" y="30" font-size="20" font-weight="${weight}">|${text}|</text></svg>`;

it.each(['normal', 'bold'] as const)('a text is as wide as it is drawn: %s', (weight) => {
  fc.assert(
    fc.property(words, (text) => {
      const [drawn] = textsOf(svg(text, weight));
      const wide = (drawn?.right ?? 0) - (drawn?.left ?? 0);
      // What is drawn ends at the bars, each with a little space beside it; kerning draws letters nearer.
      const measured = textWidth(`|${text}|`, 20, weight);
      expect(measured).toBeGreaterThanOrEqual(wide);
      expect(measured - wide).toBeLessThan(10 + 2 * text.length);
    }),
    { numRuns: 100 },
  );
});

it('a character that the font has not is taken for an em', () => {
  expect(textWidth('北京', 10)).toBe(20);
});

it('lines are never wider than the room, and say all of it or end in …', () => {
  fc.assert(
    fc.property(
      words,
      fc.integer({ min: 30, max: 300 }),
      fc.integer({ min: 1, max: 3 }),
      (text, widthPx, lines) => {
        const fitted = fitText(text, { widthPx, lines, sizePx: 12 });
        expect(fitted.length).toBeLessThanOrEqual(lines);
        for (const line of fitted) expect(textWidth(line, 12)).toBeLessThanOrEqual(widthPx);
        const whole = fitted.join('').replaceAll(' ', '');
        const wanted = text.replaceAll(' ', '');
        if (fitted.at(-1)?.endsWith('…')) expect(wanted.startsWith(whole.slice(0, -1))).toBe(true);
        else expect(whole).toBe(wanted);
      },
    ),
  );
});

it('lines end between words where they can', () => {
  const room = { widthPx: 90, lines: 3, sizePx: 12 };
  expect(fitText('Legally binding security guarantees', room)).toEqual([
    'Legally',
    'binding',
    'security gua…',
  ]);
  expect(fitText('Rindfleischetikettierung', room)).toEqual(['Rindfleischetik', 'ettierung']);
});
