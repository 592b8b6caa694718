import type { Pace } from '../domain/follow.ts';

/** The hour (UTC) of digests; weekly ones are of Mondays. */
const HOUR = 8;
const DAY_MS = 24 * 60 * 60 * 1000;
const MONDAY = 1;

/** When the next digest after `now` is due, ISO; null for who is told at once. */
export function nextDue(pace: Pace, now: Date): string | null {
  if (pace === 'at once') return null;
  const due = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), HOUR));
  while (due <= now || (pace === 'weekly' && due.getUTCDay() !== MONDAY)) due.setTime(due.getTime() + DAY_MS);
  return due.toISOString();
}
