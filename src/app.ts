import { createAnswering, createAnswers } from './app/answering.ts';
import type { App } from './app/capabilities.ts';
import { createChanging } from './app/changing.ts';
import type { AppLog } from './app/create-log.ts';
import { createModels, type Models, openFormerEmbeddings } from './app/models/models.ts';
import { NO_INDEX, createUpToDateSearch, openIndex } from './app/stores/open-index.ts';
import { openStore } from './app/stores/open-store.ts';
import { createCurrentTables } from './app/tables/current-tables.ts';
import { createListSources } from './answer/browse/list-stored.ts';
import { createContext } from './answer/browse/quote-context.ts';
import type { Config } from './config.ts';
import { readCollection } from './ingest/collection.ts';
import { createReembed } from './ingest/reembed.ts';
import { createCurrentEmbeddings } from './providers/embeddings/current.ts';

export type { App } from './app/capabilities.ts';
export type { AppLog } from './app/create-log.ts';

/**
 * The composition root: opens what the settings name and joins it; `close` closes all of it.
 *
 * @param shared models that are closed by who opened them; without them, the app has its own
 * @throws UserError for a collection or store that cannot be used
 */
export async function createApp(config: Config, log: AppLog, shared?: Models): Promise<App> {
  // Its thread loads the model while the rest is read here.
  const models = shared ?? createModels(config);
  const closeModels = async (): Promise<void> => {
    if (shared === undefined) await models.close();
  };
  try {
    return await joinApp(config, models, log, closeModels);
  } catch (error) {
    await closeModels();
    throw error;
  }
}

async function joinApp(
  config: Config,
  models: Models,
  log: AppLog,
  closeModels: () => Promise<void>,
): Promise<App> {
  const { role, collectionDir } = config;
  const closing = new AbortController();
  const warnOf = (what: string) => (error: unknown) => {
    if (!closing.signal.aborted)
      log.warn(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  };

  // What is kept, and what makes and finds vectors of it.
  const listed = await readCollection(collectionDir);
  const opened = await openStore(config);
  const { store } = opened;
  if (store.readOnly !== null) log.warn(store.readOnly);
  const closeStore = async (error: unknown): Promise<never> => {
    await store.close();
    throw error;
  };
  const embeddings = await models.embeddings(store).catch(closeStore);
  const isSearched = role === 'all' || role === 'answers';
  const index = isSearched ? await openIndex(opened, config, log).catch(closeStore) : NO_INDEX;
  const upToDate = createUpToDateSearch({ index, store, log });
  const current = createCurrentEmbeddings({
    embeddings,
    openFormer: (stamp) => openFormerEmbeddings(config, stamp),
    store,
    log,
  });
  const reembed = createReembed({ store, embeddings, log, now: () => performance.now() });
  const reembedded = upToDate.opened
    // Where several processes answer, what they answer from is made by one.
    .then(() => (role === 'all' || role === 'ingest' ? reembed(closing.signal) : false))
    .then((changed) => (changed ? index.sync() : undefined))
    .catch(warnOf('embedding again did not succeed'));

  // What answers, by the sides, people and topics as they are at that moment.
  const finding = {
    store,
    index: upToDate,
    embedQuestion: current.embedQuestion.bind(current),
    openModel: models.languageModel,
    reranker: await models.reranker(),
    log,
  };
  const tables = await createCurrentTables({
    collectionDir,
    listed,
    store,
    answerBy: (made) => createAnswering(finding, made),
  });
  const warnOfTables = warnOf('edited tables were not taken up');
  // What another process ingested or edited is in before somebody asks.
  const stopListening = opened.listen(() => {
    void index.sync().catch(() => undefined);
    void tables.adoptOthers().catch(warnOfTables);
  });

  const changing = createChanging({
    config,
    opened,
    log,
    embeddings,
    index,
    tables,
    async embeddedAgain(signal) {
      await reembedded;
      // Does nothing but where that failed.
      await reembed(signal);
    },
    onTablesNotTold: warnOfTables,
    closing: closing.signal,
  });

  return {
    get sides() {
      return tables.answering.tables.actors.sides;
    },
    get actors() {
      return tables.answering.tables.actors.actors;
    },
    get topics() {
      return tables.answering.tables.topics;
    },
    composes: tables.answering.compose !== null,
    ...createAnswers(() => tables.answering),
    context: createContext({ store }),
    sources: createListSources({ store }),
    revision: async () => (await store.revision()) + tables.adopted,
    ...changing.changes,
    note: (name) => store.note(name),
    setNote: (name, value) => store.setNote(name, value),
    remember: (key, value, keepMs) => store.remember(key, value, keepMs),
    recall: (key) => store.recall(key),
    async close() {
      closing.abort(new Error('closed'));
      await reembedded;
      await stopListening();
      await Promise.all([current.close(), index.close(), changing.close()]);
      await closeModels();
      await store.close();
    },
  };
}
