import type { Article } from '../domain/article.ts';
import { byArticle, type Correction } from '../domain/change/correction.ts';
import { UserError } from '../errors.ts';
import { splitSentences } from '../text/split-sentences.ts';
import type { Statement } from '../domain/statement.ts';
import type { EmbeddingStamp, Store } from '../store/ports.ts';
import type { ReadOptions, SourceName, SourceReader, SourceResult } from '../sources/read-sources.ts';
import { refusalOf } from '../sources/refusal-of.ts';
import { buildPassages } from './passages.ts';
import { sortDrafts, type LeftOut } from './drafts.ts';
import { createCopies } from './find-copies.ts';
import { hashArticle, textHash } from './hash-article.ts';
import { resultOf, type IngestResult } from './ingest-result.ts';
import { addReplaced, readReplaced, whatCorrected } from './replaced-texts.ts';
import { dropRetraction, readRetractions, whoTookOut } from './retractions.ts';
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
  /** Told each file and address that was read, before anything is stored. */
  readonly onRead?: (from: string) => void;
  /** What was taken out comes back: somebody names it. */
  readonly bringsBack?: boolean;
  /** The id of an article that the one which is read replaces. */
  readonly corrects?: string;
  /** Whether articles that came from addresses are made anew from their stored text where that is needed. */
  readonly again?: boolean;
  /** Stops between articles, and while it reads or waits for its turn; what is saved stays saved. */
  readonly signal?: AbortSignal;
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

  /** All that is to be read; nobody else waits meanwhile. */
  async function readAll(
    names: readonly SourceName[],
    { signal, onRead, again = false, corrects }: IngestOptions,
  ): Promise<SourceResult[]> {
    const read: SourceResult[] = [];
    const visited = visitedIn(store, new Set((await store.sources()).map(({ id }) => id)));
    for await (const result of reader.readAll(names, { signal, visited })) {
      if (result.kind === 'read') onRead?.(result.from);
      read.push(result);
    }
    if (corrects !== undefined) return [replacing(corrects, read)];
    return again ? [...read, ...(await fetchedBefore(store, read))] : read;
  }

  return async (names, options = {}) => {
    const lost = new AbortController();
    let read: SourceResult[];
    let release: () => void;
    try {
      read = await readAll(names, options);
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
      const prepared = drafts.map(({ article, ...draft }) => ({ ...draft, ...prepare(article) }));
      const sentencesTotal = prepared.reduce((sum, { sentences }) => sum + sentences.length, 0);
      if (prepared.length > 0) await store.setEmbeddingStamp(embeddings.stamp);
      const copies = prepared.length > 0 ? await createCopies(store) : null;
      let sentencesDone = 0;
      let articlesDone = 0;
      for (const { path, article: known, notes: found, visit, sentences, passages } of prepared) {
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

/** What was fetched before; an article that is no longer in the store is wanted whole. */
function visitedIn(store: Store, stored: ReadonlySet<string>): NonNullable<ReadOptions['visited']> {
  return async (url) => {
    const visit = await store.visit(url);
    const isGone = visit?.article !== null && visit?.article !== undefined && !stored.has(visit.article);
    return visit && isGone ? { ...visit, etag: null, lastModified: null } : visit;
  };
}

/** The articles that came from addresses, as they are stored: what reads statements may have learned since. */
async function fetchedBefore(store: Store, read: readonly SourceResult[]): Promise<SourceResult[]> {
  const corrected = whatCorrected(await readReplaced(store), await store.hashes());
  const seen = new Set(
    read.flatMap((result) => {
      if (result.kind !== 'read') return [];
      const { notes: _, ...known } = result.article;
      // A file that stays out stands for no version of its article.
      return corrected({ hash: hashArticle(known, '') }) === null ? [known.id] : [];
    }),
  );
  const again: SourceResult[] = [];
  for (const { id } of await store.sources()) {
    if (seen.has(id)) continue;
    const article = await store.article(id).catch(() => null);
    if (!article || article.fetched === null) continue;
    const { hash: _before, ...known } = article;
    again.push({ kind: 'read', from: known.url ?? id, article: { ...known, notes: [] }, visit: null });
  }
  return again;
}

/** The one article that was read, under the id of the one that it replaces. */
function replacing(id: string, read: readonly SourceResult[]): SourceResult {
  const [only, more] = read;
  if (!only || more) throw new UserError(`One article was wanted to replace "${id}", ${read.length} came.`);
  return only.kind === 'read' ? { ...only, article: { ...only.article, id } } : only;
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
