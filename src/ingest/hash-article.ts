import { createHash } from 'node:crypto';
import type { Article } from '../domain/article.ts';

/**
 * The hash of an article: its text's, a dash, and that of everything else which what is stored depends on.
 *
 * @param madeBy what else went in: the collection's tables, the version of the code that reads them, corrections
 */
export function hashArticle(
  { text, skips: _derived, fetched: _when, copyOf: _other, ...meta }: Omit<Article, 'hash'>,
  madeBy: string,
): string {
  return `${digest(text)}-${digest(JSON.stringify([Object.entries(meta).toSorted(byName), madeBy])).slice(0, 16)}`;
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

const digest = (value: string): string => createHash('sha256').update(value).digest('hex');

/** The part of a hash that tells texts apart. */
export function textHash(hash: string): string {
  return hash.split('-')[0] ?? hash;
}
