import type { Actors } from '../../domain/actor.ts';
import { isSaid } from '../../attribution/is-said.ts';
import { draftTables, type ArticleText } from '../../collect/draft-tables.ts';
import type { EmbedTexts } from '../../collect/draft-topics.ts';
import type { DraftTables } from '../../collect/drafted.ts';

/** What makes vectors, a batch at a time. */
export interface Embeds {
  embedBatches(texts: readonly string[], signal?: AbortSignal): AsyncIterable<Float32Array[]>;
}

/** All vectors of `embedBatches` in one list. */
const embedAll =
  (embeddings: Embeds): EmbedTexts =>
  async (texts, signal) => {
    const vectors: Float32Array[] = [];
    for await (const batch of embeddings.embedBatches(texts, signal)) vectors.push(...batch);
    return vectors;
  };

/**
 * Drafts sides, people and topics from articles; the tagger is loaded for it.
 *
 * @param known sides and people that are listed already: topics alone are drafted then
 */
export async function draftFrom(
  articles: readonly ArticleText[],
  embeddings: Embeds,
  known: Actors | null = null,
  signal?: AbortSignal,
): Promise<DraftTables> {
  const [{ extractSpans }, { createStatementExtractor }] = await Promise.all([
    import('../../attribution/extract-spans.ts'),
    import('../../attribution/pipeline.ts'),
  ]);
  const extractWith = (actors: Actors) => {
    const extract = createStatementExtractor({ extractSpans, actors, topics: [] });
    return (article: ArticleText) => extract(article).filter((statement) => isSaid(statement, article.text));
  };
  return draftTables(articles, { extractWith, embed: embedAll(embeddings) }, known, signal);
}
