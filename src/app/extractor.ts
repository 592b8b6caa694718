import type { ExtractStatements } from '../attribution/pipeline.ts';
import type { Config } from '../config.ts';
import type { Actors } from '../domain/actor.ts';
import type { Article } from '../domain/article.ts';
import type { Statement } from '../domain/statement.ts';
import type { Topic } from '../domain/topic.ts';
import { readCollection } from '../ingest/collection.ts';
import { readArticle } from '../ingest/read-article.ts';
import { findSkips } from '../ingest/skips.ts';

/** Answering does not need the tagger and its weights: they are loaded for reading articles only. */
export async function openStatementExtractor(
  actors: Actors,
  topics: readonly Topic[],
): Promise<ExtractStatements> {
  const [{ extractSpans }, { createStatementExtractor }] = await Promise.all([
    import('../attribution/extract-spans.ts'),
    import('../attribution/pipeline.ts'),
  ]);
  return createStatementExtractor({ extractSpans, actors, topics });
}

/** What reads statements off texts without a store. */
export interface StatementsOfTexts {
  readonly extract: (text: string, published?: string | null) => Statement[];
  /** The id, frozen text and date of an article file. Throws `UserError` for what is none. */
  readonly read: (file: string) => Promise<Pick<Article, 'id' | 'text' | 'published'>>;
}

/** The extractor as ingestion runs it, over the actors and topics of the settings' collection. */
export async function openExtractor({ collectionDir }: Config): Promise<StatementsOfTexts> {
  const { actors, topics } = await readCollection(collectionDir);
  const extract = await openStatementExtractor(actors, topics);
  return {
    extract: (text, published) => extract({ text, published, skips: findSkips(text, null) }),
    read: readArticle,
  };
}
