import { hostname } from 'node:os';
import path from 'node:path';
import type { Config } from '../../config.ts';
import { acquireIngestLock, type LockOptions } from '../../store/lock.ts';
import type { Store, VectorIndex } from '../../store/ports.ts';
import { openSqliteStore } from '../../store/sqlite/store.ts';
import type { AppLog } from '../create-log.ts';
import { indexFolder, storePath } from './places.ts';

/** The settings' store, and what goes with where it is. */
export interface OpenedStore {
  readonly store: Store;
  /** The same for this machine's vector index: on a server, the indexes of several machines have a name each. */
  readonly indexed: Store;
  /** The index that the server keeps; null where it keeps none, and each machine has its own. */
  readonly openServerIndex: (log: AppLog) => Promise<VectorIndex | null>;
  /** Makes this the one process that ingests into it. */
  readonly lock: (options: LockOptions) => Promise<() => void>;
  /** Calls back for what any process changed in its articles or told; resolves to what ends it. */
  readonly listen: (changed: () => void) => () => Promise<void>;
  /** Calls all who listen, though no article changed. */
  readonly tell: () => Promise<void>;
}

const nothing = async (): Promise<void> => undefined;
const none = async (): Promise<null> => null;

/** Opens the file in the data folder, or connects to the server of `DATABASE_URL`. Rejects with `UserError` as they do. */
export async function openStore(config: Pick<Config, 'dataDir' | 'databaseUrl'>): Promise<OpenedStore> {
  const { dataDir, databaseUrl: url } = config;
  if (url === null) {
    const store = await openSqliteStore({ path: storePath(config) });
    const lock = (options: LockOptions) => acquireIngestLock(dataDir, options);
    // Each question looks at the file.
    return { store, indexed: store, openServerIndex: none, lock, listen: () => nothing, tell: nothing };
  }
  // Whoever keeps a file does not wait for the driver.
  const [{ openPostgresStore }, { acquireServerLock }, { listenForChanges, tellChange }] = await Promise.all([
    import('../../store/postgres/postgres-store.ts'),
    import('../../store/postgres/server-lock.ts'),
    import('../../store/postgres/tell-changes.ts'),
  ]);
  const store = await openPostgresStore(url);
  const own = (name: string): string => `${name} of ${hostname()}:${path.resolve(indexFolder(config))}`;
  return {
    store,
    indexed: {
      ...store,
      note: (name) => store.note(own(name)),
      setNote: (name, value) => store.setNote(own(name), value),
    },
    async openServerIndex(log) {
      const { openPgvectorIndex } = await import('../../store/postgres/vector/pgvector-index.ts');
      return openPgvectorIndex({ url, log });
    },
    lock: (options) => acquireServerLock(url, options),
    listen: (changed) => listenForChanges(url, changed),
    tell: () => tellChange(url),
  };
}
