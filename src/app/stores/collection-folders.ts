import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../../config.ts';
import { articlesFolder } from '../../ingest/collection.ts';
import { collectionFolder, collectionsFolder } from './places.ts';

/** A collection's key, which nobody guesses: who knows it may read that collection's pages. */
const KEY = /^[0-9a-f]{32}$/;
/** Stands in a folder that is being removed. */
const GONE = 'removed';

/** The folders of servers' collections, each named by its key. */
export function createCollectionFolders(config: Config) {
  const folder = (key: string): string => collectionFolder(config, key);
  const isGone = (key: string): boolean => existsSync(path.join(folder(key), GONE));
  const isThere = (key: string): boolean => KEY.test(key) && existsSync(folder(key)) && !isGone(key);
  const names = (): Promise<string[]> => readdir(collectionsFolder(config)).catch(() => []);

  /** Removes the folder if it is marked as gone. */
  async function clear(key: string): Promise<void> {
    if (isGone(key)) await rm(folder(key), { recursive: true, force: true });
  }

  return {
    folder,
    isThere,
    keys: async (): Promise<string[]> => (await names()).filter(isThere).toSorted(),
    /** Makes one for articles and gives its key. */
    async make(): Promise<string> {
      const key = randomBytes(16).toString('hex');
      await mkdir(articlesFolder(folder(key)), { recursive: true });
      return key;
    },
    markGone: (key: string): Promise<void> => writeFile(path.join(folder(key), GONE), ''),
    clear,
    /** Removes what was to be removed when a process ended. */
    async clearLeft(): Promise<void> {
      for (const name of await names()) if (KEY.test(name)) await clear(name);
    },
  };
}
