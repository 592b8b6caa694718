import { labelOf, type Labels } from '../../show/show-speaker.ts';
import { MARGIN_PX, TEXT_PX, textLine } from '../draw.ts';
import { fitText } from '../fit-text.ts';
import { textWidth } from '../font.ts';
import { px, visibleText } from '../xml.ts';
import type { NumberPoint, NumberSeries } from './number-series.ts';

/** How high the part with the numbers is. */
export const NUMBERS_PX = 120;

/** Of the numbers within it, so that what is written over and under them has room. */
const EDGE_PX = 22;
/** Lines of different sides, told apart without colour. */
const DASHES = ['', '7 3', '2 3', '8 3 2 3'];
const DOT_PX = 3;
/** Where words stand above and below their points. */
const ABOVE_PX = [-7, -21, -35];
const BELOW_PX = [17, 31, 45];
/** Of a number's words. */
const NUMBER_PX = 130;
/** Between a name and the time, and a piece of its line beside it. */
const GUTTER_PX = 8;
const SAMPLE_PX = 20;
/** Right of a name, up to the time. */
export const BESIDE_NAME_PX = GUTTER_PX + SAMPLE_PX;

export interface NumbersArea {
  /** Where the time begins and ends, in pixels and days. */
  readonly left: number;
  readonly right: number;
  readonly first: number;
  readonly end: number;
  readonly top: number;
}

interface Written {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  /** Where it would rather stand: above its point or below. */
  readonly isAbove: boolean;
}

/**
 * A line a side of what its number was from day to day, with its first and its last in words, and the side's name left of
 * the time.
 */
export function drawNumbers(
  series: readonly NumberSeries[],
  { left, right, first, end, top }: NumbersArea,
  { sides }: Labels,
  { text, muted }: { readonly text: string; readonly muted: string },
): string {
  const values = series.flatMap(({ points }) => points.map(({ value }) => value));
  if (values.length === 0) return '';
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = most === least ? 1 : most - least;
  const xOf = (day: number): number => left + ((day + 0.5 - first) / (end - first)) * (right - left);
  const yOf = (value: number): number =>
    top + EDGE_PX + (1 - (value - least) / span) * (NUMBERS_PX - 2 * EDGE_PX);
  const parts: string[] = [];
  const strokes: Box[] = [];
  const numbers: Written[] = [];
  const names: Written[] = [];
  series.forEach(({ side, points }, i) => {
    const [opening, last] = [points[0], points.at(-1)];
    if (opening === undefined || last === undefined) return;
    const dash = DASHES[i % DASHES.length] ?? '';
    // A number stands until another takes its place.
    const steps = points.map(({ day, value }, n) =>
      n === 0 ? `M${px(xOf(day))} ${px(yOf(value))}` : `H${px(xOf(day))}V${px(yOf(value))}`,
    );
    const dashed = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
    parts.push(`<path d="${steps.join('')}" fill="none" stroke="${text}" stroke-width="1.5"${dashed}/>`);
    for (const { day, value } of points) parts.push(dot(xOf(day), yOf(value), text));
    strokes.push(...strokesOf(points, xOf, yOf));
    const falls = last.value < opening.value;
    numbers.push({ ...written(opening, xOf, yOf), anchor: 'start', isAbove: falls });
    if (last !== opening) numbers.push({ ...written(last, xOf, yOf), anchor: 'end', isAbove: falls });
    const name = fitted(labelOf(side, sides), left - MARGIN_PX - BESIDE_NAME_PX);
    names.push({
      words: name,
      x: left - BESIDE_NAME_PX,
      y: yOf(opening.value),
      anchor: 'end',
      isAbove: true,
    });
  });
  const inRoom = numbers.map((one): Written => {
    const widthPx = textWidth(one.words, TEXT_PX);
    const x = one.anchor === 'start' ? Math.min(one.x, right - widthPx) : Math.max(one.x, left + widthPx);
    return { ...one, x };
  });
  for (const one of placed(inRoom, top, strokes)) parts.push(textLine(one.words, { ...one, fill: text }));
  placed(names, top, []).forEach((one) => {
    const dash = DASHES[names.findIndex(({ words }) => words === one.words) % DASHES.length] ?? '';
    const dashed = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
    const y = px(one.y - TEXT_PX * 0.36);
    parts.push(
      textLine(one.words, { ...one, fill: muted }),
      `<path d="M${px(one.x + 4)} ${y}h${SAMPLE_PX - 6}" stroke="${text}" stroke-width="1.5"${dashed}/>`,
    );
  });
  return parts.join('');
}

function written(
  { day, value, words }: NumberPoint,
  xOf: (day: number) => number,
  yOf: (value: number) => number,
): Pick<Written, 'words' | 'x' | 'y'> {
  return { words: fitted(words, NUMBER_PX), x: xOf(day), y: yOf(value) };
}

function dot(x: number, y: number, fill: string): string {
  const r = DOT_PX;
  return `<path d="M${px(x - r)} ${px(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0z" fill="${fill}"/>`;
}

function fitted(words: string, widthPx: number): string {
  return fitText(visibleText(words), { widthPx, lines: 1, sizePx: TEXT_PX })[0] ?? '';
}

/** Words over or under their points, where the fewest lines and no other words stand; those without room are left out. */
function placed(all: readonly Written[], top: number, strokes: readonly Box[]): Written[] {
  const done: Written[] = [];
  for (const one of all) {
    const shifts = one.isAbove ? [...ABOVE_PX, ...BELOW_PX] : [...BELOW_PX, ...ABOVE_PX];
    const [best] = shifts
      .map((shift): Written => ({ ...one, y: one.y + shift }))
      .filter(
        (at) =>
          at.y > top + TEXT_PX &&
          at.y < top + NUMBERS_PX - 2 &&
          done.every((other) => !meet(boxOf(at), boxOf(other))),
      )
      .map((at) => ({ at, crossed: strokes.filter((stroke) => meet(boxOf(at), stroke)).length }))
      .toSorted((a, b) => a.crossed - b.crossed);
    if (best !== undefined) done.push(best.at);
  }
  return done;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What the words cover, with a little space around them. */
function boxOf({ words, x, y, anchor }: Written): Box {
  const widthPx = textWidth(words, TEXT_PX);
  const left = anchor === 'start' ? x : x - widthPx;
  return { left: left - 2, right: left + widthPx + 2, top: y - TEXT_PX + 1, bottom: y + 3 };
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The lines and dots of a series. */
function strokesOf(
  points: readonly NumberPoint[],
  xOf: (day: number) => number,
  yOf: (value: number) => number,
): Box[] {
  return points.flatMap(({ day, value }, n) => {
    const [x, y] = [xOf(day), yOf(value)];
    const dotted = { left: x - DOT_PX, right: x + DOT_PX, top: y - DOT_PX, bottom: y + DOT_PX };
    const next = points[n + 1];
    if (next === undefined) return [dotted];
    const [nextX, nextY] = [xOf(next.day), yOf(next.value)];
    return [
      dotted,
      { left: x, right: nextX, top: y - 1, bottom: y + 1 },
      { left: nextX - 1, right: nextX + 1, top: Math.min(y, nextY), bottom: Math.max(y, nextY) },
    ];
  });
}
