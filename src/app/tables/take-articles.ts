import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { freezeArticle } from '../../collect/freeze-article.ts';
import type { Article } from '../../domain/article.ts';
import { UserError } from '../../errors.ts';
import { articlesFolder } from '../../ingest/collection.ts';
import { sortDrafts } from '../../ingest/drafts.ts';
import { findArticleFiles } from '../../sources/find-files.ts';
import { isAddress, type SourceReader, type SourceResult } from '../../sources/read-sources.ts';
import { exists, writeWhole } from './write-whole.ts';

export interface TakeOptions {
  readonly reader: SourceReader;
  readonly signal: AbortSignal;
  /** Told of each source that is not read, or not whole: sentences. */
  readonly onNote: (sentence: string) => void;
}

/** Whether a collection's folder has articles already. */
export async function hasArticles(folder: string): Promise<boolean> {
  return findArticleFiles([articlesFolder(folder)]).then(
    () => true,
    () => false,
  );
}

/** Puts what is read from the sources into the folder's articles; gives the feeds among them. */
export async function takeSources(
  sources: readonly string[],
  folder: string,
  { reader, signal, onNote }: TakeOptions,
): Promise<readonly string[]> {
  const feeds: string[] = [];
  if (sources.length === 0) return feeds;
  for await (const result of reader.readAll(sources, { signal })) {
    if (result.kind === 'feed') feeds.push(result.from);
    if (result.kind === 'refused' || result.kind === 'left-out') onNote(result.reason);
    if (result.kind !== 'read') continue;
    const { article, from } = result;
    if (article.partial !== null) onNote(`${from} is not the whole article: ${article.partial}.`);
    const name = isAddress(from) ? `${article.id}.md` : path.basename(from);
    const target = path.join(articlesFolder(folder), name);
    if (path.resolve(from) === path.resolve(target)) continue;
    if (!(await exists(target))) {
      if (isAddress(from)) await writeWhole(target, freezeArticle(article));
      else await copyFile(from, target);
    } else if (!isAddress(from) && !(await readFile(target)).equals(await readFile(from)))
      onNote(
        `${from} is left out: ${target} is there already, with other words. Give one of them another name.`,
      );
  }
  return feeds;
}

/**
 * Reads a collection's articles: those that are read when they are ingested, so that nothing counts twice in what is drafted.
 *
 * @throws UserError where there is none
 */
export async function readArticles(
  folder: string,
  { reader, signal, onNote }: TakeOptions,
): Promise<Article[]> {
  const read: SourceResult[] = [];
  for await (const result of reader.readAll([articlesFolder(folder)], { signal })) read.push(result);
  const { drafts, results } = sortDrafts(read, () => '', []);
  for (const { reason } of results) if (reason !== null) onNote(reason);
  if (drafts.length > 0) return drafts.map(({ article }) => article);
  throw new UserError(`No article could be read: name files, folders, addresses or feeds behind the folder.`);
}
