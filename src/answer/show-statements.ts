import type { Evidence } from '../domain/answer.ts';
import type { Store, StoredStatement } from '../store/ports.ts';
import type { Article } from '../domain/article.ts';
import { statementSpan } from '../domain/said/statement-span.ts';
import type { Span } from '../text/span.ts';
import { toEvidence } from './show-evidence.ts';

/** Statements as evidence, numbered in their order; those of an article that is gone are left out. */
export type Stated = (
  statements: readonly StoredStatement[],
  score?: (statement: StoredStatement) => number,
) => Promise<Evidence[]>;

/** So many statements' places are kept. */
const MOST_KEPT = 20_000;

/**
 * Reads every article once. Where a statement stands with who says it, which what else is said there bounds, is kept by its key:
 * where the article or what is said in it changes, all its statements have others.
 */
export function createStated({ store }: { readonly store: Pick<Store, 'article' | 'statements'> }): Stated {
  const kept = new Map<number, Span>();

  /** Those of the statements' places, which another call may forget meanwhile. */
  async function placesIn(
    article: Article,
    statements: readonly StoredStatement[],
  ): Promise<ReadonlyMap<number, Span>> {
    const places = new Map(statements.map(({ key }) => [key, kept.get(key)] as const));
    const unknown = statements.filter(({ key }) => places.get(key) === undefined);
    const all = unknown.length === 0 ? [] : await store.statements({ article: article.id });
    for (const one of unknown) places.set(one.key, statementSpan(one, article, all));
    const found = [...places].flatMap(([key, span]) => (span ? [[key, span] as const] : []));
    for (const [key, span] of found) kept.set(key, span);
    return new Map(found);
  }

  return async (statements, score = () => 1) => {
    if (kept.size > MOST_KEPT) kept.clear();
    const ofArticle = new Map<string, StoredStatement[]>();
    for (const one of statements) {
      const known = ofArticle.get(one.article);
      if (known) known.push(one);
      else ofArticle.set(one.article, [one]);
    }
    const read = [...ofArticle].map(async ([id, of]) => {
      const article = await store.article(id);
      return [id, article && { article, places: await placesIn(article, of) }] as const;
    });
    const articles = new Map(await Promise.all(read));
    const found = statements.flatMap((statement) => {
      const known = articles.get(statement.article);
      const span = known?.places.get(statement.key);
      return known && span ? [{ statement, article: known.article, span }] : [];
    });
    return found.map(({ statement, article, span }, index) =>
      toEvidence(index + 1, article, { span, statement, topics: statement.topics, score: score(statement) }),
    );
  };
}
