import type { Evidence } from '../domain/answer.ts';
import type { Store, StoredStatement } from '../store/ports.ts';
import { statementSpan } from '../domain/said/statement-span.ts';
import { toEvidence } from './show-evidence.ts';

/** Statements as evidence, numbered in their order; those of an article that is gone are left out. */
export type Stated = (
  statements: readonly StoredStatement[],
  score?: (statement: StoredStatement) => number,
) => Promise<Evidence[]>;

/** Reads every article, and what else is said in it, once. */
export function createStated({ store }: { readonly store: Pick<Store, 'article' | 'statements'> }): Stated {
  return async (statements, score = () => 1) => {
    const ids = [...new Set(statements.map(({ article }) => article))];
    const read = await Promise.all(
      ids.map(async (id) => [id, await store.article(id), await store.statements({ article: id })] as const),
    );
    const articles = new Map(read.map(([id, article, all]) => [id, { article, all }]));
    const found = statements.flatMap((statement) => {
      const { article, all } = articles.get(statement.article) ?? { article: null, all: [] };
      return article ? [{ statement, article, span: statementSpan(statement, article, all) }] : [];
    });
    return found.map(({ statement, article, span }, index) =>
      toEvidence(index + 1, article, { span, statement, topics: statement.topics, score: score(statement) }),
    );
  };
}
