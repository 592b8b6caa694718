import type { Article } from '../domain/article.ts';
import { UserError } from '../errors.ts';
import type { ReadArticle } from '../sources/read-article.ts';
import { refusalOf } from '../sources/refusal-of.ts';
import { resultOf, type IngestResult } from './ingest-result.ts';
import { hashArticle, textHash } from './hash-article.ts';

/** An article that is new or changed, and the file it came from. */
export interface Draft {
  readonly path: string;
  readonly article: Article;
  readonly notes: readonly string[];
}

/**
 * Reads article files and sorts out what is unchanged, double or no article. Whatever reading one does, the others are read.
 *
 * @param read throws for a file that is no article
 * @param madeByOf see `hashArticle`; by the article's id
 * @param stored the hashes of the articles in the store, by id
 * @returns what is to be stored, and a result for every file that is not
 */
export async function readDrafts(
  files: readonly string[],
  read: (file: string) => Promise<ReadArticle>,
  madeByOf: (id: string) => string,
  stored: ReadonlyMap<string, string>,
): Promise<{ drafts: Draft[]; results: IngestResult[] }> {
  const drafts: Draft[] = [];
  const results: IngestResult[] = [];
  const fileOf = new Map<string, string>();
  const idOf = new Map([...stored].map(([id, hash]) => [textHash(hash), id]));
  for (const path of files) {
    try {
      const { notes: odd, ...known } = await read(path);
      const notes = known.partial === null ? odd : [...odd, `it is not the whole article: ${known.partial}`];
      const article = { ...known, hash: hashArticle(known, madeByOf(known.id)) };
      const { id, hash } = article;
      const taken = fileOf.get(id);
      if (taken) {
        throw new UserError(
          `${path} has the id "${id}", as ${taken} has: give one of them another id or file name.`,
        );
      }
      const twin = idOf.get(textHash(hash));
      if (twin !== undefined && twin !== id) {
        throw new UserError(
          `${path} has the very text of the article "${twin}": it is not read a second time.`,
        );
      }
      fileOf.set(id, path);
      idOf.set(textHash(hash), id);
      if (stored.get(id) === hash) results.push(resultOf(path, id, 'unchanged'));
      else drafts.push({ path, article, notes });
    } catch (error) {
      results.push(resultOf(path, null, 'refused', refusalOf(path, error)));
    }
  }
  return { drafts, results };
}
