import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../../config.ts';
import { whyReadOnly } from '../../store/sqlite/file/open-read-only.ts';
import { storePath } from '../stores/places.ts';
import { unwell, well, type Check } from './check.ts';

const MEGABYTE = 1024 * 1024;
/** For the log of the store, a new index beside the old one, and a few articles. */
const LEAST_FREE_BYTES = 100 * MEGABYTE;

/** How many bytes somebody without special rights may still write into the folder, or where it would be made. */
export async function freeBytesAt(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(nearestThere(folder));
  return bavail * bsize;
}

function nearestThere(folder: string): string {
  const there = path.resolve(folder);
  return existsSync(there) ? there : nearestThere(path.dirname(there));
}

/** Whether there is room in the data folder, for the store once more too, and whether it can be written to. */
export async function checkDisk(config: Pick<Config, 'dataDir'>, freeBytes = freeBytesAt): Promise<Check> {
  const store = storePath(config);
  const there = nearestThere(config.dataDir);
  if (!statSync(there).isDirectory())
    return unwell(
      'disk',
      `${there} is a file, no folder`,
      'name a folder with --data or DATA_DIR; it is made where it is not there yet',
    );
  const free = await freeBytes(config.dataDir);
  const found = `${Math.floor(free / MEGABYTE)} MB free for ${config.dataDir}`;
  const wanted = LEAST_FREE_BYTES + (statSync(store, { throwIfNoEntry: false })?.size ?? 0);
  if (free < wanted)
    return unwell('disk', found, `free some space: at least ${Math.ceil(wanted / MEGABYTE)} MB are wanted`);
  const why = whyReadOnly(store);
  if (why === null) return well('disk', found);
  return unwell(
    'disk',
    `${found}, but ${store} cannot be written to (${why})`,
    'make it and its folder ones that can be written to; until then questions are answered, but nothing is ingested',
  );
}
