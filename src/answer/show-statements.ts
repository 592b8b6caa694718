import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Article } from '../domain/article.ts';
import type { Evidence } from '../domain/answer.ts';
import type { Store, StoredStatement } from '../store/ports.ts';
import { statementSpan, toEvidence } from './show-evidence.ts';

/** Statements as evidence, numbered in their order; those of an article that is gone are left out. */
export type Stated = (
  statements: readonly StoredStatement[],
  score?: (statement: StoredStatement) => number,
) => Promise<Evidence[]>;

/** Reads every article, and what else is said in it, once; between two, others get their turn. */
export function createStated({ store }: { readonly store: Pick<Store, 'article' | 'statements'> }): Stated {
  return async (statements, score = () => 1) => {
    const ids = [...new Set(statements.map(({ article }) => article))];
    const articles = new Map<string, { article: Article | null; all: readonly StoredStatement[] }>();
    for (const id of ids) {
      const [article, all] = await Promise.all([store.article(id), store.statements({ article: id })]);
      articles.set(id, { article, all });
      await nextTurn();
    }
    const found = statements.flatMap((statement) => {
      const { article, all } = articles.get(statement.article) ?? { article: null, all: [] };
      return article ? [{ statement, article, span: statementSpan(statement, article, all) }] : [];
    });
    return found.map(({ statement, article, span }, index) =>
      toEvidence(index + 1, article, { span, statement, topics: statement.topics, score: score(statement) }),
    );
  };
}
