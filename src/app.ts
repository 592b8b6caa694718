import { createAnswering, type Tables } from './app/answering.ts';
import { chooseTables } from './app/tables/choose-tables.ts';
import { readKeptDrafts } from './app/tables/kept-drafts.ts';
import { createEditing } from './app/tables/edit-tables.ts';
import { createExportTables } from './app/tables/export-tables.ts';
import { readEdits } from './app/tables/kept-edits.ts';
import { createRedraft } from './app/tables/redraft.ts';
import { openStater, restate } from './app/sources/restate.ts';
import { openFormerEmbeddings } from './app/models/embeddings.ts';
import { createModels, type Models } from './app/models/models.ts';
import { NO_INDEX } from './app/not-searched.ts';
import { openIndex } from './app/stores/open-index.ts';
import { openStore } from './app/stores/open-store.ts';
import { forget } from './app/stores/forget.ts';
import { openReader } from './app/sources/reader.ts';
import { createAddSources } from './app/sources/add-sources.ts';
import { dropFeed, readFeeds } from './app/sources/added-feeds.ts';
import { createCheckSources } from './app/sources/check-sources.ts';
import { createRetract } from './app/sources/retract.ts';
import { createQueue } from './app/stores/queue-lock.ts';
import { createRemove } from './app/sources/remove-articles.ts';
import { createUpToDateSearch } from './app/search.ts';
import { createContext } from './answer/browse/quote-context.ts';
import { createListSources } from './answer/browse/list-sources.ts';
import { createCorrections } from './attribution/make-corrections.ts';
import { STATEMENTS_VERSION } from './attribution/statements-version.ts';
import { applyEdits } from './collect/edits/apply-edits.ts';
import type { Config } from './config.ts';
import { UserError } from './errors.ts';
import { readCollection } from './ingest/collection.ts';
import { followCollection } from './ingest/watch/follow-collection.ts';
import { createIngest, type IngestReport } from './ingest/ingest.ts';
import { collectionSources } from './ingest/read-source-list.ts';
import { createReembed } from './ingest/reembed.ts';
import { createCurrentEmbeddings } from './providers/embeddings/current.ts';
import { createIntactStore } from './store/intact.ts';
import type { EmbeddingStamp } from './store/ports.ts';
import type { App, AppLog } from './app/capabilities.ts';

export type { App, AppLog } from './app/capabilities.ts';

/**
 * The composition root: opens what the settings name and joins it; `close` closes all of it.
 *
 * @param shared models that are closed by who opened them; without them, the app has its own
 * @throws UserError for a collection or store that cannot be used
 */
export async function createApp(config: Config, log: AppLog, shared?: Models): Promise<App> {
  // Its thread loads the model while the rest is read here.
  const models = shared ?? createModels(config);
  try {
    return await joinApp(config, models, log, async () => {
      if (shared === undefined) await models.close();
    });
  } catch (error) {
    if (shared === undefined) await models.close();
    throw error;
  }
}

async function joinApp(
  config: Config,
  models: Models,
  log: AppLog,
  closeModels: () => Promise<void>,
): Promise<App> {
  let listed = await readCollection(config.collectionDir);
  const opened = await openStore(config);
  const { store } = opened;
  if (store.readOnly !== null) log.warn(store.readOnly);
  const { role } = config;
  const embeddings = await models.embeddings(store).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const index =
    role === 'all' || role === 'answers'
      ? await openIndex(opened, config, log).catch(async (error: unknown) => {
          await store.close();
          throw error;
        })
      : NO_INDEX;
  const intact = createIntactStore({ store, log });
  const upToDate = createUpToDateSearch({ index, store, log });
  const openFormer = (stamp: EmbeddingStamp) => openFormerEmbeddings(config, stamp);
  const current = createCurrentEmbeddings({ embeddings, openFormer, store, log });
  const reembed = createReembed({ store, embeddings, log, now: () => performance.now() });
  const closing = new AbortController();
  const reembedded = upToDate.opened
    // Where several processes answer, what they answer from is made by one.
    .then(() => (role === 'all' || role === 'ingest' ? reembed(closing.signal) : false))
    .then((changed) => (changed ? index.sync() : undefined))
    .catch((error: unknown) => {
      if (!closing.signal.aborted) log.warn(`embedding again did not succeed: ${messageOf(error)}`);
    });
  const embedQuestion = current.embedQuestion.bind(current);
  const reranker = await models.reranker();
  const { languageModel: openModel } = models;
  const finding = { store, index: upToDate, embedQuestion, openModel, reranker, log };
  let drafts: Tables | null = listed.missing.length > 0 ? await readKeptDrafts(store) : null;
  /** What people edited, laid over what files list or drafts hold. */
  let edits = await readEdits(store);
  /** How often other edits were taken up: what was made of the tables before is old. */
  let adopted = 0;
  const lay = (tables: Tables): Tables =>
    applyEdits(
      tables,
      edits.map(({ edit }) => edit),
    );
  const joinTables = () => createAnswering(finding, lay(chooseTables(listed, drafts)));
  let answering = await joinTables();
  async function adopt(kept: typeof edits): Promise<void> {
    edits = kept;
    adopted++;
    const made = await joinTables();
    // Others may have been adopted meanwhile.
    if (edits === kept) answering = made;
  }
  /** Another process may have edited, or written edits into the files. */
  async function adoptOthers(): Promise<void> {
    const kept = await readEdits(store);
    if (JSON.stringify(kept) === JSON.stringify(edits)) return;
    listed = await readCollection(config.collectionDir);
    await adopt(kept);
  }
  const warnOfTables = (error: unknown): void => {
    if (!closing.signal.aborted) log.warn(`edited tables were not taken up: ${messageOf(error)}`);
  };
  // What another process ingested or edited is in before somebody asks.
  const stopListening = opened.listen(() => {
    void index.sync().catch(() => undefined);
    void adoptOthers().catch(warnOfTables);
  });

  const tellWait = (message: string): void => log.warn(message);
  /** Held by whoever changes articles. */
  const lock = createQueue(async (signal, onLost) => {
    if (store.readOnly !== null) throw new UserError(store.readOnly);
    if (role === 'gateway') throw new UserError(ONLY_ACKNOWLEDGES);
    return opened.lock({ onWait: tellWait, ...(signal ? { signal } : {}), ...(onLost ? { onLost } : {}) });
  });

  /** Kept, so that hosts get their pauses and `robots.txt` is not asked for again. */
  const reader = openReader(config);

  /** What the signal stops before its turn is not begun. */
  const held = async <T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    const release = await lock(signal);
    try {
      signal?.throwIfAborted();
      const done = await work();
      await answering.upToDate();
      return done;
    } finally {
      release();
    }
  };
  const restateOne = async (id: string): Promise<void> => {
    const { actors, topics } = answering.tables;
    await restate([id], await openStater(actors, topics), store);
  };
  /** Where the lock is not held, `restateBy` takes it. */
  const corrections = (restateBy = restateOne) =>
    createCorrections({
      store,
      actors: answering.tables.actors,
      restate: restateBy,
      now: () => new Date(),
    });

  const redraft = createRedraft({
    store: intact,
    embeddings,
    listed: () => listed,
    lay: async (tables) => lay(tables),
    lock,
    log,
  });
  const editing = createEditing({
    store: intact,
    lock,
    async base() {
      // Another process may have written edits into the files.
      listed = await readCollection(config.collectionDir);
      return chooseTables(listed, drafts);
    },
    async adopt(kept) {
      await adopt(kept);
      await opened.tell().catch(warnOfTables);
    },
    log,
    now: () => new Date(),
    signal: closing.signal,
  });

  const ingestAll: App['ingest'] = async (paths, options) => {
    await reembedded;
    // Does nothing but where that failed.
    await reembed(options?.signal);
    await adoptOthers();
    const { actors, topics } = answering.tables;
    const ingest = createIngest({
      store,
      reader,
      embeddings,
      extract: await openStater(actors, topics),
      // Drafts change with the articles, and what is stored with them.
      madeBy: JSON.stringify([
        STATEMENTS_VERSION,
        listed.actors,
        listed.topics,
        ...edits.map(({ edit }) => edit),
      ]),
      lock,
    });
    const isCollection = paths.length === 0;
    const articles = isCollection ? await collectionSources(config.collectionDir) : paths;
    let report: IngestReport;
    try {
      report = await ingest(articles, { again: isCollection, ...options });
    } finally {
      await reader.rest();
    }
    for (const note of report.results.flatMap(({ notes }) => notes)) log.warn(note);
    // What is not in the index yet is read in at the next start.
    if (!report.stopped) await index.sync();
    if (!report.stopped) await answering.upToDate();
    if (report.stopped || listed.missing.length === 0) return report;
    const redrafted = await redraft(options?.signal);
    if (redrafted) {
      drafts = redrafted;
      answering = await joinTables();
    }
    return report;
  };

  const removeOnly = createRemove({ store, index, lock });
  const remove: App['remove'] = async (...asked) => {
    const removed = await removeOnly(...asked);
    await answering.upToDate();
    return removed;
  };

  return {
    get sides() {
      return answering.tables.actors.sides;
    },
    get topics() {
      return answering.tables.topics;
    },
    ask: (...asked) => answering.ask(...asked),
    readNames: (text) => answering.readNames(text),
    composes: answering.compose !== null,
    compose: (answer, asked, signal) =>
      answering.compose?.(answer, asked, signal) ?? Promise.resolve({ answer, note: null, dropped: [] }),
    speaker: (...asked) => answering.speaker(...asked),
    position: (...asked) => answering.position(...asked),
    compare: (...asked) => answering.compare(...asked),
    timeline: (...asked) => answering.timeline(...asked),
    changes: (filters) => answering.changes(filters),
    latest: (...asked) => answering.latest(...asked),
    matrix: () => answering.matrix(),
    verify: (...asked) => answering.verify(...asked),
    follow: (input) => answering.follow(input),
    follows: (of) => answering.follows(of),
    unfollow: (id) => answering.unfollow(id),
    tellArrivals: (...told) => answering.tellArrivals(...told),
    askedAgain: (person) => answering.askedAgain(person),
    context: createContext({ store }),
    article: (id) => answering.article(id),
    statements: (filters) => answering.statements(filters),
    speakers: () => answering.speakers(),
    sources: createListSources({ store }),
    revision: async () => (await store.revision()) + adopted,
    correct: (input, signal) => held(() => corrections().correct(input), signal),
    undoCorrection: (id, by, signal) => held(() => corrections().undo(id, by), signal),
    corrections: () => corrections().corrections(),
    get actors() {
      return answering.tables.actors.actors;
    },
    editTables: (...asked) => editing.edit(...asked),
    undoTableEdit: (...asked) => editing.undo(...asked),
    tableEdits: () => editing.edits(),
    exportTables: createExportTables({
      collectionDir: config.collectionDir,
      store,
      lock,
      base: async () => chooseTables(await readCollection(config.collectionDir), drafts),
    }),
    ingest: ingestAll,
    async watch(signal) {
      if (store.readOnly !== null) return;
      const { collectionDir } = config;
      await followCollection(
        { collectionDir, ingest: ingestAll, feeds: () => readFeeds(store), log },
        signal,
      );
    },
    addSources: (names, options = {}) => createAddSources({ store, ingest: ingestAll })(names, options),
    checkSources: createCheckSources({
      store,
      reader,
      state: () => openStater(answering.tables.actors, answering.tables.topics),
    }),
    remove,
    retract: createRetract({ store, remove, now: () => new Date() }),
    feeds: () => readFeeds(store),
    dropFeed: (url) => dropFeed(store, url),
    note: (name) => store.note(name),
    setNote: (name, value) => store.setNote(name, value),
    remember: (key, value, keepMs) => store.remember(key, value, keepMs),
    recall: (key) => store.recall(key),
    forget: (ids) =>
      forget(
        {
          store,
          follows: answering,
          corrections: corrections((article) => held(() => restateOne(article))),
        },
        ids,
      ),
    async close() {
      closing.abort(new Error('closed'));
      await reembedded;
      await stopListening();
      await Promise.all([current.close(), index.close(), reader.close()]);
      await closeModels();
      await store.close();
    },
  };
}

const ONLY_ACKNOWLEDGES =
  'A process with ROLE=gateway changes no articles: leave that to one with ROLE=ingest or ROLE=answers.';

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
