const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const FORMS: readonly RegExp[] = [
  // 2022-01-11, 2022-01-11T08:00:00+01:00, 2022/1/11 08:00, 20220111
  /^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?!\d)/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:T?\d{4,6})?(?:Z|[+-]\d|$)/,
  // 11 January 2022, Tue, 11 Jan 2022 08:00:00 GMT, 11th of January, 2022
  /\b(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -](?<name>\p{L}{3,9})\.?,?[ -](?<year>\d{4})\b/u,
  // January 11, 2022, Jan. 11th 2022
  /\b(?<name>\p{L}{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})\b/u,
];

/**
 * The day that a date or date-time says, as `YYYY-MM-DD` and in its own time zone; null for what says none for certain
 * (11/1/2022 is two days). Months are English.
 */
export function readDate(written: string): string | null {
  const text = written.trim().replace(/\s+/g, ' ').slice(0, 200);
  for (const form of FORMS) {
    const groups = form.exec(text)?.groups;
    if (!groups) continue;
    const month = groups['name']
      ? MONTHS.indexOf(groups['name'].slice(0, 3).toLowerCase()) + 1
      : Number(groups['month']);
    const day = dayOf(Number(groups['year']), month, Number(groups['day']));
    if (day !== null) return day;
  }
  return null;
}

/** Null for a day that there never was. */
function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
