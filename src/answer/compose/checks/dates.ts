import type { Evidence } from '../../../domain/answer.ts';

/** A date as a text gives it; null for what it leaves open. */
interface DateGiven {
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number | null;
}

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'.split('|');
// "May" is a month beside a number or after "in" only; "may" is a verb.
const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May(?=\\.? \\d)|(?<=\\d(?:st|nd|rd|th)? )May|(?<=\\b[Ii]n )May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const WRITTEN = new RegExp(
  `(?:\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? )?\\b${MONTH}\\b\\.?(?: (\\d{1,2})(?:st|nd|rd|th)?\\b)?(?:,? ((?:19|20)\\d{2}))?`,
  'g',
);
const ISO = /\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b/g;
const WEEKDAY = /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g;
const SEASON = /\b(?:(?:early|mid|late)[- ])?(?:spring|summer|autumn|winter)\b/gi;
/** Days that move with whoever says them. */
const RELATIVE =
  /\b(?:yesterday|today|tomorrow|tonight|(?:last|next|this|previous|following|every|each) (?:hour|week|weekend|month|year|day|morning|evening|night))\b/gi;

interface DatesRead {
  readonly dates: readonly DateGiven[];
  /** Weekdays, seasons and days that move, in lower case. */
  readonly days: readonly string[];
  /** The text without its dates: what numbers are left count something. */
  readonly rest: string;
}

/** Takes the dates out of a text. */
export function readDates(text: string): DatesRead {
  const dates: DateGiven[] = [];
  const days: string[] = [];
  const rest = text
    .replace(ISO, (_, year: string, month: string, day: string) => {
      dates.push({ year: Number(year), month: Number(month), day: Number(day) });
      return ' ';
    })
    .replace(WRITTEN, (_, before?: string, month = '', after?: string, year?: string) => {
      const day = before ?? after;
      dates.push({
        year: year === undefined ? null : Number(year),
        month: MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1,
        day: day === undefined ? null : Number(day),
      });
      return ' ';
    });
  for (const [day] of [WEEKDAY, RELATIVE, SEASON].flatMap((form) => [...text.matchAll(form)]))
    days.push(day.toLowerCase());
  return { dates, days, rest };
}

function publishedOf({ published }: Evidence): { date: DateGiven; weekday: string } | null {
  const [date] = readDates(published ?? '').dates;
  if (!date) return null;
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
  return { date, weekday: weekday.format(new Date(`${published}T00:00:00Z`)).toLowerCase() };
}

/** Whether every date and day of the claim is in the evidence, or is the day that its article was published. */
export function datesHold(claim: string, cited: readonly Evidence[]): boolean {
  const { dates, days } = readDates(claim);
  if (dates.length === 0 && days.length === 0) return true;
  const published = cited.flatMap((item) => publishedOf(item) ?? []);
  const read = cited.map(({ text }) => readDates(text));
  const years = new Set(published.map(({ date }) => date.year));
  const given = [...read.flatMap((one) => one.dates), ...published.map(({ date }) => date)];
  const daysGiven = new Set([...read.flatMap((one) => one.days), ...published.map(({ weekday }) => weekday)]);
  const holds = (date: DateGiven): boolean =>
    given.some(
      ({ year, month, day }) =>
        month === date.month &&
        (date.day === null || day === date.day) &&
        (date.year === null || (year === null ? years.has(date.year) : year === date.year)),
    );
  return dates.every(holds) && days.every((day) => daysGiven.has(day));
}
