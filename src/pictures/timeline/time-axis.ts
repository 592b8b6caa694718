import { scaleUtc } from 'd3-scale';
import { showDay, showMonth } from '../../show/show-date.ts';
import { dateOf } from '../days.ts';
import { TEXT_PX } from '../draw.ts';
import { textWidth } from '../font.ts';

export interface Tick {
  /** Where it stands in time. */
  readonly x: number;
  /** The middle of its label. */
  readonly labelX: number;
  readonly label: string;
}

export interface TimeAxis {
  readonly left: number;
  readonly right: number;
  /** Days since 1970, and the day after the last. */
  readonly first: number;
  readonly end: number;
}

/** Up to this many days are named one by one, in the middle of each. */
const MOST_DAYS = 14;
const BETWEEN_PX = 10;

/** The dates that an axis names; labels stay between `left` and `right` of the axis and do not touch. */
export function ticksOf({ left, right, first, end }: TimeAxis): Tick[] {
  const scale = scaleUtc([dateOf(first), dateOf(end)], [left, right]);
  const days = Array.from({ length: Math.min(end - first, MOST_DAYS + 1) }, (_, i) => first + i);
  const named: { readonly date: Date; readonly x: number }[] =
    days.length <= MOST_DAYS
      ? days.map((day) => ({ date: dateOf(day), x: scale(dateOf(day + 0.5)) }))
      : scale.ticks(6).map((date) => ({ date, x: scale(date) }));
  const words = wordsFor(named.map(({ date }) => date));
  const ticks: Tick[] = [];
  let free = left;
  for (const { date, x } of named) {
    const label = words(date);
    const half = textWidth(label, TEXT_PX) / 2;
    const labelX = Math.max(left + half, Math.min(x, right - half));
    if (labelX - half < free) continue;
    ticks.push({ x, labelX, label });
    free = labelX + half + BETWEEN_PX;
  }
  return ticks;
}

/** Years, months or days, whichever tells the dates apart. */
function wordsFor(dates: readonly Date[]): (date: Date) => string {
  if (dates.length < 2 || dates.some((date) => date.getUTCDate() !== 1)) return (date) => showDay(date);
  if (dates.some((date) => date.getUTCMonth() !== 0)) return (date) => showMonth(date);
  return (date) => String(date.getUTCFullYear());
}
