import type { Article } from '../../domain/article.ts';
import type { SourceRow } from '../../domain/answer.ts';
import type { StoreCounts } from '../ports.ts';
import { articleOf, isIntact, type ArticleRow } from '../rows/article-rows.ts';
import { signatureIn } from '../rows/blob.ts';
import type { Queries } from './connection-pool.ts';

/** How many texts are in memory at once while all are read. */
const TEXTS_AT_ONCE = 50;

/** An article's row; its text is kept as the bytes that it was, since `text` here takes no NUL. */
export type StoredArticle = Omit<ArticleRow, 'text'> & { readonly nr: number; readonly text: Buffer };

/** Listing whole articles. */
export function createReadArticles(queries: Queries) {
  return {
    article: async (id: string): Promise<Article | null> => {
      const [row] = await queries.rows<StoredArticle>('SELECT * FROM articles WHERE id = @id', { id });
      return row ? articleOf({ ...row, text: row.text.toString() }) : null;
    },
    hashes: async (): Promise<ReadonlyMap<string, string>> => {
      const byId = new Map<string, string>();
      for (let after: string | null = null; ;) {
        const rows: Pick<StoredArticle, 'id' | 'hash' | 'text' | 'text_hash'>[] = await queries.rows(
          `SELECT id, hash, text, text_hash FROM articles
           WHERE @after::text IS NULL OR id > @after ORDER BY id LIMIT ${TEXTS_AT_ONCE}`,
          { after },
        );
        for (const { id, hash, text, text_hash } of rows)
          byId.set(id, isIntact({ text: text.toString(), text_hash }) ? hash : '');
        after = rows.at(-1)?.id ?? null;
        if (after === null) return byId;
      }
    },
    signatures: async (): Promise<ReadonlyMap<string, Uint32Array>> => {
      const rows = await queries.rows<{ id: string; shingles: unknown }>(
        'SELECT id, shingles FROM articles ORDER BY id',
      );
      return new Map(rows.map(({ id, shingles }) => [id, signatureIn(shingles)]));
    },
    sources: (): Promise<readonly SourceRow[]> =>
      queries.rows<SourceRow>(
        `SELECT id, title, outlet, author, published, url,
           (SELECT count(*) FROM sentences AS s WHERE s.article = a.nr) AS sentences,
           (SELECT count(*) FROM sentences AS s WHERE s.article = a.nr) AS passages,
           (SELECT count(*) FROM statements AS st WHERE st.article = a.nr) AS statements
         FROM articles AS a ORDER BY published IS NULL, published DESC, id`,
      ),
    counts: async (): Promise<StoreCounts> => {
      const [counts] = await queries.rows<StoreCounts>(
        `SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM statements) AS statements,
           s.n AS sentences, s.n AS passages FROM (SELECT count(*) AS n FROM sentences) AS s`,
      );
      return counts ?? { articles: 0, sentences: 0, passages: 0, statements: 0 };
    },
    revision: async (): Promise<number> => {
      const [state] = await queries.rows<{ revision: number }>('SELECT revision FROM state');
      return state?.revision ?? 0;
    },
  };
}
