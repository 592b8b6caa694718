import { existsSync } from 'node:fs';
import type { ExtractStatements } from '../../attribution/pipeline.ts';
import type { EditedTables as Tables } from '../../collect/edits/apply-edits.ts';
import { chooseTables } from '../tables/choose-tables.ts';
import { readKeptDrafts } from '../tables/kept-drafts.ts';
import { storePath } from '../stores/places.ts';
import type { Config } from '../../config.ts';
import type { Actors } from '../../domain/actor.ts';
import type { Span } from '../../text/span.ts';
import type { Statement } from '../../domain/statement.ts';
import type { Topic } from '../../domain/topic.ts';
import { readCollection } from '../../ingest/collection.ts';
import { findSkips } from '../../sources/find-skips.ts';
import { createFileReader, type ArticleReader } from '../../sources/read-article.ts';

/** Answering does not need the tagger and its weights: they are loaded for reading articles only. */
export async function openStatementExtractor(
  actors: Actors,
  topics: readonly Topic[],
): Promise<ExtractStatements> {
  const [{ extractSpans }, { createStatementExtractor }] = await Promise.all([
    import('../../attribution/extract-spans.ts'),
    import('../../attribution/pipeline.ts'),
  ]);
  return createStatementExtractor({ extractSpans, actors, topics });
}

/** What reads statements off texts without a store. */
export interface StatementsOfTexts {
  /** `skips` are known to belong to no statement; without them, what looks like furniture is skipped. */
  readonly extract: (text: string, published?: string | null, skips?: readonly Span[]) => Statement[];
  readonly reader: ArticleReader;
}

/** What was drafted for the store where there is one: reading texts makes none. */
async function storedDrafts(config: Config): Promise<Tables | null> {
  if (config.databaseUrl === null && !existsSync(storePath(config))) return null;
  const { openStore } = await import('../stores/open-store.ts');
  const { store } = await openStore(config);
  try {
    return await readKeptDrafts(store);
  } finally {
    await store.close();
  }
}

/** The extractor as ingestion runs it, over the actors and topics of the settings' collection. */
export async function openExtractor(config: Config): Promise<StatementsOfTexts> {
  const { collectionDir, maxFileMb } = config;
  const listed = await readCollection(collectionDir);
  const { actors, topics } = chooseTables(
    listed,
    listed.missing.length > 0 ? await storedDrafts(config) : null,
  );
  const extract = await openStatementExtractor(actors, topics);
  return {
    extract: (text, published, skips = findSkips(text, null)) => extract({ text, published, skips }),
    reader: createFileReader({ maxFileMb }),
  };
}
