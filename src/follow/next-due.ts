import type { Pace } from '../domain/follow.ts';

/** The hour (UTC) of digests; weekly ones are of Mondays. */
const HOUR = 8;
const DAY_MS = 24 * 60 * 60 * 1000;
const MONDAY = 1;

/** When the next digest after `now` is due, ISO; null for who is told at once. */
export function nextDue(pace: Pace, now: Date): string | null {
  if (pace === 'at once') return null;
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), HOUR);
  const days = Array.from({ length: 8 }, (_, day) => new Date(today + day * DAY_MS));
  const due = days.find((day) => day > now && (pace === 'daily' || day.getUTCDay() === MONDAY));
  return (due ?? now).toISOString();
}
