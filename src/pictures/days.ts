const DAY_MS = 24 * 60 * 60 * 1000;

/** Days since 1970 of a date like "2022-01-11"; null for anything else. */
export function dayOf(published: string | null): number | null {
  if (published === null || !/^\d{4}-\d{2}-\d{2}$/.test(published)) return null;
  const time = Date.parse(`${published}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / DAY_MS;
}

/** Midnight (UTC) at which that day begins. */
export function dateOf(day: number): Date {
  return new Date(day * DAY_MS);
}
