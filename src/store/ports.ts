import type { Article, ArticleMeta, Passage, Sentence } from '../domain/article.ts';
import type { SourceRow } from '../domain/answer.ts';
import type { Correction } from '../domain/change/correction.ts';
import type { Span } from '../text/span.ts';
import type { FollowStore } from './follow-store.ts';
import type { NoteStore } from './note-store.ts';
import type { Statement } from '../domain/statement.ts';

/** Everything that one article becomes; saved whole or not at all. */
export interface ArticleRecord {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  /** `passages[i]` is the one built around `sentences[i]`. */
  readonly passages: readonly Passage[];
  /**
   * `vectors[i]` embeds the words of `sentences[i]`, of `stamp.dimensions` numbers: single sentences are found better
   * than windows of two or three (`npm run eval -- --squad`), and at half the cost.
   */
  readonly vectors: readonly Float32Array[];
  readonly statements: readonly Statement[];
}

/** What made the vectors: those of different stamps cannot be compared. */
export interface EmbeddingStamp {
  readonly provider: string;
  readonly model: string;
  readonly dimensions: number;
}

/** Whether vectors of the two can be compared. */
export function isSameStamp(a: EmbeddingStamp, b: EmbeddingStamp): boolean {
  return a.provider === b.provider && a.model === b.model && a.dimensions === b.dimensions;
}

export interface StoredStatement extends Statement {
  /** Stable while the article is unchanged. */
  readonly key: number;
  readonly article: string;
}

/** An article that has statements. */
export interface StatedArticle {
  readonly article: string;
  /** The highest key of its statements: another as soon as the article, or what is said in it, is. */
  readonly last: number;
}

/** Narrows a search; all given conditions hold together. Ids and names are canonical, dates `YYYY-MM-DD` inclusive. */
export interface Scope {
  readonly article?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Sentences that share a character with the content of a statement of this side / speaker / topic (one for all three). */
  readonly side?: string | undefined;
  readonly speaker?: string | undefined;
  readonly topic?: string | undefined;
}

/** A passage found; `key` names it (and its sentence) for the life of the stored article, and is never used again. */
export interface Hit {
  readonly key: number;
  /** Higher is better. */
  readonly score: number;
}

/** A passage with what ranking needs to know of it. */
export interface Candidate {
  readonly key: number;
  readonly article: ArticleMeta;
  readonly sentence: Sentence;
  /** The sentence's words. */
  readonly text: string;
  readonly passage: Passage;
  /** The passage's words. */
  readonly passageText: string;
  /** False where the article's text is not the one that was saved: nothing of it may be quoted. */
  readonly isIntact: boolean;
  /** The statements whose content shares a character with the sentence, in the article's order. */
  readonly statements: readonly StoredStatement[];
}

/** A sentence's key and its vector. */
export interface KeyedVector {
  readonly key: number;
  readonly vector: Float32Array;
}

/** A sentence's place and its vector. */
export interface SentenceVector extends Span {
  readonly vector: Float32Array;
}

/** What went with a removed article. */
export interface Removed {
  readonly statements: number;
  readonly corrections: number;
}

export interface StoreCounts {
  readonly articles: number;
  readonly sentences: number;
  readonly passages: number;
  readonly statements: number;
}

/**
 * Where articles are kept. Every implementation runs `tests/contracts/store.ts`.
 * Methods reject with `UserError` where a person can mend it (newer version, read-only folder, full disk).
 */
export interface Store extends FollowStore, NoteStore {
  /** Null, or one sentence that says why nothing can be changed: every change then rejects with it. */
  readonly readOnly: string | null;
  /** Adds or replaces the article of that id, in one transaction. Throws for a record whose parts do not fit together. */
  saveArticle(record: ArticleRecord): Promise<'added' | 'replaced'>;
  /** Puts other statements in the place of an article's own, in one transaction; false when there is none of that id. */
  replaceStatements(id: string, statements: readonly Statement[]): Promise<boolean>;
  /**
   * Removes the article with all that was made of it, corrections too; null when there is none of that id. The
   * first of its copies (by id) stands in its place for the others.
   */
  removeArticle(id: string): Promise<Removed | null>;
  /** Rejects with `DamagedText` where the text is not the one that was saved. */
  article(id: string): Promise<Article | null>;
  /** The id and hash of every article, by id; '' for a text that is not the one that was saved, so that it is made anew. */
  hashes(): Promise<ReadonlyMap<string, string>>;
  /** What tells articles of mostly the same words (`signatureOf` of their texts), by id. */
  signatures(): Promise<ReadonlyMap<string, Uint32Array>>;
  /** Newest first, undated last, then by id. */
  sources(): Promise<readonly SourceRow[]>;
  counts(): Promise<StoreCounts>;
  /** Goes up with every change to an article, also one made by another process. */
  revision(): Promise<number>;

  /** BM25 over single sentences, best first; a sentence that has any of the words (compared by Porter stem) counts. */
  searchSentences(words: readonly string[], limit: number, scope?: Scope): Promise<readonly Hit[]>;
  /** The same over passages. */
  searchPassages(words: readonly string[], limit: number, scope?: Scope): Promise<readonly Hit[]>;
  /** In how many sentences each word (compared by Porter stem) occurs; same order as `words`. */
  sentenceFrequencies(words: readonly string[]): Promise<readonly number[]>;
  /** Those of `keys` that still exist and lie in `scope`, in the order of `keys`. */
  candidates(keys: readonly number[], scope?: Scope): Promise<readonly Candidate[]>;
  /** The passages of the sentences that lie in `scope`, in the order of keys, at most `limit`; those above `after` where it is given. */
  keysInScope(scope: Scope, limit: number, after?: number): Promise<readonly number[]>;

  /** By article (newest first, undated last, then by id), then by the start of the content. */
  statements(scope?: Scope): Promise<readonly StoredStatement[]>;
  /** The articles that have statements, in the order of `statements`: what was read of one holds until its `last` is another. */
  statedArticles(): Promise<readonly StatedArticle[]>;

  /** Keeps a correction, also when its article is replaced; gives its id, higher than all before. */
  addCorrection(correction: Omit<Correction, 'id'>): Promise<number>;
  /** Removes a correction; false when there is none of that id. */
  removeCorrection(id: number): Promise<boolean>;
  /** Oldest first (by id); of one article or all. */
  corrections(article?: string): Promise<readonly Correction[]>;

  /** What made the stored vectors; null until it is set. */
  embeddingStamp(): Promise<EmbeddingStamp | null>;
  /**
   * Call before saving vectors. Another stamp than the one before drops all vectors (they cannot be compared with the new
   * ones) and sets every article's hash to '', so that the next ingestion makes each anew, also after an interruption.
   */
  setEmbeddingStamp(stamp: EmbeddingStamp): Promise<void>;
  /**
   * The other way to another model: its vectors are kept beside the store's own, which stay until `switchToNext`. Those of
   * another stamp than before are dropped, and those of sentences that are no more. Survives a restart.
   */
  saveNext(stamp: EmbeddingStamp, vectors: readonly KeyedVector[]): Promise<void>;
  /** Keys of sentences that `saveNext` has no vector of that stamp for, by key. */
  missingNext(stamp: EmbeddingStamp): Promise<readonly number[]>;
  /** Makes the vectors beside the store's own, and their stamp the store's, at once; false while a sentence has none. */
  switchToNext(stamp: EmbeddingStamp): Promise<boolean>;
  /** The vectors of those keys that exist. */
  vectorsOf(keys: readonly number[]): Promise<ReadonlyMap<number, Float32Array>>;
  /** The vectors of an article's sentences that have one, in the article's order; none of an article that is not there. */
  articleVectors(id: string): Promise<readonly SentenceVector[]>;

  close(): Promise<void>;
}

/** Nearest passages by cosine. Derived from the store: `sync` brings it up to date, rebuilding what is missing or damaged. */
export interface VectorIndex {
  /** What made the vectors that `search` compares with; null before the first `sync` of a store that has any. */
  stamp(): EmbeddingStamp | null;
  /** Best first; `score` is the cosine similarity; none for a vector of another length. Fewer than `k` where there are fewer. */
  search(vector: Float32Array, k: number): Promise<readonly Hit[]>;
  /** Reads what the store has and the index lacks. Cheap when nothing changed. */
  sync(signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
