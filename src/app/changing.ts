import type { Config } from '../config.ts';
import { UserError } from '../errors.ts';
import { followCollection } from '../ingest/watch/follow-collection.ts';
import type { EmbeddingModel } from '../providers/embeddings/embedding-model.ts';
import { createIntactStore } from '../store/intact.ts';
import type { VectorIndex } from '../store/ports.ts';
import type { App } from './capabilities.ts';
import type { AppLog } from './create-log.ts';
import { createAddSources, dropFeed, readFeeds } from './sources/add-sources.ts';
import { createCheckSources } from './sources/check-sources.ts';
import { createCorrecting } from './sources/correct.ts';
import { createIngestAll } from './sources/ingest-all.ts';
import { openReader } from './sources/open-reader.ts';
import { createReadByTables } from './sources/read-by-tables.ts';
import { createRemove, createRetract } from './sources/remove-articles.ts';
import { openStater } from './sources/restate.ts';
import type { OpenedStore } from './stores/open-store.ts';
import { createQueue } from './stores/queue-lock.ts';
import type { CurrentTables } from './tables/current-tables.ts';
import { createEditing } from './tables/edit-tables.ts';
import { createExportTables } from './tables/export-tables.ts';
import { createRedraft } from './tables/redraft.ts';

interface ChangingDependencies {
  readonly config: Config;
  readonly opened: OpenedStore;
  readonly log: AppLog;
  readonly embeddings: EmbeddingModel;
  readonly index: VectorIndex;
  readonly tables: CurrentTables;
  /** Resolves when what is stored has vectors of these embeddings. */
  readonly embeddedAgain: (signal?: AbortSignal) => Promise<void>;
  /** Told why other processes did not hear of edited tables. */
  readonly onTablesNotTold: (error: unknown) => void;
  /** Aborted when all is closed. */
  readonly closing: AbortSignal;
}

/** All that changes articles, or what is read off them: one at a time, whoever asks and in whichever process. */
export function createChanging(dependencies: ChangingDependencies) {
  const { config, opened, log, embeddings, index, tables, embeddedAgain } = dependencies;
  const { role, collectionDir } = config;
  const { store } = opened;
  const intact = createIntactStore({ store, log });
  const onWait = (message: string): void => log.warn(message);
  const lock = createQueue(async (signal, onLost) => {
    if (store.readOnly !== null) throw new UserError(store.readOnly);
    if (role === 'gateway') throw new UserError(ONLY_ACKNOWLEDGES);
    return opened.lock({ onWait, ...(signal ? { signal } : {}), ...(onLost ? { onLost } : {}) });
  });
  /** Kept, so that hosts get their pauses and `robots.txt` is not asked for again. */
  const reader = openReader(config);
  const redraft = createRedraft({ store: intact, embeddings, tables, lock, log });
  const readBy = createReadByTables({ store, tables });
  const ingest = createIngestAll({
    collectionDir,
    store,
    reader,
    embeddings,
    index,
    tables,
    lock,
    redraft,
    readBy,
    embeddedAgain,
    log,
  });
  const removeOnly = createRemove({ store, index, lock });
  const remove: App['remove'] = async (...asked) => {
    const removed = await removeOnly(...asked);
    await tables.answering.upToDate();
    return removed;
  };
  const editing = createEditing({
    store: intact,
    lock,
    // Another process may have written edits into the files.
    base: () => tables.readAgain(),
    async adopt(kept) {
      await tables.adopt(kept);
      await opened.tell().catch(dependencies.onTablesNotTold);
    },
    log,
    now,
    signal: dependencies.closing,
  });

  const changes = {
    ...createCorrecting({ store, tables, lock, now }),
    editTables: (...asked) => editing.edit(...asked),
    undoTableEdit: (...asked) => editing.undo(...asked),
    tableEdits: () => editing.edits(),
    exportTables: createExportTables({ collectionDir, store, lock, base: () => tables.fromFiles() }),
    ingest,
    tablesDiffer: () => readBy.differs(),
    async watch(signal) {
      if (store.readOnly !== null) return;
      await followCollection({ collectionDir, ingest, feeds: () => readFeeds(store), log }, signal);
    },
    addSources: createAddSources({ store, ingest }),
    checkSources: createCheckSources({
      store,
      reader,
      state: () => openStater(tables.answering.tables.actors, tables.answering.tables.topics),
    }),
    remove,
    retract: createRetract({ store, remove, now }),
    feeds: () => readFeeds(store),
    dropFeed: (url) => dropFeed(store, url),
  } satisfies Partial<App>;
  return { changes, close: () => reader.close() };
}

const now = (): Date => new Date();

const ONLY_ACKNOWLEDGES =
  'A process with ROLE=gateway changes no articles: leave that to one with ROLE=ingest or ROLE=answers.';
