import type { Article } from '../domain/article.ts';
import { splitSentences } from '../domain/sentence.ts';
import { textAt } from '../domain/span.ts';
import type { Statement } from '../domain/statement.ts';
import type { EmbeddingStamp, Store } from '../store/ports.ts';
import { findArticleFiles } from './find-files.ts';
import { buildPassages } from './passages.ts';
import { readDrafts } from './drafts.ts';

/** Where an ingestion stands, reported after each batch of sentences. */
export interface IngestProgress {
  readonly article: string;
  readonly articlesDone: number;
  readonly articlesTotal: number;
  readonly sentencesDone: number;
  readonly sentencesTotal: number;
}

export interface IngestOptions {
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Stops between articles; what is saved stays saved. */
  readonly signal?: AbortSignal;
}

/** What became of one file. `refused` carries the sentence that says why. */
export interface IngestResult {
  readonly path: string;
  readonly id: string | null;
  readonly outcome: 'added' | 'replaced' | 'unchanged' | 'refused';
  readonly reason: string | null;
  readonly sentences: number;
  readonly statements: number;
}

export interface IngestReport {
  readonly results: readonly IngestResult[];
  /** True when `signal` stopped it before the last article. */
  readonly stopped: boolean;
}

export interface IngestDependencies {
  readonly store: Store;
  readonly embeddings: {
    readonly stamp: EmbeddingStamp;
    embedBatches(texts: readonly string[], signal?: AbortSignal): AsyncIterable<Float32Array[]>;
  };
  /** Who said what in an article; pure. */
  readonly extract: (article: Omit<Article, 'hash'>) => Statement[];
  /** What statements depend on besides the article: part of its hash, so that a change reads it again. */
  readonly madeBy: string;
  /** Held while articles are written, so that two processes never do it at once. Resolves to its release. */
  readonly lock: (signal?: AbortSignal) => Promise<() => void>;
}

export type Ingest = (paths: readonly string[], options?: IngestOptions) => Promise<IngestReport>;

/** Reads article files into the store: each whole in one transaction, or refused with a sentence that says why. */
export function createIngest(dependencies: IngestDependencies): Ingest {
  const { store, embeddings, lock } = dependencies;

  return async (paths, options = {}) => {
    const files = await findArticleFiles(paths);
    const release = await lock(options.signal);
    try {
      const { drafts, results } = await readDrafts(files, dependencies.madeBy, await store.hashes());
      const prepared = drafts.map(({ path, article }) => ({ path, ...prepare(article) }));
      const sentencesTotal = prepared.reduce((sum, { sentences }) => sum + sentences.length, 0);
      if (prepared.length > 0) await store.setEmbeddingStamp(embeddings.stamp);
      let sentencesDone = 0;
      let articlesDone = 0;
      for (const { path, article, sentences, passages } of prepared) {
        if (options.signal?.aborted) break;
        const report = (): void =>
          options.onProgress?.({
            article: article.id,
            articlesDone,
            articlesTotal: prepared.length,
            sentencesDone,
            sentencesTotal,
          });
        const embedding = embedAll(passages.map((passage) => textAt(article.text, passage)));
        const statements = dependencies.extract(article);
        const vectors = await embedding;
        const outcome = await store.saveArticle({ article, sentences, passages, vectors, statements });
        articlesDone++;
        report();
        results.push({
          path,
          id: article.id,
          outcome,
          reason: null,
          sentences: sentences.length,
          statements: statements.length,
        });

        async function embedAll(texts: readonly string[]): Promise<Float32Array[]> {
          const all: Float32Array[] = [];
          for await (const batch of embeddings.embedBatches(texts)) {
            all.push(...batch);
            sentencesDone += batch.length;
            report();
          }
          return all;
        }
      }
      return { results, stopped: articlesDone < prepared.length };
    } finally {
      release();
    }
  };
}

function prepare(article: Article): {
  article: Article;
  sentences: ReturnType<typeof splitSentences>;
  passages: ReturnType<typeof buildPassages>;
} {
  const sentences = splitSentences(article.text, article.skips);
  return { article, sentences, passages: buildPassages(sentences) };
}
