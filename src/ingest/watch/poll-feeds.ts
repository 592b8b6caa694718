import type { IngestReport } from '../ingest.ts';

/** A feed is asked again after so long. */
const EVERY_MS = 15 * 60_000;
/** After each failure twice as long, up to a day. */
const MOST_MS = 24 * 60 * 60_000;

export interface PollDependencies {
  /** The feeds that are followed, read anew each time. */
  readonly feeds: () => Promise<readonly string[]>;
  readonly ingest: (feed: string) => Promise<IngestReport>;
  readonly log: { info(message: string): void; warn(message: string): void };
  /** In ms. */
  readonly now: () => number;
  /** Rejects with the signal's reason. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

interface Followed {
  dueAt: number;
  failures: number;
  /** What was said of it last; null while nothing is wrong. */
  reason: string | null;
}

/**
 * Reads the new items of feeds every quarter of an hour until the signal; one that fails is asked less and less often, and
 * why is said once. Resolves when the signal came.
 */
export async function pollFeeds(
  { feeds, ingest, log, now, wait }: PollDependencies,
  signal: AbortSignal,
): Promise<void> {
  const followed = new Map<string, Followed>();
  while (!signal.aborted) {
    const listed = await feeds();
    for (const feed of followed.keys()) if (!listed.includes(feed)) followed.delete(feed);
    for (const feed of listed) {
      // Those of the start have been read with the collection.
      const one = followed.get(feed) ?? { dueAt: now() + EVERY_MS, failures: 0, reason: null };
      followed.set(feed, one);
      if (one.dueAt > now()) continue;
      const reason = await pollOne(feed);
      if (signal.aborted) return;
      one.failures = reason === null ? 0 : one.failures + 1;
      one.dueAt = now() + Math.min(MOST_MS, EVERY_MS * 2 ** one.failures);
      if (reason !== null && reason !== one.reason) log.warn(reason);
      if (reason === null && one.reason !== null) log.info(`${feed} is read again.`);
      one.reason = reason;
    }
    const next = Math.min(now() + EVERY_MS, ...[...followed.values()].map(({ dueAt }) => dueAt));
    await wait(Math.max(0, next - now()), signal).catch(() => undefined);
  }

  /** Why the feed could not be read, in a sentence; null when it was. */
  async function pollOne(feed: string): Promise<string | null> {
    try {
      const { results } = await ingest(feed);
      const added = results.filter(({ outcome }) => outcome === 'added').length;
      if (added > 0) log.info(`${feed}: ${added} new article${added === 1 ? '' : 's'}.`);
      return results.find(({ path, outcome }) => path === feed && outcome === 'refused')?.reason ?? null;
    } catch (error) {
      return `${feed} could not be followed: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
}
