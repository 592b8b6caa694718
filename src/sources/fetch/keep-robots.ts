import robotsParser from 'robots-parser';
import { AGENT } from './send-request.ts';

/** A `robots.txt` is kept for a day at most (RFC 9309, 2.4). */
const KEPT_MS = 86_400_000;
const MOST_KEPT = 500;

/**
 * Gives the `robots.txt` of an origin as it was told within a day, those of the last hosts; what could not be told is asked
 * again. Whoever asks meanwhile waits for the same request, and is thrown what `ask` throws.
 */
export function keepRobots(
  ask: (origin: string) => Promise<Robots>,
  now: () => Date,
): (origin: string) => Promise<Robots> {
  const kept = new Map<string, { robots: Promise<Robots>; until: number }>();
  return (origin) => {
    const known = kept.get(origin);
    if (known && known.until > now().getTime()) return known.robots;
    const robots = ask(origin);
    kept.delete(origin);
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(origin, { robots, until: now().getTime() + KEPT_MS });
    robots.catch(() => kept.delete(origin));
    return robots;
  };
}

/** What a host's `robots.txt` says. */
export interface Robots {
  readonly isAllowed: (url: string) => boolean;
  /** The pause that it asks for, in ms, within reason; 0 for none. */
  readonly pauseMs: number;
}

/** Longer pauses are not waited for. */
const MOST_PAUSE_MS = 30_000;

/** For hosts that have none. */
export const ALL_ALLOWED: Robots = { isAllowed: () => true, pauseMs: 0 };

/** @param url of the `robots.txt` itself */
export function readRobots(url: string, text: string): Robots {
  const robots = robotsParser(url, text);
  const seconds = robots.getCrawlDelay(AGENT) ?? 0;
  return {
    isAllowed: (page) => robots.isAllowed(page, AGENT) !== false,
    pauseMs: seconds > 0 ? Math.min(seconds * 1000, MOST_PAUSE_MS) : 0,
  };
}
