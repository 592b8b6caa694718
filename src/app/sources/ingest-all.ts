import { STATEMENTS_VERSION } from '../../attribution/statements-version.ts';
import { createIngest, type IngestDependencies } from '../../ingest/ingest.ts';
import { collectionSources } from '../../ingest/read-source-list.ts';
import type { SourceReader } from '../../sources/read-sources.ts';
import type { VectorIndex } from '../../store/ports.ts';
import type { App } from '../capabilities.ts';
import type { AppLog } from '../create-log.ts';
import type { CurrentTables } from '../tables/current-tables.ts';
import type { createRedraft } from '../tables/redraft.ts';
import type { createReadByTables } from './read-by-tables.ts';
import { openStater } from './restate.ts';

export interface IngestAllDependencies extends Pick<IngestDependencies, 'store' | 'embeddings' | 'lock'> {
  readonly collectionDir: string;
  readonly reader: SourceReader;
  readonly index: Pick<VectorIndex, 'sync'>;
  readonly tables: CurrentTables;
  readonly redraft: ReturnType<typeof createRedraft>;
  readonly readBy: Pick<ReturnType<typeof createReadByTables>, 'keep'>;
  /** Resolves when what is stored has vectors of these embeddings. */
  readonly embeddedAgain: (signal?: AbortSignal) => Promise<void>;
  readonly log: Pick<AppLog, 'warn'>;
}

/** Reads what is named, or the whole collection, by the tables as they are; then has the index and the drafts follow. */
export function createIngestAll({
  collectionDir,
  index,
  tables,
  redraft,
  readBy,
  embeddedAgain,
  log,
  ...ingesting
}: IngestAllDependencies): App['ingest'] {
  const resting = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } finally {
      await ingesting.reader.rest();
    }
  };
  return async (paths, options) => {
    await embeddedAgain(options?.signal);
    await tables.adoptOthers();
    const { actors, topics } = tables.answering.tables;
    const { listed, edits } = tables;
    const ingest = createIngest({
      ...ingesting,
      extract: await openStater(actors, topics),
      // Drafts change with the articles, and what is stored with them.
      madeBy: JSON.stringify([
        STATEMENTS_VERSION,
        listed.actors,
        listed.topics,
        ...edits.map(({ edit }) => edit),
      ]),
    });
    const isCollection = paths.length === 0;
    const articles = isCollection ? await collectionSources(collectionDir) : paths;
    const report = await resting(() => ingest(articles, { again: isCollection, ...options }));
    for (const note of report.results.flatMap(({ notes }) => notes)) log.warn(note);
    // What is not in the index yet is read in at the next start.
    if (report.stopped) return report;
    if (isCollection) await readBy.keep();
    await index.sync();
    await tables.answering.upToDate();
    const drafts = tables.listed.missing.length > 0 ? await redraft(options?.signal) : null;
    if (drafts) await tables.useDrafts(drafts);
    return report;
  };
}
