type MonthStyle = 'short' | 'long';

// American English only for the names of months: the British "Sept" has a letter more than the others.
const MONTHS = {
  short: new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' }),
  long: new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }),
};

/** "11 Jan 2022" or "11 January 2022" of a date like "2022-01-11"; "undated" where the article does not show it. */
export function showDate(published: string | null, month: MonthStyle = 'short'): string {
  if (published === null || !/^\d{4}-\d{2}-\d{2}$/.test(published)) return 'undated';
  const date = new Date(`${published}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? 'undated' : showDay(date, month);
}

/** "11 Jan 2022": the day (UTC) of `date`. */
export function showDay(date: Date, month: MonthStyle = 'short'): string {
  return `${date.getUTCDate()} ${showMonth(date, month)}`;
}

/** "Jan 2022": the month (UTC) of `date`. */
export function showMonth(date: Date, month: MonthStyle = 'short'): string {
  return `${MONTHS[month].format(date)} ${date.getUTCFullYear()}`;
}
