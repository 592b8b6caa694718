import type { Act } from '../domain/statement.ts';
import { ACT_COLOURS, INK } from './theme.ts';
import { px } from './xml.ts';

/** The side of a tile with an act's sign, in pixels. */
export const TILE_PX = 12;

/** Each act's sign in a square from -4 to 4; `line` is drawn as a stroke, the others are filled. */
const SIGNS: Readonly<Record<Act, { readonly d: string; readonly line: boolean }>> = {
  // A disc.
  offers: { d: 'M-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0z', line: false },
  // A diamond.
  demands: { d: 'M0-4.2L4.2 0L0 4.2L-4.2 0z', line: false },
  // A cross.
  rejects: { d: 'M-3-3L3 3M3-3L-3 3', line: true },
  // A tick.
  agrees: { d: 'M-3.6 0.2L-1.2 2.8L3.6-2.8', line: true },
  // A triangle.
  warns: { d: 'M0-3.8L4 3.4H-4z', line: false },
  // A bar.
  denies: { d: 'M-3.8 0H3.8', line: true },
  // A ring.
  states: { d: 'M-2.9 0a2.9 2.9 0 1 0 5.8 0a2.9 2.9 0 1 0-5.8 0z', line: true },
};

/** The sign of an act around a point, in ink; `size` 1 is a square of 8 pixels. */
export function actSign(act: Act, x: number, y: number, size = 1): string {
  const { d, line } = SIGNS[act];
  const paint = line ? `fill="none" stroke="${INK}" stroke-width="2"` : `fill="${INK}"`;
  const scale = size === 1 ? '' : ` scale(${px(size)})`;
  return `<path transform="translate(${px(x)} ${px(y)})${scale}" d="${d}" ${paint}/>`;
}

/** A tile of the act's colour with its sign; `x` and `y` are its left upper corner. */
export function actTile(act: Act, x: number, y: number, sidePx = TILE_PX): string {
  const half = sidePx / 2;
  return (
    `<rect x="${px(x)}" y="${px(y)}" width="${sidePx}" height="${sidePx}" rx="2" fill="${ACT_COLOURS[act]}"/>` +
    actSign(act, x + half, y + half, sidePx / TILE_PX)
  );
}
