import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { ENDINGS, isArticle } from './read-draft.ts';

/** What lies in a folder and is not read. */
interface LeftOut {
  readonly path: string;
  /** A clause: "it leads out of the folder". */
  readonly reason: string;
}

export interface FoundFiles {
  readonly files: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The article files that `paths` stand for: files as they are named, folders with all that lies below them, sorted. Links
 * are followed within the folder that was named; what is not read is named.
 *
 * @throws UserError for a path that does not exist, a folder that cannot be read, or one without articles
 */
export async function findArticleFiles(paths: readonly string[]): Promise<FoundFiles> {
  const files: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const each of paths) {
    const found = await filesOf(each);
    files.push(...found.files);
    leftOut.push(...found.leftOut);
  }
  return { files: [...new Set(files)], leftOut };
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  ELOOP: 'its links lead in a circle',
  EACCES: 'reading it is not permitted: change its permissions',
  EPERM: 'reading it is not permitted: change its permissions',
};

async function filesOf(each: string): Promise<FoundFiles> {
  try {
    if (!(await stat(each)).isDirectory()) return { files: [each], leftOut: [] };
    const found = await walk(each);
    if (found.files.length > 0) return found;
  } catch (error) {
    throw new UserError(`${each} cannot be read: ${reasonOf(error)}.`);
  }
  throw new UserError(`${each} holds no articles: files ending in ${ENDINGS.join(', ')} were wanted.`);
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return REASONS[code] ?? code;
}

/** Plain files first, so that one is found under its own name where a link leads to it too. */
async function walk(root: string): Promise<FoundFiles> {
  const rootPath = await realpath(root);
  const files = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  const folders = new Set<string>();
  const links: string[] = [];

  const leave = (at: string, reason: string): void => void leftOut.push({ path: at, reason });
  const take = (file: string, real: string): void => {
    if (!isArticle(file)) return leave(file, 'no article is read from files of this kind');
    const taken = files.get(real);
    if (taken === undefined) files.set(real, file);
    else leave(file, `it leads to ${taken}, which is read`);
  };
  const enter = async (folder: string, real: string): Promise<void> => {
    if (folders.has(real)) return leave(folder, 'it leads to a folder that is read');
    folders.add(real);
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const at = path.join(folder, entry.name);
      if (entry.name.startsWith('.')) leave(at, 'it is hidden');
      else if (entry.isSymbolicLink()) links.push(at);
      // What is no link lies where its folder does: to ask for each would take a turn of all that others do, each time.
      else await see(at, path.join(real, entry.name), entry);
    }
  };
  const see = async (
    at: string,
    real: string,
    found: Pick<Stats, 'isDirectory' | 'isFile'>,
  ): Promise<void> => {
    try {
      if (found.isDirectory()) await enter(at, real);
      else if (found.isFile()) take(at, real);
      else leave(at, 'it is a device or pipe');
    } catch (error) {
      leave(at, `it cannot be read: ${reasonOf(error)}`);
    }
  };

  await enter(root, rootPath);
  for (let link = links.shift(); link !== undefined; link = links.shift()) {
    const real = await realpath(link).catch(() => null);
    if (real === null) leave(link, 'it is a link that leads nowhere');
    else if (!isBelow(rootPath, real)) leave(link, `it is a link that leads out of ${root}`);
    else await see(link, real, await stat(link));
  }
  return { files: [...files.values()].toSorted(), leftOut };
}

const isBelow = (rootPath: string, real: string): boolean =>
  real === rootPath || real.startsWith(rootPath + path.sep);

/** Whether a path leads to something in a folder, wherever links lead; not where one of them is not there. */
export async function isWithin(folder: string, file: string): Promise<boolean> {
  const [rootPath, real] = await Promise.all([folder, file].map((each) => realpath(each).catch(() => null)));
  return typeof rootPath === 'string' && typeof real === 'string' && isBelow(rootPath, real);
}
