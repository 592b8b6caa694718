import robotsParser from 'robots-parser';
import { AGENT } from './send-request.ts';

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
