import type { Article } from '../domain/article.ts';
import type { Statement } from '../domain/statement.ts';

/** An article with what is said in it, read without any table of sides or topics. */
export interface SaidArticle extends Pick<Article, 'id' | 'text' | 'skips'> {
  readonly statements: readonly Statement[];
}
