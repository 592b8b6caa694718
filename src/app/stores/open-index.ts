import type { Config } from '../../config.ts';
import type { VectorIndex } from '../../store/ports.ts';
import type { AppLog } from '../create-log.ts';
import type { OpenedStore } from './open-store.ts';
import { indexFolder } from './places.ts';

/** The vector index of an opened store: the server's where it keeps one, else one on this machine, made of the store. */
export async function openIndex(
  { indexed, openServerIndex }: Pick<OpenedStore, 'indexed' | 'openServerIndex'>,
  config: Config,
  log: AppLog,
): Promise<VectorIndex> {
  const ofServer = await openServerIndex(log);
  if (ofServer) return ofServer;
  const { createHnswIndex } = await import('../../store/vector/hnsw.ts');
  return createHnswIndex({ store: indexed, dir: indexFolder(config), log });
}
