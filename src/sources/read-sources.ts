import type { Visit } from '../domain/article.ts';
import { FEED_TYPES } from './feed/is-feed.ts';
import type { FeedItem } from './feed/read-feed.ts';
import type { Fetcher, FetcherOptions } from './fetch/fetcher.ts';
import { findArticleFiles } from './find-files.ts';
import { createFileReader, type ArticleReader, type ReadArticle } from './read-article.ts';
import { CONTENT_TYPES } from './read-draft.ts';
import { refusalOf } from './refusal-of.ts';

/** What became of one thing that was to be read; `from` is its path or address. */
export type SourceResult =
  | {
      readonly kind: 'read';
      readonly from: string;
      readonly article: ReadArticle;
      readonly visit: Visit | null;
    }
  /** A feed, told after its items. */
  | { readonly kind: 'feed'; readonly from: string; readonly items: number; readonly visit: Visit }
  /** Has not changed since the visit before. */
  | { readonly kind: 'unchanged'; readonly from: string; readonly article: string | null }
  /** `reason` is a sentence that names it. */
  | {
      readonly kind: 'refused';
      readonly from: string;
      readonly reason: string;
      /** Kept where it is not worth trying again each time that its feed is read; else null. */
      readonly visit: Visit | null;
    }
  | { readonly kind: 'left-out'; readonly from: string; readonly reason: string };

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** What is known of an address from before; without this all is fetched anew. */
  readonly visited?: ((url: string) => Promise<Visit | null>) | undefined;
}

/** A file that somebody handed over: it is fetched from an address, and known by its name. */
interface HandedOver {
  readonly name: string;
  readonly url: string;
}

/** A file, a folder, the address of a page or feed, or a file handed over. */
export type SourceName = string | HandedOver;

/** Reads all that people name: files, folders, addresses of pages and feeds. */
export interface SourceReader {
  /**
   * Reads one after the other; none stops the others. A feed stands for its newest items.
   *
   * @throws UserError for a path that does not exist or a folder without articles, before anything is read; the signal's reason
   */
  readAll(names: readonly SourceName[], options?: ReadOptions): AsyncGenerator<SourceResult, void>;
  /** Ends its thread until something is read again; what hosts said of themselves is kept. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** So many of a feed's items are read at once; it shows the older ones but now and then. */
const MOST_ITEMS = 30;

/** An item that cannot be read is tried as long after it was published: its host may have been down. */
const TRIED_FOR_MS = 24 * 60 * 60_000;

/** Whether a name is an address, of whatever kind. */
export function isAddress(name: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(name);
}

/** What reads sources of every kind, safely; to be closed. */
export function createSourceReader({
  maxFileMb,
  fetching = {},
}: {
  /** In millions of bytes. */
  readonly maxFileMb?: number | undefined;
  readonly fetching?: Omit<FetcherOptions, 'contentTypes'>;
} = {}): SourceReader {
  const reader = createFileReader(maxFileMb === undefined ? {} : { maxFileMb });
  let fetcher: Promise<Fetcher> | null = null;
  /** What reads files alone should not wait for all that fetching needs. */
  const openFetcher = async (): Promise<Fetcher> => {
    const { createFetcher } = await import('./fetch/create-fetcher.ts');
    return createFetcher({ ...fetching, contentTypes: [...CONTENT_TYPES, ...FEED_TYPES] });
  };
  const fetch: Fetcher['fetch'] = async (url, options) =>
    (await (fetcher ??= openFetcher())).fetch(url, options);
  return {
    async *readAll(names, options = {}) {
      const named = names.filter((name) => typeof name === 'string');
      const { files, leftOut } = await findArticleFiles(named.filter((name) => !isAddress(name)));
      for await (const read of reader.readFiles(files)) {
        options.signal?.throwIfAborted();
        yield 'article' in read
          ? { kind: 'read', from: read.file, article: read.article, visit: null }
          : { kind: 'refused', from: read.file, reason: refusalOf(read.file, read.refused), visit: null };
      }
      for (const { path, reason } of leftOut)
        yield { kind: 'left-out', from: path, reason: `${path} is left out: ${reason}.` };
      for (const url of new Set(named.filter(isAddress))) yield* readAddress(url, options, { reader, fetch });
      for (const name of names)
        if (typeof name !== 'string') yield await readHandedOver(name, options, { reader, fetch });
    },
    rest: () => reader.close(),
    async close() {
      await Promise.all([reader.close(), fetcher?.then((opened) => opened.close())]);
    },
  };
}

async function readHandedOver(
  { name, url }: HandedOver,
  { signal }: ReadOptions,
  { reader, fetch }: Reading,
): Promise<SourceResult> {
  try {
    const fetched = await fetch(url, { signal, isHandedOver: true });
    if (fetched === null) return { kind: 'unchanged', from: name, article: null };
    return { kind: 'read', from: name, article: await reader.readHandedOver(name, fetched), visit: null };
  } catch (error) {
    signal?.throwIfAborted();
    // The address holds what opens the file, and tells nobody anything.
    const reason = refusalOf(name, error).replace(url.slice(0, MOST_SHOWN), name);
    return { kind: 'refused', from: name, reason, visit: null };
  }
}

/** Longer addresses are cut where they are shown. */
const MOST_SHOWN = 300;

interface Reading {
  readonly reader: ArticleReader;
  readonly fetch: Fetcher['fetch'];
}

async function* readAddress(
  url: string,
  options: ReadOptions,
  reading: Reading,
): AsyncGenerator<SourceResult, void> {
  const found = await readOne(url, options, reading);
  if (found.kind !== 'items') yield found;
  else {
    for (const item of found.items.slice(0, MOST_ITEMS)) yield await readItem(item, options, reading);
    yield { kind: 'feed', from: url, items: found.items.length, visit: found.visit };
  }
}

/** One item of a feed; what was read since the feed says it has changed is not fetched again. */
async function readItem(
  { url, published, updated }: FeedItem,
  options: ReadOptions,
  reading: Reading,
): Promise<SourceResult> {
  const before = await options.visited?.(url);
  if (before && (updated === null || updated <= before.at))
    return { kind: 'unchanged', from: url, article: before.article };
  const found = await readOne(url, options, reading);
  const now = Date.now();
  const isOld = published !== null && Date.parse(published) < now - TRIED_FOR_MS;
  const visit = { url, at: new Date(now).toISOString(), etag: null, lastModified: null, article: null };
  if (found.kind === 'refused') return { ...found, visit: isOld ? visit : null };
  if (found.kind !== 'items') return found;
  const reason = `${url} is a feed within a feed: an article was wanted.`;
  return { kind: 'refused', from: url, reason, visit };
}

interface Items {
  readonly kind: 'items';
  readonly items: readonly FeedItem[];
  readonly visit: Visit;
}

async function readOne(
  url: string,
  { signal, visited }: ReadOptions,
  { reader, fetch }: Reading,
): Promise<SourceResult | Items> {
  try {
    const before = (await visited?.(url)) ?? null;
    const fetched = await fetch(url, { signal, validators: before });
    if (fetched === null) return { kind: 'unchanged', from: url, article: before?.article ?? null };
    const { at, etag, lastModified } = fetched;
    const visit = { url, at, etag, lastModified };
    const read = await reader.readFetched(fetched);
    if ('items' in read) return { kind: 'items', items: read.items, visit: { ...visit, article: null } };
    return { kind: 'read', from: url, article: read, visit: { ...visit, article: read.id } };
  } catch (error) {
    signal?.throwIfAborted();
    return { kind: 'refused', from: url, reason: refusalOf(url, error), visit: null };
  }
}
