import { saidOn, type Evidence } from '../../domain/answer.ts';
import type { PositionChange } from '../../domain/position-change.ts';
import { readQuantities } from '../../text/read-quantities.ts';
import { dayOf } from '../days.ts';

/** A number as it was said. */
export interface NumberPoint {
  /** Days since 1970. */
  readonly day: number;
  readonly value: number;
  /** "7.2 per cent". */
  readonly words: string;
}

/** How the number of one side moved. */
export interface NumberSeries {
  readonly side: string;
  readonly unit: string;
  readonly points: readonly NumberPoint[];
}

const YEAR = /^(?:19|20)\d\d$/;

/** The numbers that changed, each side's of the unit of which most was said, in the order of saying. */
export function numberSeriesOf(changes: readonly PositionChange[]): NumberSeries[] {
  const byKey = new Map<string, NumberSeries & { readonly points: NumberPoint[] }>();
  const add = (side: string, evidence: Evidence, words: string): void => {
    const day = dayOf(saidOn(evidence));
    const read = valueOf(words);
    if (day === null || read === null) return;
    const key = JSON.stringify([side, read.unit]);
    const series = byKey.get(key) ?? { side, unit: read.unit, points: [] };
    byKey.set(key, series);
    if (series.points.some((point) => point.day === day && point.value === read.value)) return;
    series.points.push({ day, value: read.value, words });
  };
  for (const { kind, side, from, to, words } of changes) {
    if (kind !== 'number' || from === null || words.from === null || words.to === null) continue;
    add(side, from, words.from);
    add(side, to, words.to);
  }
  const all = [...byKey.values()];
  const pointsOf = (unit: string): number =>
    all.filter((one) => one.unit === unit).reduce((sum, { points }) => sum + points.length, 0);
  const [most] = [...new Set(all.map(({ unit }) => unit))].toSorted((x, y) => pointsOf(y) - pointsOf(x));
  return all
    .filter(({ unit }) => unit === most)
    .map((series) => ({
      ...series,
      points: series.points.toSorted((a, b) => a.day - b.day),
    }));
}

function valueOf(words: string): { readonly value: number; readonly unit: string } | null {
  if (YEAR.test(words)) return { value: Number(words), unit: 'year' };
  const [quantity] = readQuantities(words);
  return quantity === undefined ? null : { value: quantity.value, unit: quantity.unit };
}
