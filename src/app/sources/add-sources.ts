import type { AddedSource, AddReport, FoundArticle } from '../../domain/change/source-report.ts';
import { UserError } from '../../errors.ts';
import type { IngestOptions, IngestReport } from '../../ingest/ingest.ts';
import { isAddress, type SourceName } from '../../sources/read-sources.ts';
import type { Store } from '../../store/ports.ts';
import { foundArticle } from './find-speakers.ts';
import { z } from 'zod';

export type AddOptions = Pick<IngestOptions, 'onProgress' | 'onRead' | 'corrects' | 'signal'>;

interface AddDependencies {
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

const NOTE = 'feeds';
const Feeds = z.array(z.string());

/** The feeds that people added besides those that `sources.yaml` lists, in the order they came. */
export async function readFeeds(store: Pick<Store, 'note'>): Promise<readonly string[]> {
  const value = await store.note(NOTE);
  return value === null ? [] : Feeds.parse(JSON.parse(value));
}

/** Follows feeds from now on. */
async function addFeeds(store: Pick<Store, 'note' | 'setNote'>, feeds: readonly string[]): Promise<void> {
  const before = await readFeeds(store);
  const all = [...new Set([...before, ...feeds])];
  if (all.length > before.length) await store.setNote(NOTE, JSON.stringify(all));
}

/** Follows a feed no longer; false where it was none of these. */
export async function dropFeed(store: Pick<Store, 'note' | 'setNote'>, feed: string): Promise<boolean> {
  const before = await readFeeds(store);
  const left = before.filter((one) => one !== feed);
  if (left.length < before.length) await store.setNote(NOTE, JSON.stringify(left));
  return left.length < before.length;
}
