import type { Pace } from '../domain/follow.ts';

/** Hours of the day in a time zone: from the first to before the last, over midnight where the first is later. */
interface QuietHours {
  readonly from: number;
  readonly to: number;
  /** An IANA name. */
  readonly zone: string;
}

/** Reads "22-7", or "22-7 Europe/Berlin" (UTC without a zone); null for what is none. */
export function readQuietHours(text: string): QuietHours | null {
  const match = /^\s*(\d{1,2})(?::00)?\s*[-–]\s*(\d{1,2})(?::00)?(?:\s+(\S+))?\s*$/.exec(text);
  if (!match) return null;
  const [from, to, zone] = [Number(match[1]), Number(match[2]) % 24, match[3] ?? 'UTC'];
  return from < 24 && Number(match[2]) <= 24 && from !== to && isZone(zone) ? { from, to, zone } : null;
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Whether nothing is to be told at that time. */
export function isQuiet(now: Date, text: string | null): boolean {
  const hours = text === null ? null : readQuietHours(text);
  if (hours === null) return false;
  const { from, to, zone } = hours;
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' });
  const hour = Number(parts.formatToParts(now).find(({ type }) => type === 'hour')?.value);
  return from < to ? from <= hour && hour < to : hour >= from || hour < to;
}

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
