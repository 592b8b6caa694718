import { createHash } from 'node:crypto';
import type { Evidence } from '../domain/answer.ts';
import type { Article, ArticleMeta } from '../domain/article.ts';

/** What is said of an article wherever it is cited. */
export interface Cited extends ArticleMeta {
  /** SHA-256 (hex) of the text that the offsets count in, as UTF-8: tells whether it is still the same. */
  readonly sha256: string;
}

/** A statement with the article it stands in. */
export interface ExportRow {
  readonly statement: Evidence;
  readonly article: Cited;
}

/**
 * Statements with their articles, in the order of the statements; those of an article that is gone are left out.
 *
 * @param articleOf reads one article; asked once for each
 */
export async function exportRows(
  statements: readonly Evidence[],
  articleOf: (id: string) => Promise<Article | null>,
): Promise<ExportRow[]> {
  const ids = [...new Set(statements.map(({ article }) => article))];
  const read = await Promise.all(ids.map(articleOf));
  const articles = new Map(read.flatMap((article) => (article ? [[article.id, citedOf(article)]] : [])));
  return statements.flatMap((statement) => {
    const article = articles.get(statement.article);
    if (!article) return [];
    return [{ statement, article }];
  });
}

function citedOf({ id, title, outlet, author, published, url, text }: Article): Cited {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { id, title, outlet, author, published, url, sha256 };
}

/** The articles of the rows, each once, in their order. */
export function articlesOf(rows: readonly ExportRow[]): Cited[] {
  return [...new Map(rows.map(({ article }) => [article.id, article])).values()];
}
