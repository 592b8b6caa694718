import type { Article } from '../domain/article.ts';
import { byArticle, type Correction } from '../domain/correction.ts';
import { splitSentences } from '../text/split-sentences.ts';
import type { Statement } from '../domain/statement.ts';
import type { EmbeddingStamp, Store } from '../store/ports.ts';
import { findArticleFiles } from '../sources/find-files.ts';
import type { ArticleReader } from '../sources/read-article.ts';
import { refusalOf } from '../sources/refusal-of.ts';
import { buildPassages } from './passages.ts';
import { readDrafts } from './drafts.ts';
import { textHash } from './hash-article.ts';
import { resultOf, type IngestResult } from './ingest-result.ts';
import { vectorsOf } from './vectors.ts';

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

export interface IngestReport {
  readonly results: readonly IngestResult[];
  /** True when `signal` stopped it before the last article. */
  readonly stopped: boolean;
}

export interface IngestDependencies {
  readonly store: Store;
  readonly reader: Pick<ArticleReader, 'read'>;
  readonly embeddings: {
    readonly stamp: EmbeddingStamp;
    embedBatches(texts: readonly string[], signal?: AbortSignal): AsyncIterable<Float32Array[]>;
  };
  /** Who said what in an article, what people corrected in it included (oldest first); pure. */
  readonly extract: (article: Omit<Article, 'hash'>, corrections: readonly Correction[]) => Statement[];
  /** What statements depend on besides the article: part of its hash, so that a change reads it again. */
  readonly madeBy: string;
  /** Held while articles are written, so that two processes never do it at once. Resolves to its release. */
  readonly lock: (signal?: AbortSignal) => Promise<() => void>;
}

export type Ingest = (paths: readonly string[], options?: IngestOptions) => Promise<IngestReport>;

/** Reads article files into the store: each whole in one transaction, or refused with a sentence that says why. */
export function createIngest(dependencies: IngestDependencies): Ingest {
  const { store, reader, embeddings, lock } = dependencies;

  return async (paths, options = {}) => {
    const { files, leftOut } = await findArticleFiles(paths);
    const release = await lock(options.signal);
    try {
      const corrections = byArticle(await store.corrections());
      const stored = await store.hashes();
      const madeByOf = (id: string): string =>
        withCorrections(dependencies.madeBy, corrections.get(id) ?? []);
      const { drafts, results } = await readDrafts(files, reader.read, madeByOf, stored);
      for (const { path, reason } of leftOut) {
        results.push(resultOf(path, null, 'left-out', `${path} is left out: ${reason}.`));
      }
      const prepared = drafts.map(({ article, ...draft }) => ({ ...draft, ...prepare(article) }));
      const sentencesTotal = prepared.reduce((sum, { sentences }) => sum + sentences.length, 0);
      if (prepared.length > 0) await store.setEmbeddingStamp(embeddings.stamp);
      let sentencesDone = 0;
      let articlesDone = 0;
      for (const { path, article, notes, sentences, passages } of prepared) {
        if (options.signal?.aborted) break;
        const report = (): void =>
          options.onProgress?.({
            article: article.id,
            articlesDone,
            articlesTotal: prepared.length,
            sentencesDone,
            sentencesTotal,
          });
        const sameText = textHash(stored.get(article.id) ?? '') === textHash(article.hash);
        const embedding = vectorsOf(article.text, sentences, {
          embeddings,
          known: sameText ? await store.articleVectors(article.id) : [],
          onVectors: (count) => {
            sentencesDone += count;
            report();
          },
        });
        const extracted = tryTo(() => dependencies.extract(article, corrections.get(article.id) ?? []));
        const vectors = await embedding;
        if ('error' in extracted) {
          results.push(resultOf(path, article.id, 'refused', refusalOf(path, extracted.error)));
          articlesDone++;
          report();
          continue;
        }
        const statements = extracted.value;
        const outcome = await store.saveArticle({ article, sentences, passages, vectors, statements });
        articlesDone++;
        report();
        results.push({
          path,
          id: article.id,
          outcome,
          reason: null,
          notes: notes.map((note) => `${path}: ${note}.`),
          sentences: sentences.length,
          statements: statements.length,
        });
      }
      return { results, stopped: articlesDone < prepared.length };
    } finally {
      release();
    }
  };
}

/** An article that breaks what reads statements must not stop the others. */
function tryTo<T>(work: () => T): { readonly value: T } | { readonly error: unknown } {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}

/** `madeBy` with all of the corrections that statements depend on. */
function withCorrections(madeBy: string, corrections: readonly Correction[]): string {
  const parts = corrections.map(({ quote, start, end, speaker, side }) =>
    JSON.stringify([quote, start, end, speaker, side]),
  );
  return [madeBy, ...parts].join('\n');
}

function prepare(article: Article): {
  article: Article;
  sentences: ReturnType<typeof splitSentences>;
  passages: ReturnType<typeof buildPassages>;
} {
  const sentences = splitSentences(article.text, article.skips);
  return { article, sentences, passages: buildPassages(sentences) };
}
