import path from 'node:path';
import { UserError } from '../errors.ts';
import type { Article } from '../domain/article.ts';
import { splitSentences } from '../text/split-sentences.ts';
import { turns, workAhead } from '../take-turns.ts';
import { mergeSpans, textAt, type Span } from '../text/span.ts';
import type { Draft } from './draft.ts';
import { isFeed } from './feed/is-feed.ts';
import type { Feed } from './feed/read-feed.ts';
import type { Fetched } from './fetch/fetcher.ts';
import { findSkips } from './find-skips.ts';
import { idOfAddress, idOfFile, ownAddress } from './name-address.ts';
import { createApartReader } from './read-apart.ts';
import { readBytes } from './read-bytes.ts';
import { ENDINGS, isArticle, isReadApart, readDraft } from './read-draft.ts';

/** A file may have so many megabytes (of a million bytes) where the settings say nothing else. */
const MAX_FILE_MB = 20;

/** Of so many files the bytes are in memory. */
const FILES_AHEAD = 16;

/** Longer first sentences are cut where they stand in for a title. */
const TITLE_CHARACTERS = 100;

/** An article as its source has it, before it is hashed and stored. */
export interface ReadArticle extends Omit<Article, 'hash'>, Pick<Draft, 'notes'> {}

/** What became of a file. */
type ReadFile = { readonly file: string } & (
  { readonly article: ReadArticle } | { readonly refused: unknown }
);

export interface ArticleReader {
  /** @throws UserError when the file cannot be read or is not an article: one sentence, naming the file */
  read(file: string): Promise<ReadArticle>;
  /** Reads files in their order, and gives way to who is waited for; `refused` is what `read` would throw. */
  readFiles(files: readonly string[]): AsyncGenerator<ReadFile, void>;
  /** The same of what came from an address, which may be a feed instead. */
  readFetched(fetched: Fetched): Promise<ReadArticle | Feed>;
  /** The same of a file that somebody handed over under a name: that tells what it is, and what it is called. */
  readHandedOver(name: string, fetched: Fetched): Promise<ReadArticle>;
  close(): Promise<void>;
}

/**
 * What reads article files of every kind, each bounded in size, time and memory, so that none can stop the others.
 *
 * @param maxFileMb in millions of bytes
 */
export function createFileReader({
  maxFileMb = MAX_FILE_MB,
}: { readonly maxFileMb?: number } = {}): ArticleReader {
  const apart = createApartReader();
  const bytesOf = (file: string): Promise<Buffer> => readBytes(file, maxFileMb * 1e6);
  const read = async (file: string, bytes: Buffer): Promise<ReadArticle> => {
    const input = { name: file, bytes, contentType: null };
    return articleOfFile(file, await (isReadApart(input) ? apart.read(input) : readDraft(input)));
  };
  return {
    read: async (file) => read(file, await bytesOf(file)),
    async *readFiles(files) {
      const giveWay = turns.createGiveWay();
      const opened = workAhead(files, (file) => settled(bytesOf(file)), FILES_AHEAD);
      let at = 0;
      for await (const bytes of opened) {
        const file = files[at++] ?? '';
        const article = 'refused' in bytes ? bytes : await settled(read(file, bytes.value));
        yield 'refused' in article ? { file, refused: article.refused } : { file, article: article.value };
        await giveWay();
      }
    },
    async readFetched({ url, bytes, contentType, at }) {
      const input = { name: url, bytes, contentType };
      if (isFeed(input)) return apart.readFeed(input);
      const draft = await (isReadApart(input) ? apart.read(input) : readDraft(input));
      const address = ownAddress(draft.meta.url, url);
      const meta = { ...draft.meta, url: address, id: idOfAddress(address) };
      return articleOf({ ...draft, meta }, meta.id, at);
    },
    async readHandedOver(name, { bytes, at }) {
      if (!isArticle(name))
        throw new UserError(`${name} cannot be read: a file ending in ${ENDINGS.join(', ')} was wanted.`);
      const input = { name, bytes, contentType: null };
      const draft = await (isReadApart(input) ? apart.read(input) : readDraft(input));
      // An id that it gives itself may be that of another article.
      return articleOf({ ...draft, meta: { ...draft.meta, id: idOfFile(name, bytes) } }, name, at);
    },
    close: () => apart.close(),
  };
}

async function settled<T>(work: Promise<T>): Promise<{ readonly value: T } | { readonly refused: unknown }> {
  try {
    return { value: await work };
  } catch (error) {
    return { refused: error };
  }
}

function articleOfFile(file: string, draft: Draft): ReadArticle {
  const name = path.basename(file, path.extname(file)).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '_');
  return articleOf(draft, name, null);
}

/** The article that a draft makes; `name` stands in where it says neither id nor title. */
function articleOf(
  { meta, text, skips, places, partial, notes }: Draft,
  name: string,
  fetched: string | null,
): ReadArticle {
  const all = mergeSpans([...skips, ...findSkips(text, meta.author)]);
  return {
    ...meta,
    id: meta.id ?? name,
    title: meta.title ?? firstWords(text, splitSentences(text, all)) ?? name,
    text,
    skips: all,
    places,
    partial,
    fetched,
    copyOf: null,
    notes,
  };
}

/** An article that shows no title is called by its first words. */
function firstWords(text: string, sentences: readonly Span[]): string | null {
  const [first] = sentences;
  if (!first) return null;
  const words = textAt(text, first);
  if (words.length <= TITLE_CHARACTERS) return words;
  const space = words.lastIndexOf(' ', TITLE_CHARACTERS - 1);
  return `${words.slice(0, space > 0 ? space : TITLE_CHARACTERS).replace(/[\uD800-\uDBFF]$/, '')} …`;
}
