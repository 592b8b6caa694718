import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { freezeText, type Article, type ArticleMeta } from '../domain/article.ts';
import { splitSentences } from '../text/split-sentences.ts';
import { textAt } from '../text/span.ts';
import { UserError } from '../errors.ts';
import { splitFrontMatter, type FrontMatter } from './front-matter.ts';
import { findSkips } from './skips.ts';

/** What can be read, by the file's ending. */
export const ARTICLE_ENDINGS = ['.md', '.txt', '.html', '.htm'] as const;

/** Longer first sentences are cut where they stand in for a title. */
const TITLE_CHARACTERS = 100;

/**
 * Reads one article file: Markdown with front matter, plain text, or a web page.
 *
 * @returns the article without its hash
 * @throws UserError when the file cannot be read or is not an article: one sentence, naming the file
 */
export async function readArticle(file: string): Promise<Omit<Article, 'hash'>> {
  const content = freezeText(decode(await read(file), file));
  if (content.trim() === '') throw new UserError(`${file} is empty: an article's text was wanted.`);
  const ending = path.extname(file).toLowerCase();
  const name = path.basename(file, path.extname(file));
  const { meta, text } = await splitContent(content, ending, file);
  if (text.trim() === '')
    throw new UserError(`${file} has front matter but no text behind it: an article was wanted.`);
  const skips = findSkips(text, meta.author ?? null);
  const described: ArticleMeta = {
    id: meta.id ?? name,
    title: meta.title ?? firstWords(text, splitSentences(text, skips)) ?? name,
    outlet: meta.outlet ?? null,
    author: meta.author ?? null,
    published: meta.published ?? null,
    url: meta.url ?? null,
  };
  return { ...described, text, skips };
}

async function splitContent(
  content: string,
  ending: string,
  file: string,
): Promise<{ meta: FrontMatter; text: string }> {
  if (ending === '.html' || ending === '.htm') {
    const { readWebPage } = await import('./web-page.ts');
    return readWebPage(content, file);
  }
  const split = splitFrontMatter(content, file);
  if (split) return split;
  if (ending !== '.md') return { meta: {}, text: content };
  throw new UserError(
    `${file} has no front matter: a Markdown article starts with a line "---", then title, outlet, author, published ` +
      `and url, then "---" again; found ${JSON.stringify(content.slice(0, 40))}. Add it, or name the file .txt.`,
  );
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const reasons: Record<string, string> = {
      ENOENT: 'there is no such file',
      EACCES: 'reading it is not permitted',
      EISDIR: 'it is a folder',
    };
    throw new UserError(`${file} cannot be read: ${reasons[code] ?? code}.`);
  }
}

function decode(bytes: Buffer, file: string): string {
  if (bytes.includes(0)) throw new UserError(`${file} is a binary file: UTF-8 text was wanted.`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UserError(`${file} is not UTF-8 text: save it as UTF-8 and ingest it again.`);
  }
}

/** An article that shows no title is called by its first words. */
function firstWords(text: string, sentences: readonly { start: number; end: number }[]): string | null {
  const [first] = sentences;
  if (!first) return null;
  const words = textAt(text, first);
  if (words.length <= TITLE_CHARACTERS) return words;
  return `${words.slice(0, words.lastIndexOf(' ', TITLE_CHARACTERS - 1))} …`;
}

/**
 * The hash of an article: its text's, a dash, and that of everything else which what is stored depends on.
 *
 * @param madeBy what else went in: the collection's tables, the version of the code that reads them, corrections
 */
export function hashArticle(article: Omit<Article, 'hash'>, madeBy: string): string {
  const { text, skips: _derived, ...meta } = article;
  return `${digest(text)}-${digest(JSON.stringify([meta, madeBy])).slice(0, 16)}`;
}

const digest = (value: string): string => createHash('sha256').update(value).digest('hex');

/** The part of a hash that tells texts apart. */
export function textHash(hash: string): string {
  return hash.split('-')[0] ?? hash;
}
