import type { Config } from '../../config.ts';
import { createSourceReader, type SourceReader } from '../../sources/read-sources.ts';

/** What reads files and addresses within the settings' bounds, without a store; to be closed. */
export function openReader({
  maxFileMb,
  fetchAllow,
}: Pick<Config, 'maxFileMb' | 'fetchAllow'>): SourceReader {
  return createSourceReader({ maxFileMb, fetching: { allowed: fetchAllow } });
}
