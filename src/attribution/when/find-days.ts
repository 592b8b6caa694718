import { casual, type ParsedResult } from 'chrono-node/en';
import type { StatementTime } from '../../domain/statement.ts';
import type { Span } from '../../text/span.ts';

/** A day that a text names, and where. */
export interface NamedDay extends Span {
  readonly time: StatementTime;
}

/** Texts without one of these name no day: a look before the long one. */
const MAY_NAME_A_DAY =
  /\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:jan|febr?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*|today|yesterday|tonight|this (?:morning|afternoon|evening)|last (?:night|week|month|year)|ago|earlier|\d{4}-\d{2}-\d{2})\b/i;
/** So long before the reference: a day that is near enough to stand in the right place of a timeline. */
const BACK = /\b(?:days?|weeks?|months?|years?) (?:ago|earlier)$|^last (?:week|month|year)$/i;
/** The same day, without a day's name. */
const SAME_DAY = /^this (?:morning|afternoon|evening)$/i;
/** A month that is a time, not a verb or a procession: "in March", "in late May". */
const IN_MONTH = /\b(?:in|last)\s+(?:(?:early|late|mid)[\s-]+)?$/i;
/** Longer than a day, or none: "in recent months", "now". */
const NO_DAY = /\b(?:weeks?|months?|years?|decades?|quarters?|weekend|now|next|coming|hours?|minutes?)\b/i;
/** "11/01/2022" is another day on the other side of the sea. */
const EITHER_WAY = /^\D*\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/;
const DAY_MS = 86_400_000;

const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day of a find, before or at the reference's; null where it names none, or one to come. */
function dayOf(
  { text, start, index }: ParsedResult,
  whole: string,
  reference: string | null,
): StatementTime | null {
  const full = start.isCertain('year') && /\d{4}/.test(text);
  const inMonth = start.isCertain('month') && !start.isCertain('day') && IN_MONTH.test(whole.slice(0, index));
  const near = BACK.test(text) || SAME_DAY.test(text);
  const named = start.isCertain('day') || start.isCertain('weekday') || inMonth || near;
  if (!named || (NO_DAY.test(text) && !near) || EITHER_WAY.test(text)) return null;
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
  if (year === null || month === null || day === null) return null;
  const time = Date.UTC(year, month - 1, day);
  if (full) return { date: dateOf(time), how: 'stated' };
  if (reference === null) return null;
  const at = Date.parse(`${reference}T00:00:00Z`);
  if (time <= at) return { date: dateOf(time), how: 'worked out' };
  // What was said lies behind: "on Friday" is the last one, "December 30" last year's.
  if (!start.isCertain('day') && !inMonth) return { date: dateOf(time - 7 * DAY_MS), how: 'worked out' };
  const lastYear = Date.UTC(year - 1, month - 1, day);
  return start.isCertain('year') ? null : { date: dateOf(lastYear), how: 'worked out' };
}

/** Whether a text may name a day: never wrong where it says that it does not. Without a reference only a year tells one. */
export const mayNameADay = (text: string, reference: string | null): boolean =>
  MAY_NAME_A_DAY.test(text) && (reference !== null || /\d{4}/.test(text));

/**
 * The days that `text` names, in order: `stated` with their year, else `worked out` from `reference` (YYYY-MM-DD), the day
 * on or before it; without a reference only stated ones.
 */
export function findDays(text: string, reference: string | null): NamedDay[] {
  if (!mayNameADay(text, reference)) return [];
  const instant = new Date(`${reference ?? '2000-01-01'}T12:00:00Z`);
  return casual.parse(text, { instant, timezone: 0 }).flatMap((result) => {
    const time = dayOf(result, text, reference);
    return time ? [{ start: result.index, end: result.index + result.text.length, time }] : [];
  });
}
