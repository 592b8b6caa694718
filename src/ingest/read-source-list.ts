import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { articlesFolder, readTable } from './collection.ts';

const addresses = z
  .array(
    z.url({ protocol: /^https?$/, error: 'wanted an http(s) address' }),
    'wanted a list of http(s) addresses',
  )
  .nullish()
  .transform((list) => list ?? []);

const SourceList = z.strictObject({ feeds: addresses, pages: addresses }, 'wanted "feeds:" and "pages:"');

/** The addresses that belong to a collection. */
export interface SourceList {
  /** Followed: their new items are read while the bot runs. */
  readonly feeds: readonly string[];
  readonly pages: readonly string[];
}

/** Where a collection lists them. */
export function sourceListFile(collectionDir: string): string {
  return path.join(collectionDir, 'sources.yaml');
}

/**
 * Reads `sources.yaml` of the collection folder; without that file there are none.
 *
 * @throws UserError naming file, line and what was wanted
 */
export async function readSourceList(collectionDir: string): Promise<SourceList> {
  const list = await readTable(collectionDir, path.basename(sourceListFile(collectionDir)), SourceList);
  return list ?? { feeds: [], pages: [] };
}

/** All that a collection is read from: its folder of articles, which it need not have beside addresses, and those. */
export async function collectionSources(collectionDir: string): Promise<string[]> {
  const { feeds, pages } = await readSourceList(collectionDir);
  const folder = articlesFolder(collectionDir);
  const listed = [...pages, ...feeds];
  const isEmpty = listed.length > 0 && (await readdir(folder).catch(() => [])).length === 0;
  return isEmpty ? listed : [folder, ...listed];
}
