import { UserError } from '../errors.ts';
import type { ReadOptions, SourceName, SourceReader, SourceResult } from '../sources/read-sources.ts';
import type { Store } from '../store/ports.ts';
import { hashArticle } from './hash-article.ts';
import { readReplaced, whatCorrected } from './replaced-texts.ts';

export interface WantedOptions {
  /** Told each file and address that was read, before anything is stored. */
  readonly onRead?: (from: string) => void;
  /** The id of an article that the one which is read replaces. */
  readonly corrects?: string;
  /** Whether articles that came from addresses are made anew from their stored text where that is needed. */
  readonly again?: boolean;
  /** Stops between articles, and while it reads or waits for its turn; what is saved stays saved. */
  readonly signal?: AbortSignal;
}

/**
 * All that is to be read, in the order in which it was named; nobody else waits meanwhile.
 *
 * @throws UserError where not one article came that is to replace another; the signal's reason
 */
export async function readWanted(
  { store, reader }: { readonly store: Store; readonly reader: Pick<SourceReader, 'readAll'> },
  names: readonly SourceName[],
  { signal, onRead, again = false, corrects }: WantedOptions,
): Promise<SourceResult[]> {
  const read: SourceResult[] = [];
  const visited = visitedIn(store, new Set((await store.sources()).map(({ id }) => id)));
  for await (const result of reader.readAll(names, { signal, visited })) {
    if (result.kind === 'read') onRead?.(result.from);
    read.push(result);
  }
  if (corrects !== undefined) return [replacing(corrects, read)];
  return again ? [...read, ...(await fetchedBefore(store, read))] : read;
}

/** What was fetched before; an article that is no longer in the store is wanted whole. */
function visitedIn(store: Store, stored: ReadonlySet<string>): NonNullable<ReadOptions['visited']> {
  return async (url) => {
    const visit = await store.visit(url);
    const isGone = visit?.article !== null && visit?.article !== undefined && !stored.has(visit.article);
    return visit && isGone ? { ...visit, etag: null, lastModified: null } : visit;
  };
}

/** The articles that came from addresses, as they are stored: what reads statements may have learned since. */
async function fetchedBefore(store: Store, read: readonly SourceResult[]): Promise<SourceResult[]> {
  const corrected = whatCorrected(await readReplaced(store), await store.hashes());
  const seen = new Set(
    read.flatMap((result) => {
      if (result.kind !== 'read') return [];
      const { notes: _, ...known } = result.article;
      // A file that stays out stands for no version of its article.
      return corrected({ hash: hashArticle(known, '') }) === null ? [known.id] : [];
    }),
  );
  const again: SourceResult[] = [];
  for (const { id } of await store.sources()) {
    if (seen.has(id)) continue;
    const article = await store.article(id).catch(() => null);
    if (!article || article.fetched === null) continue;
    const { hash: _before, ...known } = article;
    again.push({ kind: 'read', from: known.url ?? id, article: { ...known, notes: [] }, visit: null });
  }
  return again;
}

/** The one article that was read, under the id of the one that it replaces. */
function replacing(id: string, read: readonly SourceResult[]): SourceResult {
  const [only, more] = read;
  if (!only || more) throw new UserError(`One article was wanted to replace "${id}", ${read.length} came.`);
  return only.kind === 'read' ? { ...only, article: { ...only.article, id } } : only;
}
