import { setTimeout as pauseFor } from 'node:timers/promises';
import { readSourceList } from '../ingest/read-source-list.ts';
import type { App } from './capabilities.ts';
import type { AppLog } from './create-log.ts';

const LOOK_FOR_FEEDS_EVERY_MS = 60_000;
/** So many looks, and those are looked at that are not open. */
const LOOKS_AT_ALL = 10;

interface FollowFeedsDependencies {
  /** Does work in the collection of that key; one that this alone uses is closed soon where `prolongs` is false. */
  readonly use: <T>(
    key: string,
    work: (app: App) => Promise<T>,
    options?: { readonly prolongs?: boolean },
  ) => Promise<T>;
  readonly keys: () => Promise<readonly string[]>;
  readonly openKeys: () => Iterable<string>;
  /** Aborted when the collection of that key is closed or removed. */
  readonly stopOf: (key: string) => AbortSignal | undefined;
  readonly folder: (key: string) => string;
  readonly log: Pick<AppLog, 'warn'>;
}

/** Follows the feeds of servers' collections until the signal, each in its collection, which stays open for it. */
export function createFollowFeeds({ use, keys, openKeys, stopOf, folder, log }: FollowFeedsDependencies) {
  async function hasFeeds(key: string): Promise<boolean> {
    try {
      const added = await use(key, (app) => app.feeds(), { prolongs: false });
      return added.length > 0 || (await readSourceList(folder(key))).feeds.length > 0;
    } catch (error) {
      log.warn(`the feeds of a collection are not known: ${String(error)}`);
      return false;
    }
  }

  /** Until the signal, or its removal. */
  async function watchOne(key: string, signal: AbortSignal): Promise<void> {
    await use(key, async (app) => {
      const stop = stopOf(key);
      await app.watch(stop ? AbortSignal.any([signal, stop]) : signal);
    });
  }

  return async (signal: AbortSignal): Promise<void> => {
    const watched = new Map<string, Promise<void>>();
    for (let look = 0; !signal.aborted; look++) {
      // Another process may have added a feed to one that is not open here.
      for (const key of look % LOOKS_AT_ALL === 0 ? await keys() : openKeys()) {
        if (watched.has(key) || !(await hasFeeds(key))) continue;
        const watching = watchOne(key, signal)
          .catch((error: unknown) => log.warn(`a collection is not followed: ${String(error)}`))
          .finally(() => watched.delete(key));
        watched.set(key, watching);
      }
      await pauseFor(LOOK_FOR_FEEDS_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
    await Promise.all(watched.values());
  };
}
