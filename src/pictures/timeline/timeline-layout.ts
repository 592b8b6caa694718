import { TILE_PX } from '../act-sign.ts';

/** Marks are smaller where time could not be told finely otherwise. */
const TILES_PX = [TILE_PX, 9];
/** Between marks beside and above each other, and between lanes. */
const SPACE_PX = 2;
const LANE_GAP_PX = 8;
/** Between what has a date and what has none. */
export const UNDATED_GAP_PX = 20;
/** As wide as the words below it, and as a date. */
const LEAST_UNDATED_PX = 56;
const LEAST_DATED_PX = 98;

/** What is to be laid out: for each lane the days (since 1970) of its marks in order, and how many have none. */
export interface LaneMarks {
  readonly days: readonly number[];
  readonly undated: number;
  /** How high its label is. */
  readonly labelPx: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Lane {
  readonly y: number;
  readonly heightPx: number;
  /** The left upper corners of its marks, in their order: those with a date, then the others. */
  readonly marks: readonly Place[];
}

export interface TimelineLayout {
  readonly lanes: readonly Lane[];
  /** How wide and high a mark is. */
  readonly tilePx: number;
  /** Where the time begins and ends, in pixels and days; null where nothing has a date. */
  readonly axis: {
    readonly left: number;
    readonly right: number;
    readonly first: number;
    /** The day after the last. */
    readonly end: number;
    /** How many days stand together. */
    readonly daysEach: number;
  } | null;
  /** Where what has no date stands; null where all have one. */
  readonly undated: { readonly left: number; readonly right: number } | null;
  readonly bottom: number;
}

export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** The lanes should not be higher together. */
  readonly heightPx: number;
}

/** How time is divided: marks of one unit stand together, in so many rows of their lane. */
interface Division {
  readonly tilePx: number;
  /** 0 where nothing has a date. */
  readonly units: number;
  readonly daysEach: number;
  readonly undatedColumns: number;
  readonly rows: readonly number[];
  /** How high the lanes are together. */
  readonly heightPx: number;
}

/** Days of all marks: the first, and how many up to the last. */
interface Days {
  readonly first: number;
  readonly count: number;
}

/** Marks of the same time stand above and beside each other, so that none hides another. */
export function layTimeline(lanes: readonly LaneMarks[], area: Area): TimelineLayout {
  const days = daysOf(lanes);
  const { tilePx, units, daysEach, undatedColumns, rows: rowsOf } = divide(lanes, days, area);
  const pitch = tilePx + SPACE_PX;
  const left = area.right - undatedColumns * pitch;
  const right = undatedColumns === 0 ? area.right : left - UNDATED_GAP_PX;
  let y = area.top;
  const placed = lanes.map((lane, n): Lane => {
    const rows = rowsOf[n] ?? 1;
    const heightPx = laneHeight(rows, lane, pitch);
    const floor = y + heightPx - LANE_GAP_PX / 2;
    const stack = (from: number, size: number): Place[] =>
      Array.from({ length: size }, (_, i) => ({
        x: from + Math.floor(i / rows) * pitch + SPACE_PX / 2,
        y: floor - ((i % rows) + 1) * pitch + SPACE_PX / 2,
      }));
    const marks = unitSizes(lane.days, days, units, daysEach).flatMap((size, unit) => {
      const middle = area.left + ((unit + 0.5) * (right - area.left)) / units;
      return stack(middle - (Math.ceil(size / rows) * pitch) / 2, size);
    });
    y += heightPx;
    return { y: y - heightPx, heightPx, marks: [...marks, ...stack(left, lane.undated)] };
  });
  const { first } = days;
  return {
    lanes: placed,
    tilePx,
    axis: units === 0 ? null : { left: area.left, right, first, end: first + units * daysEach, daysEach },
    undated: undatedColumns === 0 ? null : { left, right: area.right },
    bottom: y,
  };
}

function daysOf(lanes: readonly LaneMarks[]): Days {
  const days = lanes.flatMap((lane) => lane.days);
  if (days.length === 0) return { first: 0, count: 0 };
  const first = Math.min(...days);
  return { first, count: Math.max(...days) - first + 1 };
}

/**
 * As finely as the width allows and the height bears, with smaller marks where the usual ones would tell time less
 * finely; where nothing fits, what is lowest.
 */
function divide(lanes: readonly LaneMarks[], days: Days, area: Area): Division {
  const all = TILES_PX.flatMap((tilePx) => divisions(lanes, days, area, tilePx));
  const fitting = all.filter(({ heightPx }) => heightPx <= area.heightPx);
  const [best] =
    fitting.length > 0
      ? fitting.toSorted((a, b) => coarseness(a) - coarseness(b))
      : all.toSorted((a, b) => a.heightPx - b.heightPx);
  if (best === undefined) throw new Error('there is no width to draw in');
  return best;
}

/** Smaller marks must tell time much more finely to be worth it. */
function coarseness({ daysEach, tilePx }: Division): number {
  return tilePx === TILE_PX ? daysEach / 1.5 : daysEach;
}

function divisions(lanes: readonly LaneMarks[], days: Days, area: Area, tilePx: number): Division[] {
  const pitch = tilePx + SPACE_PX;
  const undatedColumns = columnsWithoutDate(lanes, area, pitch);
  const undatedRows = lanes.map(({ undated }) => (undated === 0 ? 1 : Math.ceil(undated / undatedColumns)));
  const widthPx =
    area.right - area.left - (undatedColumns === 0 ? 0 : undatedColumns * pitch + UNDATED_GAP_PX);
  const made = (units: number, daysEach: number, rows: readonly number[]): Division => {
    const heights = lanes.map((lane, i) => laneHeight(rows[i] ?? 1, lane, pitch));
    const heightPx = heights.reduce((sum, height) => sum + height, 0);
    return { tilePx, units, daysEach, undatedColumns, rows, heightPx };
  };
  if (days.count === 0) return [made(0, 0, undatedRows)];
  const found: Division[] = [];
  for (let most = Math.min(days.count, Math.floor(widthPx / pitch)); most >= 1; most--) {
    const daysEach = Math.ceil(days.count / most);
    const units = Math.ceil(days.count / daysEach);
    const peaks = lanes.map((lane) => Math.max(1, ...unitSizes(lane.days, days, units, daysEach)));
    for (let columns = 1; columns * pitch <= widthPx / units; columns++) {
      const rows = peaks.map((peak, i) => Math.max(Math.ceil(peak / columns), undatedRows[i] ?? 1));
      found.push(made(units, daysEach, rows));
    }
  }
  return found;
}

/** How many columns those without a date get of all: their share, within what both sides of the gap need. */
function columnsWithoutDate(lanes: readonly LaneMarks[], { left, right }: Area, pitch: number): number {
  const without = lanes.reduce((sum, lane) => sum + lane.undated, 0);
  const dated = lanes.reduce((sum, lane) => sum + lane.days.length, 0);
  const all = Math.floor((right - left) / pitch);
  if (without === 0 || dated === 0) return without === 0 ? 0 : all;
  const most = Math.floor((right - left - UNDATED_GAP_PX - LEAST_DATED_PX) / pitch);
  const wanted = Math.round((all * without) / (without + dated));
  return Math.max(Math.ceil(LEAST_UNDATED_PX / pitch), Math.min(wanted, most));
}

/** How many marks each unit of time has. */
function unitSizes(days: readonly number[], { first }: Days, units: number, daysEach: number): number[] {
  const sizes = Array.from({ length: units }, () => 0);
  for (const day of days) {
    const unit = Math.floor((day - first) / daysEach);
    sizes[unit] = (sizes[unit] ?? 0) + 1;
  }
  return sizes;
}

function laneHeight(rows: number, { labelPx }: LaneMarks, pitch: number): number {
  return Math.max(rows * pitch, labelPx) + LANE_GAP_PX;
}
