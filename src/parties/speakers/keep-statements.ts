import type { Store, StoredStatement } from '../../store/ports.ts';
import { groupBy } from '../../domain/group-by.ts';

/** Of a statement, what tells who speaks. */
export type Spoken = Pick<StoredStatement, 'key' | 'article' | 'speaker' | 'speakerKind' | 'side' | 'source'>;

/** With more articles changed, all statements are read at once. */
const MOST_READ_ALONE = 100;

/**
 * Reads all statements, in the store's order. What was read of an article is kept: while articles come in one by one, only
 * those are read.
 */
export function createKeepStatements(
  store: Pick<Store, 'statements' | 'statedArticles'>,
): () => Promise<readonly Spoken[]> {
  let kept: ReadonlyMap<string, { readonly last: number; readonly spoken: readonly Spoken[] }> = new Map();

  async function readOf(articles: readonly string[]): Promise<ReadonlyMap<string, readonly Spoken[]>> {
    if (articles.length > MOST_READ_ALONE)
      return groupBy((await store.statements()).map(spokenOf), ({ article }) => article);
    const read = articles.map(async (article) => [article, await store.statements({ article })] as const);
    return new Map((await Promise.all(read)).map(([article, of]) => [article, of.map(spokenOf)]));
  }

  return async () => {
    const stated = await store.statedArticles();
    const changed = stated.filter(({ article, last }) => kept.get(article)?.last !== last);
    const fresh = await readOf(changed.map(({ article }) => article));
    const now = new Map<string, { readonly last: number; readonly spoken: readonly Spoken[] }>();
    for (const { article, last } of stated) {
      const before = kept.get(article);
      // Gone since they were listed, it has none.
      now.set(article, before?.last === last ? before : { last, spoken: fresh.get(article) ?? [] });
    }
    kept = now;
    return [...now.values()].flatMap(({ spoken }) => spoken);
  };
}

function spokenOf({ key, article, speaker, speakerKind, side, source }: StoredStatement): Spoken {
  return { key, article, speaker, speakerKind, side, source };
}
