import type { AddedSource, AddReport, FoundArticle } from '../../domain/change/source-report.ts';
import { UserError } from '../../errors.ts';
import type { IngestOptions, IngestReport } from '../../ingest/ingest.ts';
import { isAddress, type SourceName } from '../../sources/read-sources.ts';
import type { Store } from '../../store/ports.ts';
import { addFeeds } from './added-feeds.ts';
import { foundArticle } from './find-speakers.ts';

export type AddOptions = Pick<IngestOptions, 'onProgress' | 'onRead' | 'corrects' | 'signal'>;

export interface AddDependencies {
  readonly store: Pick<Store, 'article' | 'statements' | 'note' | 'setNote'>;
  readonly ingest: (names: readonly SourceName[], options: IngestOptions) => Promise<IngestReport>;
}

/** What people name from elsewhere are addresses and files that they hand over, never files of this machine. */
export function assertFromElsewhere(names: readonly SourceName[]): void {
  const file = names.find((name) => typeof name === 'string' && !isAddress(name));
  if (typeof file === 'string')
    throw new UserError(`An address that begins with https:// was wanted, ${JSON.stringify(file)} came.`);
}

/** Reads what somebody names into the store, and tells what was found; feeds are followed from then on. */
export function createAddSources({ store, ingest }: AddDependencies) {
  return async (names: readonly SourceName[], options: AddOptions = {}): Promise<AddReport> => {
    assertFromElsewhere(names);
    if (options.corrects !== undefined && !(await store.article(options.corrects)))
      throw new UserError(`There is no article "${options.corrects}" that could be replaced.`);
    const { results, stopped } = await ingest(names, { ...options, bringsBack: true });
    await addFeeds(
      store,
      results.flatMap(({ outcome, path }) => (outcome === 'feed' ? [path] : [])),
    );
    const sources: AddedSource[] = [];
    for (const { path: from, id, outcome, reason, notes } of results)
      sources.push({ from, outcome, reason, notes, article: id === null ? null : await find(id) });
    return { sources, stopped };
  };

  async function find(id: string): Promise<FoundArticle | null> {
    const article = await store.article(id).catch(() => null);
    return article && foundArticle(article, await store.statements({ article: id }));
  }
}
