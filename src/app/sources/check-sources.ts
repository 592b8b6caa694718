import type { CheckedSource } from '../../domain/change/source-report.ts';
import { createCopies } from '../../ingest/find-copies.ts';
import { hashArticle, textHash } from '../../ingest/hash-article.ts';
import { readRetractions, whoTookOut } from '../../ingest/retractions.ts';
import { addressKey } from '../../sources/name-address.ts';
import type { ReadArticle } from '../../sources/read-article.ts';
import type { SourceName, SourceReader } from '../../sources/read-sources.ts';
import type { Store } from '../../store/ports.ts';
import type { openStater } from './restate.ts';
import { assertFromElsewhere } from './add-sources.ts';
import { foundArticle } from './find-speakers.ts';

export interface CheckDependencies {
  readonly store: Pick<Store, 'article' | 'signatures' | 'hashes' | 'sources' | 'note'>;
  readonly reader: Pick<SourceReader, 'readAll'>;
  readonly state: () => ReturnType<typeof openStater>;
}

/** Reads what somebody names, keeps nothing of it, and tells what it would be. */
export function createCheckSources({ store, reader, state }: CheckDependencies) {
  return async (names: readonly SourceName[], signal?: AbortSignal): Promise<readonly CheckedSource[]> => {
    assertFromElsewhere(names);
    const checked: CheckedSource[] = [];
    const nothing = { reason: null, article: null, known: null, takenOutBy: null };
    for await (const result of reader.readAll(names, { signal })) {
      const { from, kind } = result;
      if (kind === 'read')
        checked.push({ from, ...nothing, kind: 'article', ...(await check(result.article)) });
      else if (kind === 'feed') checked.push({ from, ...nothing, kind });
      else if (kind !== 'unchanged')
        checked.push({ from, ...nothing, kind: 'refused', reason: result.reason });
    }
    return checked;
  };

  async function check(read: ReadArticle): Promise<Pick<CheckedSource, 'article' | 'known' | 'takenOutBy'>> {
    const { notes: _, ...known } = read;
    const hash = hashArticle(known, '');
    const copyOf = await (await createCopies(store)).originalOf(known);
    const extract = await state();
    return {
      article: foundArticle({ ...known, copyOf }, extract(known, [])),
      known: await knownAs({ ...known, hash }),
      takenOutBy: whoTookOut(await readRetractions(store))({ ...known, hash }),
    };
  }

  async function knownAs({
    id,
    url,
    hash,
  }: Pick<ReadArticle, 'id' | 'url'> & { readonly hash: string }): Promise<CheckedSource['known']> {
    const hashes = await store.hashes();
    const text = textHash(hash);
    const isSame = (other: string): boolean => textHash(hashes.get(other) ?? '') === text;
    const key = url === null ? null : addressKey(url);
    const sources = await store.sources();
    const there = sources.find(
      (one) => one.id === id || (key !== null && one.url !== null && addressKey(one.url) === key),
    );
    if (there) return { id: there.id, as: isSame(there.id) ? 'unchanged' : 'changed' };
    const twin = sources.find((one) => isSame(one.id));
    return twin ? { id: twin.id, as: 'same text' } : null;
  }
}
