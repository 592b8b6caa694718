import { createAnswering, type Tables } from './app/answering.ts';
import { chooseTables } from './app/tables/choose-tables.ts';
import { readKeptDrafts } from './app/tables/kept-drafts.ts';
import { createRedraft } from './app/tables/redraft.ts';
import { openStater, restate } from './app/restate.ts';
import { openChosenEmbeddings, openFormerEmbeddings } from './app/embeddings.ts';
import type { Follows } from './app/follows.ts';
import { openStore } from './app/open-store.ts';
import { indexFolder } from './app/places.ts';
import { openReader } from './app/reader.ts';
import { createRemove, type RemoveResult } from './app/remove-articles.ts';
import { createUpToDateSearch } from './app/search.ts';
import { createContext } from './answer/browse/quote-context.ts';
import { createListSources } from './answer/browse/list-sources.ts';
import { createCorrections } from './attribution/make-corrections.ts';
import { STATEMENTS_VERSION } from './attribution/statements-version.ts';
import type { Config } from './config.ts';
import { UserError } from './errors.ts';
import type { Side } from './domain/actor.ts';
import type {
  Answer,
  ArticleView,
  CompareAnswer,
  Composed,
  Evidence,
  MatrixAnswer,
  PositionAnswer,
  QuoteContext,
  SourceRow,
  SpeakerAnswer,
  SpeakerRow,
  TimelineAnswer,
  VerifyAnswer,
} from './domain/answer.ts';
import type { ChangesAnswer, LatestAnswer } from './domain/position-change.ts';
import type { Correction, CorrectionInput, CorrectionRow } from './domain/correction.ts';
import type { Asked, Filters, Named } from './domain/question.ts';
import type { Topic } from './domain/topic.ts';
import { readCollection } from './ingest/collection.ts';
import { followCollection } from './ingest/follow-collection.ts';
import { createIngest, type IngestOptions, type IngestReport } from './ingest/ingest.ts';
import { collectionSources } from './ingest/read-source-list.ts';
import { createReembed } from './ingest/reembed.ts';
import { createCurrentEmbeddings } from './providers/embeddings/current.ts';
import { PackagedEmbeddings } from './providers/embeddings/packaged.ts';
import { createIntactStore } from './store/intact.ts';
import type { EmbeddingStamp } from './store/ports.ts';

/** What Parley can do; Discord, the command line and the web page are thin layers over it. */
export interface App extends Follows {
  readonly sides: readonly Side[];
  readonly topics: readonly Topic[];
  /**
   * Throws `UserError` for a question or filter that cannot be used; no answer is a value. Embeddings that fail are in the
   * log: the question is then answered by its words alone.
   */
  ask(question: string, filters?: Filters, signal?: AbortSignal): Promise<Answer>;
  /** What a text names and asks for, read as `ask` reads it; nothing is looked up for it but names. */
  readNames(text: string): Promise<Named>;
  /** Whether a model is set, so that `compose` may have something to add. */
  readonly composes: boolean;
  /**
   * What a model adds to an answer of `ask`: show the answer at once, and what this gives when it comes. `asked` has the
   * filters that `ask` got, and in a conversation the question before. What a model wrote is kept: the same is quick when
   * asked for again. Rejects only with the signal's reason: without a model, or when it fails, the answer is as it was.
   */
  compose(answer: Answer, asked?: Asked, signal?: AbortSignal): Promise<Composed>;
  /** Throws `UserError` for an unknown topic; an unknown name is a value with suggestions. */
  speaker(name: string, filters?: Pick<Filters, 'topic' | 'limit'>): Promise<SpeakerAnswer>;
  /** What a side said on a topic. Throws `UserError` for an unknown one. */
  position(side: string, topic: string): Promise<PositionAnswer>;
  /** Two sides on a topic; without them, the two that said most. Throws `UserError` for an unknown one. */
  compare(topic: string, sides?: readonly [string, string]): Promise<CompareAnswer>;
  /** What was said on a topic, by date. Throws `UserError` for an unknown topic, side or speaker. */
  timeline(topic: string, filters?: Pick<Filters, 'side' | 'speaker'>): Promise<TimelineAnswer>;
  /**
   * What changed in what the sides say on the topics, the oldest first; `since` and `until` are days of saying, `after` is
   * what `askedAgain` gave: only what came in since. Throws `UserError` for a filter that cannot be used.
   */
  changes(
    filters?: Pick<Filters, 'side' | 'topic' | 'since' | 'until'> & { readonly after?: number | undefined },
  ): Promise<ChangesAnswer>;
  /** What a side says on a topic as of a day (without one: now). Throws `UserError` for an unknown one. */
  latest(side: string, topic: string, filters?: Pick<Filters, 'until'>): Promise<LatestAnswer>;
  /** How much each side said on each topic, and what it mostly did there. */
  matrix(): Promise<MatrixAnswer>;
  /**
   * Whether a quote stands in the articles, and who is named with it, or in what was written `beside` it, says so. Throws
   * `UserError` for one without words.
   */
  verify(quote: string, signal?: AbortSignal, beside?: string): Promise<VerifyAnswer>;
  /** The paragraph around a quote that was shown; null when the article no longer has it there. */
  context(shown: Pick<Evidence, 'article' | 'start' | 'end' | 'text'>): Promise<QuoteContext | null>;
  /** An article with all that is said in it; null when there is none of that id. */
  article(id: string): Promise<ArticleView | null>;
  /** All that was said, newest article first. Throws `UserError` for a filter that cannot be used. */
  statements(filters?: Omit<Filters, 'limit'>): Promise<readonly Evidence[]>;
  /** Everybody with a statement, most statements first. */
  speakers(): Promise<readonly SpeakerRow[]>;
  sources(): Promise<readonly SourceRow[]>;
  /** Changes whenever the stored articles or what is said in them do, so that what was made of them can be kept. */
  revision(): Promise<number>;
  /**
   * Keeps what somebody says about whose words a statement is, and shows it so from now on. Throws `UserError` for an
   * article, words, speaker, side or note that cannot be used.
   */
  correct(input: CorrectionInput): Promise<Correction>;
  /**
   * Takes a correction back. `by` is the id of who does, who must have made it; null for who may take back any. Throws
   * `UserError` for one that there is none of, or that is somebody else's.
   */
  undoCorrection(id: number, by: string | null): Promise<Correction>;
  /** All that was corrected, oldest first, and what became of it. */
  corrections(): Promise<readonly CorrectionRow[]>;
  /** Reads files, folders, addresses of pages and feeds (without any: the collection's) into the store. */
  ingest(paths: readonly string[], options?: IngestOptions): Promise<IngestReport>;
  /**
   * Reads what is new in the collection, then what comes into its folder and its feeds, until the signal; what becomes of it
   * is in the log. A store that can only be read follows nothing.
   */
  watch(signal: AbortSignal): Promise<void>;
  /** Removes articles with their statements, vectors and corrections; a result an id, in their order. */
  remove(ids: readonly string[], signal?: AbortSignal): Promise<readonly RemoveResult[]>;
  /** Small values kept in the store by name; null when never set. */
  note(name: string): Promise<string | null>;
  setNote(name: string, value: string): Promise<void>;
  /** Keeps a value in the store for a while, in place of what was kept under that key. */
  remember(key: string, value: string, keepMs: number): Promise<void>;
  /** Null when there is none of that key, or its time is over. */
  recall(key: string): Promise<string | null>;
  close(): Promise<void>;
}

/** Where the app says what happened besides its answers. */
export interface AppLog {
  info(message: string): void;
  warn(message: string): void;
}

/**
 * The composition root: opens what the settings name and joins it; `close` closes all of it.
 *
 * @throws UserError for a collection or store that cannot be used
 */
export async function createApp(config: Config, log: AppLog): Promise<App> {
  // Its thread loads the model while the rest is read here.
  const packaged = config.embeddings ? null : new PackagedEmbeddings();
  try {
    return await joinApp(config, packaged, log);
  } catch (error) {
    await packaged?.close();
    throw error;
  }
}

async function joinApp(config: Config, packaged: PackagedEmbeddings | null, log: AppLog): Promise<App> {
  const listed = await readCollection(config.collectionDir);
  const opened = await openStore(config);
  const { store } = opened;
  if (store.readOnly !== null) log.warn(store.readOnly);
  const embeddings = packaged ?? (await openChosenEmbeddings(config, store));
  const { createHnswIndex } = await import('./store/vector/hnsw.ts');
  const index = createHnswIndex({ store: opened.indexed, dir: indexFolder(config), log });
  const intact = createIntactStore({ store, log });
  const upToDate = createUpToDateSearch({ index, store, log });
  const openFormer = (stamp: EmbeddingStamp) => openFormerEmbeddings(config, stamp);
  const current = createCurrentEmbeddings({ embeddings, openFormer, store, log });
  const reembed = createReembed({ store, embeddings, log, now: () => performance.now() });
  const closing = new AbortController();
  // What another process ingested is in before somebody asks.
  const stopListening = opened.listen(() => void index.sync().catch(() => undefined));
  const reembedded = upToDate.opened
    .then(() => reembed(closing.signal))
    .then((changed) => (changed ? index.sync() : undefined))
    .catch((error: unknown) => {
      if (!closing.signal.aborted) log.warn(`embedding again did not succeed: ${messageOf(error)}`);
    });
  const embedQuestion = current.embedQuestion.bind(current);
  const finding = { store, index: upToDate, embedQuestion, llm: config.llm, log };
  const joinTables = (drafts: Tables | null) => createAnswering(finding, chooseTables(listed, drafts));
  let answering = await joinTables(listed.missing.length > 0 ? await readKeptDrafts(store) : null);

  const tellWait = (message: string): void => log.warn(message);
  /** Held by whoever changes articles. */
  const lock = async (signal?: AbortSignal): Promise<() => void> => {
    if (store.readOnly !== null) throw new UserError(store.readOnly);
    return opened.lock({ onWait: tellWait, ...(signal ? { signal } : {}) });
  };

  /** Kept, so that hosts get their pauses and `robots.txt` is not asked for again. */
  const reader = openReader(config);

  const restateHeld = async (id: string): Promise<void> => {
    const release = await lock();
    try {
      const { actors, topics } = answering.tables;
      await restate([id], await openStater(actors, topics), store);
    } finally {
      release();
    }
  };
  const corrections = () =>
    createCorrections({
      store,
      actors: answering.tables.actors,
      restate: restateHeld,
      now: () => new Date(),
    });

  const redraft = createRedraft({ store: intact, embeddings, listed, lock, log });

  const ingestAll: App['ingest'] = async (paths, options) => {
    await reembedded;
    // Does nothing but where that failed.
    await reembed(options?.signal);
    const { actors, topics } = answering.tables;
    const ingest = createIngest({
      store,
      reader,
      embeddings,
      extract: await openStater(actors, topics),
      // Drafts change with the articles, and what is stored with them.
      madeBy: JSON.stringify([STATEMENTS_VERSION, listed.actors, listed.topics]),
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
    if (report.stopped || listed.missing.length === 0) return report;
    const drafts = await redraft(options?.signal);
    if (drafts) answering = await joinTables(drafts);
    return report;
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
    revision: () => store.revision(),
    correct: (input) => corrections().correct(input),
    undoCorrection: (id, by) => corrections().undo(id, by),
    corrections: () => corrections().corrections(),
    ingest: ingestAll,
    async watch(signal) {
      if (store.readOnly !== null) return;
      const { collectionDir } = config;
      await followCollection({ collectionDir, ingest: ingestAll, log }, signal);
    },
    remove: createRemove({ store, index, lock }),
    note: (name) => store.note(name),
    setNote: (name, value) => store.setNote(name, value),
    remember: (key, value, keepMs) => store.remember(key, value, keepMs),
    recall: (key) => store.recall(key),
    async close() {
      closing.abort(new Error('closed'));
      await reembedded;
      await stopListening();
      await Promise.all([current.close(), index.close(), reader.close()]);
      await store.close();
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
