import type { Searched } from '../../domain/answer.ts';
import type { Scope, Store } from '../../store/ports.ts';

/** How much was looked through: all there is, or with dates what is of their days; what has no date is then left out. */
export async function searchedIn(
  store: Pick<Store, 'counts' | 'sources'>,
  { since, until }: Scope,
): Promise<Searched> {
  if (since === undefined && until === undefined) {
    const { articles, passages } = await store.counts();
    return { articles, passages };
  }
  const within = (await store.sources()).filter(
    ({ published }) =>
      published !== null &&
      (since === undefined || published >= since) &&
      (until === undefined || published <= until),
  );
  return {
    articles: within.length,
    passages: within.reduce((sum, { passages }) => sum + passages, 0),
  };
}
