import type { Article } from '../domain/article.ts';
import { byArticle, type Correction } from '../domain/change/correction.ts';
import { splitSentences } from '../text/split-sentences.ts';
import type { Statement } from '../domain/statement.ts';
import type { EmbeddingStamp, Store } from '../store/ports.ts';
import type { SourceName, SourceReader, SourceResult } from '../sources/read-sources.ts';
import { refusalOf } from '../sources/refusal-of.ts';
import { turns } from '../take-turns.ts';
import { buildPassages } from './passages.ts';
import { type Draft, type IngestResult, type LeftOut, resultOf, sortDrafts } from './drafts.ts';
import { createCopies } from './find-copies.ts';
import { textHash } from './hash-article.ts';
import { readWanted, type WantedOptions } from './read-wanted.ts';
import { addReplaced, readReplaced, whatCorrected } from './replaced-texts.ts';
import { dropRetraction, readRetractions, whoTookOut } from './retractions.ts';
import { vectorsOf } from './embed-sentences.ts';

/** Where an ingestion stands, reported after each batch of sentences. */
export interface IngestProgress {
  readonly article: string;
  readonly articlesDone: number;
  readonly articlesTotal: number;
  readonly sentencesDone: number;
  readonly sentencesTotal: number;
}

export interface IngestOptions extends WantedOptions {
  readonly onProgress?: (progress: IngestProgress) => void;
  /** What was taken out comes back: somebody names it. */
  readonly bringsBack?: boolean;
}

export interface IngestReport {
  readonly results: readonly IngestResult[];
  /** True when `signal` stopped it before the last article. */
  readonly stopped: boolean;
}

export interface IngestDependencies {
  readonly store: Store;
  readonly reader: Pick<SourceReader, 'readAll'>;
  readonly embeddings: {
    readonly stamp: EmbeddingStamp;
    embedBatches(texts: readonly string[], signal?: AbortSignal): AsyncIterable<Float32Array[]>;
  };
  /** Who said what in an article, what people corrected in it included (oldest first); pure. */
  readonly extract: (article: Omit<Article, 'hash'>, corrections: readonly Correction[]) => Statement[];
  /** What statements depend on besides the article: part of its hash, so that a change reads it again. */
  readonly madeBy: string;
  /**
   * Held while articles are written, so that two processes never do it at once. Resolves to its release; `onLost` is told
   * where it is held no longer.
   */
  readonly lock: (signal?: AbortSignal, onLost?: (why: Error) => void) => Promise<() => void>;
}

/** @param names files, folders, addresses of pages and feeds, files handed over */
export type Ingest = (names: readonly SourceName[], options?: IngestOptions) => Promise<IngestReport>;

/** Reads articles into the store: each whole in one transaction, or refused with a sentence that says why. */
export function createIngest(dependencies: IngestDependencies): Ingest {
  const { store, reader, embeddings, lock } = dependencies;

  return async (names, options = {}) => {
    const lost = new AbortController();
    let read: SourceResult[];
    let release: () => void;
    try {
      read = await readWanted({ store, reader }, names, options);
      release = await lock(options.signal, (why) => lost.abort(why));
    } catch (error) {
      if (options.signal?.aborted) return { results: [], stopped: true };
      throw error;
    }
    try {
      const corrections = byArticle(await store.corrections());
      const stored = await store.hashes();
      const madeByOf = (id: string): string =>
        withCorrections(dependencies.madeBy, corrections.get(id) ?? []);
      const sources = await store.sources();
      const { drafts, results, visits } = sortDrafts(
        read,
        madeByOf,
        sources.map(({ id, url }) => ({ id, url, hash: stored.get(id) ?? '' })),
        options.bringsBack ? () => null : await leavesOut(store, stored),
      );
      const giveWay = turns.createGiveWay();
      const prepared: (Omit<Draft, 'article'> & ReturnType<typeof prepare>)[] = [];
      for (const { article, ...draft } of drafts) {
        prepared.push({ ...draft, ...prepare(article) });
        await giveWay();
      }
      const sentencesTotal = prepared.reduce((sum, { sentences }) => sum + sentences.length, 0);
      if (prepared.length > 0) await store.setEmbeddingStamp(embeddings.stamp);
      const copies = prepared.length > 0 ? await createCopies(store) : null;
      let sentencesDone = 0;
      let articlesDone = 0;
      for (const { path, article: known, notes: found, visit, sentences, passages } of prepared) {
        await giveWay();
        if (options.signal?.aborted) break;
        const copyOf = (await copies?.originalOf(known)) ?? null;
        const article = { ...known, copyOf };
        const notes =
          copyOf === null
            ? found
            : [...found, `it is mostly the words of "${copyOf}", and counts once with it`];
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
        await giveWay();
        if ('error' in extracted) {
          results.push(resultOf(path, article.id, 'refused', refusalOf(path, extracted.error)));
          articlesDone++;
          report();
          continue;
        }
        const statements = extracted.value;
        lost.signal.throwIfAborted();
        // Kept first: what is interrupted in between is replaced once more.
        if (options.corrects !== undefined)
          await addReplaced(store, article, stored.get(article.id) ?? article.hash);
        const outcome = await store.saveArticle({ article, sentences, passages, vectors, statements });
        if (visit) await store.saveVisit(visit);
        if (options.bringsBack) await dropRetraction(store, article);
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
      const stopped = options.signal?.aborted === true || articlesDone < prepared.length;
      // What of a feed is not stored yet must come again.
      if (!stopped) for (const visit of visits) await store.saveVisit(visit);
      return { results, stopped };
    } finally {
      release();
    }
  };
}

/** What somebody took out, or replaced by a corrected version. */
async function leavesOut(store: Store, stored: ReadonlyMap<string, string>): Promise<LeftOut> {
  const takenOutBy = whoTookOut(await readRetractions(store));
  const corrected = whatCorrected(await readReplaced(store), stored);
  return (article) => {
    const by = takenOutBy(article);
    if (by !== null) return `was taken out by ${by}`;
    const id = corrected(article);
    return id === null ? null : `has the text of "${id}" before it was corrected`;
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
