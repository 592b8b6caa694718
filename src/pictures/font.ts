import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
// Node takes its CommonJS form, which is one object.
// oxlint-disable-next-line import/default
import opentype from 'opentype.js';

/** In a browser without DejaVu Sans the next ones are as wide or narrower. */
export const FONT_FAMILY = 'DejaVu Sans, Verdana, sans-serif';

export type Weight = 'normal' | 'bold';

const require = createRequire(import.meta.url);
const FILES: Readonly<Record<Weight, string>> = {
  normal: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
};

/** Where the font lies, for drawing without a browser. */
export const FONT_FILES: readonly string[] = Object.values(FILES);

/** A character that the font does not have is drawn by another one, at most an em wide as a rule. */
const FOREIGN_EMS = 1;

const widths = new Map<Weight, (character: string) => number>();

/**
 * How wide `text` is in one line, in pixels: the sum of the font's own advance widths. Kerning and ligatures make it
 * narrower, never wider.
 */
export function textWidth(text: string, sizePx: number, weight: Weight = 'normal'): number {
  let width = widths.get(weight);
  if (width === undefined) {
    width = readWidths(readFileSync(FILES[weight]));
    widths.set(weight, width);
  }
  let ems = 0;
  for (const character of text) ems += width(character);
  return ems * sizePx;
}

/** The advance width of each character, in ems. */
function readWidths(file: Buffer): (character: string) => number {
  const font = opentype.parse(new Uint8Array(file).buffer, { lowMemory: true });
  const known = new Map<string, number>();
  return (character) => {
    let width = known.get(character);
    if (width === undefined) {
      const glyph = font.charToGlyph(character);
      width = glyph.index === 0 ? FOREIGN_EMS : (glyph.advanceWidth ?? 0) / font.unitsPerEm;
      known.set(character, width);
    }
    return width;
  };
}
