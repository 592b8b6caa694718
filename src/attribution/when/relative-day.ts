import type { StatementTime } from '../../domain/statement.ts';
import { findDays } from './find-days.ts';

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** "two days earlier", "a week later". */
const APART = new RegExp(
  `\\b(a|\\d{1,2}|${NUMBERS.join('|')}) (day|week)s? (earlier|before|later|after|afterwards)\\b`,
  'i',
);
/** "the following day", "the day before", "the same day". */
const NEXT = /\bthe (?:(following|next|previous|same) day|day (before|after|earlier))\b/i;
const STEPS: Readonly<Record<string, number>> = {
  following: 1,
  next: 1,
  after: 1,
  same: 0,
  previous: -1,
  before: -1,
  earlier: -1,
};
const DAY_MS = 86_400_000;

/** By how many days what is said lies behind (or before, negative) a day that was named; null where nothing tells so. */
function daysFrom(words: string): number | null {
  const next = NEXT.exec(words);
  if (next) return STEPS[(next[1] ?? next[2] ?? '').toLowerCase()] ?? null;
  const [, count = '', unit, way = ''] = APART.exec(words) ?? [];
  if (unit === undefined) return null;
  const named = NUMBERS.indexOf(count.toLowerCase()) + 1;
  const number = named > 0 ? named : count.toLowerCase() === 'a' ? 1 : Number(count);
  return (/^(?:earlier|before)$/i.test(way) ? -1 : 1) * number * (unit.toLowerCase() === 'week' ? 7 : 1);
}

/**
 * The day that words like "two days earlier" or "the following day" mean: counted from the day that was named last in
 * front of them. Null without such words, without a day in front, or where it would lie behind the article's day.
 *
 * @param words those around who speaks, without what is said
 * @param before what stands in front of them
 * @param day the article's, YYYY-MM-DD or null
 */
export function relativeDay(words: string, before: string, day: string | null): StatementTime | null {
  const days = daysFrom(words);
  const named = days === null ? undefined : findDays(before, day).at(-1);
  if (days === null || !named) return null;
  const date = new Date(Date.parse(`${named.time.date}T00:00:00Z`) + days * DAY_MS)
    .toISOString()
    .slice(0, 10);
  return day !== null && date > day ? null : { date, how: 'worked out' };
}
