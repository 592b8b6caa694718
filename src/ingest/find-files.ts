import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { ARTICLE_ENDINGS } from './read-article.ts';

/**
 * The article files that `paths` stand for: files as they are named, folders with all that lies below them, sorted.
 *
 * @throws UserError for a path that does not exist, a folder that cannot be read, or one without articles
 */
export async function findArticleFiles(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const each of paths) found.push(...(await filesOf(each)));
  return [...new Set(found)];
}

async function filesOf(each: string): Promise<string[]> {
  try {
    if (!(await stat(each)).isDirectory()) return [each];
    const entries = await readdir(each, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && isArticle(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name));
    if (files.length > 0) return files.toSorted();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const reasons: Record<string, string> = {
      ENOENT: 'there is no such file or folder',
      ENOTDIR: 'there is no such file or folder',
      EACCES: 'reading it is not permitted: change its permissions',
      EPERM: 'reading it is not permitted: change its permissions',
    };
    throw new UserError(`${each} cannot be read: ${reasons[code] ?? code}.`);
  }
  throw new UserError(
    `${each} holds no articles: files ending in ${ARTICLE_ENDINGS.join(', ')} were wanted.`,
  );
}

function isArticle(name: string): boolean {
  const ending = path.extname(name).toLowerCase();
  return !name.startsWith('.') && ARTICLE_ENDINGS.some((known) => known === ending);
}
