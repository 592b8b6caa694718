import { expect, it } from 'vitest';
import { ACT_COLOURS, INK, THEMES } from '../../src/pictures/theme.ts';

/** Of WCAG 2.2, as the contrast ratio below. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

it('text and signs are read on their ground', () => {
  for (const { background, text, muted } of Object.values(THEMES)) {
    expect(contrast(text, background)).toBeGreaterThanOrEqual(7);
    expect(contrast(muted, background)).toBeGreaterThanOrEqual(4.5);
  }
  for (const colour of Object.values(ACT_COLOURS)) expect(contrast(INK, colour)).toBeGreaterThanOrEqual(4.5);
});
