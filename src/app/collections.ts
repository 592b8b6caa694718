import { createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { UserError } from '../errors.ts';
import type { App } from './capabilities.ts';
import type { AppLog } from './create-log.ts';
import { createFollowFeeds } from './follow-feeds.ts';
import { createModels } from './models/models.ts';
import { createCollectionFolders } from './stores/collection-folders.ts';

const CLOSE_AFTER_MS = 10 * 60_000;
const MOST_IDLE = 16;

/**
 * The operator's collection, and those of servers: each of these lies in a folder of its own, with its store, index and
 * articles, so that nothing which is asked of one can be answered from another.
 */
export interface Collections {
  /** The operator's own. */
  readonly shared: App;
  /** Why servers can have none of their own; null where they can. */
  readonly refusal: string | null;
  /** Makes an empty one and gives its key. Throws `UserError` where servers can have none. */
  make(): Promise<string>;
  /**
   * Does work in the collection of that key, opened for it; throws `UserError` where there is none. It stays open for a while,
   * unless `prolongs` is false.
   */
  use<T>(key: string, work: (app: App) => Promise<T>, options?: { readonly prolongs?: boolean }): Promise<T>;
  /** Whether there is one of that key. */
  has(key: string): boolean;
  /** The keys of those that are open now. */
  openKeys(): readonly string[];
  /** The keys of all there are. */
  keys(): Promise<readonly string[]>;
  /** From now on there is none of that key; its folder goes as soon as nobody works in it. */
  remove(key: string): Promise<void>;
  /** Follows the feeds of all of them until the signal, the operator's own apart. */
  watch(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export interface CollectionsOptions {
  /** How long one stays open that nobody uses. */
  readonly closeAfterMs?: number;
  /** How many of those stay open at most. */
  readonly mostIdle?: number;
}

interface Opened {
  readonly app: Promise<App>;
  readonly stop: AbortController;
  users: number;
  /** When it is closed if nobody uses it until then, in milliseconds of `performance.now()`. */
  until: number;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Opens the operator's collection, and each other one when it is first used; the models are shared.
 *
 * @throws UserError as `createApp` does
 */
export async function createCollections(
  config: Config,
  log: AppLog,
  { closeAfterMs = CLOSE_AFTER_MS, mostIdle = MOST_IDLE }: CollectionsOptions = {},
): Promise<Collections> {
  const models = createModels(config);
  const shared = await createApp(config, log, models).catch(async (error: unknown) => {
    await models.close();
    throw error;
  });
  const refusal = refusalOf(config);
  const folders = createCollectionFolders(config);
  const { folder, isThere } = folders;
  /** By key, the one that was used last at the end. */
  const opened = new Map<string, Opened>();
  const closing = new Map<string, Promise<void>>();

  async function keys(): Promise<readonly string[]> {
    return refusal === null ? folders.keys() : [];
  }

  function close(key: string, { app, stop, timer }: Opened): Promise<void> {
    opened.delete(key);
    clearTimeout(timer);
    stop.abort(new Error('closed'));
    const closed = app
      .then((one) => one.close())
      .catch(() => undefined)
      .then(() => folders.clear(key))
      .catch((error: unknown) => log.warn(`${folder(key)} could not be removed: ${String(error)}`))
      .finally(() => closing.delete(key));
    closing.set(key, closed);
    return closed;
  }

  function release(key: string, one: Opened): void {
    one.users--;
    if (one.users > 0) return;
    if (!isThere(key)) {
      void close(key, one);
      return;
    }
    const leftMs = Math.max(0, one.until - performance.now());
    one.timer = setTimeout(() => void close(key, one), leftMs).unref();
    const idle = [...opened].filter(([, { users }]) => users === 0);
    for (const [old, other] of idle.slice(0, Math.max(0, idle.length - mostIdle))) void close(old, other);
  }

  async function use<T>(
    key: string,
    work: (app: App) => Promise<T>,
    { prolongs = true }: { readonly prolongs?: boolean } = {},
  ): Promise<T> {
    if (refusal !== null) throw new UserError(refusal);
    // Opened again only when what was open is closed: one index is saved into one folder.
    while (closing.has(key)) await closing.get(key);
    if (!isThere(key)) throw new UserError(NONE);
    const one = opened.get(key) ?? open(key);
    if (prolongs || !opened.has(key)) {
      opened.delete(key);
      opened.set(key, one);
    }
    one.users++;
    clearTimeout(one.timer);
    try {
      return await work(await one.app);
    } catch (error) {
      throw withoutKey(key, error);
    } finally {
      if (prolongs) one.until = performance.now() + closeAfterMs;
      if (opened.get(key) === one) release(key, one);
    }
  }

  /** Whoever knows a key may read by it, so what somebody is told has none. */
  function withoutKey(key: string, error: unknown): unknown {
    if (!(error instanceof UserError) || !error.message.includes(key)) return error;
    log.warn(error.message);
    return new UserError(UNUSABLE);
  }

  function open(key: string): Opened {
    // What the operator lets be fetched beside public addresses is theirs, not that of whoever manages a server.
    const own = { ...config, dataDir: folder(key), collectionDir: folder(key), fetchAllow: [] };
    const app = createApp(own, log, models);
    const one: Opened = { app, stop: new AbortController(), users: 0, until: 0, timer: undefined };
    // One that cannot be opened is tried anew by who comes next.
    app.catch(() => opened.get(key) === one && opened.delete(key));
    return one;
  }

  await folders.clearLeft();
  return {
    shared,
    refusal,
    has: (key) => refusal === null && isThere(key),
    keys,
    openKeys: () => [...opened.keys()],
    use,
    async make() {
      if (refusal !== null) throw new UserError(refusal);
      return folders.make();
    },
    async remove(key) {
      if (!isThere(key)) return;
      await folders.markGone(key);
      const one = opened.get(key);
      one?.stop.abort(new Error('removed'));
      if (one === undefined) await folders.clear(key);
      else if (one.users === 0) await close(key, one);
    },
    watch: createFollowFeeds({
      use,
      keys,
      openKeys: () => opened.keys(),
      stopOf: (key) => opened.get(key)?.stop.signal,
      folder,
      log,
    }),
    async close() {
      await Promise.all([...opened].map(([key, one]) => close(key, one)));
      await Promise.all(closing.values());
      await shared.close();
      await models.close();
    },
  };
}

/** Why servers can have no collection of their own with these settings; null where they can. */
export function refusalOf({ databaseUrl }: Pick<Config, 'databaseUrl'>): string | null {
  return databaseUrl === null ? null : ON_A_SERVER;
}

const UNUSABLE =
  'That collection cannot be used now; whoever runs me finds in the log what is wrong with it.';
const NONE = 'There is no such collection any more; /parley collection shows those of this server.';
const ON_A_SERVER =
  'Servers can have collections of their own where Parley keeps its store in a file: this one keeps it in a database (DATABASE_URL).';
