import path from 'node:path';
import type { Config } from '../config.ts';

/** The store's file. */
export function storePath({ dataDir }: Pick<Config, 'dataDir'>): string {
  return path.join(dataDir, 'parley.sqlite');
}

/** The vector index's own folder; what is in it can be made from the store. */
export function indexFolder({ dataDir }: Pick<Config, 'dataDir'>): string {
  return path.join(dataDir, 'index');
}
