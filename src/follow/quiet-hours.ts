/** Hours of the day in a time zone: from the first to before the last, over midnight where the first is later. */
export interface QuietHours {
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
