import type { Config } from '../config.ts';
import { createArticleReader, type ArticleReader } from '../sources/read-article.ts';

/** What reads article files within the settings' bounds, without a store; to be closed. */
export function openReader({ maxFileMb }: Config): ArticleReader {
  return createArticleReader({ maxFileMb });
}
