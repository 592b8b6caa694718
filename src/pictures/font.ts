import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

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

const widths = new Map<Weight, (character: number) => number>();

/**
 * How wide `text` is in one line, in pixels: the sum of the font's own advance widths. Kerning and ligatures make it
 * narrower, never wider.
 */
export function textWidth(text: string, sizePx: number, weight: Weight = 'normal'): number {
  let width = widths.get(weight);
  if (width === undefined) {
    width = advanceWidths(readFileSync(FILES[weight]));
    widths.set(weight, width);
  }
  let ems = 0;
  for (const character of text) ems += width(character.codePointAt(0) ?? 0);
  return ems * sizePx;
}

/** The advance widths in a TrueType file, in ems by code point (OpenType 1.9: `cmap` format 12, `hmtx`). */
function advanceWidths(file: Buffer): (character: number) => number {
  const tables = new Map<string, number>();
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    const entry = 12 + i * 16;
    tables.set(file.toString('latin1', entry, entry + 4), file.readUInt32BE(entry + 8));
  }
  const at = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new Error(`the font has no table ${tag}`);
    return offset;
  };
  const unitsPerEm = file.readUInt16BE(at('head') + 18);
  const measured = file.readUInt16BE(at('hhea') + 34);
  const hmtx = at('hmtx');
  const known = new Map<number, number>();
  for (const { first, last, glyph } of characterGroups(file, at('cmap'))) {
    for (let character = first; character <= last; character++) {
      const row = Math.min(glyph + character - first, measured - 1);
      known.set(character, file.readUInt16BE(hmtx + row * 4) / unitsPerEm);
    }
  }
  return (character) => known.get(character) ?? FOREIGN_EMS;
}

interface Group {
  readonly first: number;
  readonly last: number;
  /** The glyph of the first; the others follow. */
  readonly glyph: number;
}

function characterGroups(file: Buffer, cmap: number): Group[] {
  for (let i = 0; i < file.readUInt16BE(cmap + 2); i++) {
    const table = cmap + file.readUInt32BE(cmap + 4 + i * 8 + 4);
    if (file.readUInt16BE(table) !== 12) continue;
    return Array.from({ length: file.readUInt32BE(table + 12) }, (_, n) => {
      const group = table + 16 + n * 12;
      return {
        first: file.readUInt32BE(group),
        last: file.readUInt32BE(group + 4),
        glyph: file.readUInt32BE(group + 8),
      };
    });
  }
  throw new Error('the font has no character map of format 12');
}
