import type { Actors } from '../../domain/actor.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Article } from '../../domain/article.ts';
import type { Correction } from '../../domain/change/correction.ts';
import type { Statement } from '../../domain/statement.ts';
import { applyCorrections } from '../../attribution/apply-corrections.ts';
import { isSaid } from '../../attribution/is-said.ts';
import type { Store } from '../../store/ports.ts';
import { openStatementExtractor } from '../models/extractor.ts';

/** Who said what in an article by the tables, what people corrected in it included; the tagger is loaded for it. */
export async function openStater(actors: Actors, topics: readonly Topic[]) {
  const extract = await openStatementExtractor(actors, topics);
  return (article: Omit<Article, 'hash'>, corrections: readonly Correction[]): Statement[] =>
    applyCorrections(
      extract(article).filter((statement) => isSaid(statement, article.text)),
      corrections,
      { article, actors },
    );
}

/** Reads off stored articles again who said what, and puts that in place of what is stored; sentences and vectors stay. */
export async function restate(
  ids: readonly string[],
  state: Awaited<ReturnType<typeof openStater>>,
  store: Pick<Store, 'article' | 'corrections' | 'replaceStatements'>,
): Promise<void> {
  for (const id of ids) {
    const article = await store.article(id);
    if (article) await store.replaceStatements(id, state(article, await store.corrections(id)));
  }
}
