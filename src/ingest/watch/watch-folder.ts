import path from 'node:path';
import { watch } from 'chokidar';

/** A file that has not grown for so long is whole. */
const QUIET_MS = 1000;

export interface WatchedFolder {
  /** A file that is new or was changed, once it is whole. */
  readonly onFile: (file: string) => void;
  readonly onGone: (file: string) => void;
  /** What the system says where it cannot watch. */
  readonly onFault: (reason: string) => void;
}

/**
 * Watches some of what lies in a folder, whether it is there yet or not, and all below it; hidden files are not watched, links
 * not followed. What lies there at the beginning is not told.
 *
 * @param names of files and folders in `folder`
 * @returns what ends it, once it watches
 */
export async function watchFolder(
  folder: string,
  names: readonly string[],
  { onFile, onGone, onFault }: WatchedFolder,
): Promise<() => Promise<void>> {
  const isWatched = (at: string): boolean => {
    const [first = '', ...rest] = path.relative(folder, at).split(path.sep);
    return first === '' || (names.includes(first) && !rest.some((part) => part.startsWith('.')));
  };
  const watcher = watch(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (at) => !isWatched(at),
    awaitWriteFinish: { stabilityThreshold: QUIET_MS, pollInterval: 100 },
  });
  watcher.on('add', onFile).on('change', onFile).on('unlink', onGone);
  watcher.on('error', (error) => onFault(error instanceof Error ? error.message : String(error)));
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return () => watcher.close();
}
