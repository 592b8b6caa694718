import path from 'node:path';
import type { Config } from '../../config.ts';

/** The store's file. */
export function storePath({ dataDir }: Pick<Config, 'dataDir'>): string {
  return path.join(dataDir, 'parley.sqlite');
}

/** The vector index's own folder; what is in it can be made from the store. */
export function indexFolder({ dataDir }: Pick<Config, 'dataDir'>): string {
  return path.join(dataDir, 'index');
}

/** Where the collections of servers lie. */
export function collectionsFolder({ dataDir }: Pick<Config, 'dataDir'>): string {
  return path.join(dataDir, 'collections');
}

/** All that belongs to one of them. */
export function collectionFolder(config: Pick<Config, 'dataDir'>, key: string): string {
  return path.join(collectionsFolder(config), key);
}
