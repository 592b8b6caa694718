import type { Answer, Searched } from '../domain/answer.ts';
import type { Scope, Store } from '../store/ports.ts';
import type { Question } from './read/read-question.ts';

/** What an answer says whatever there is: what was asked, how it was read, and where was looked. */
export async function aboutAnswer(
  asked: string,
  { question: { kind, assumed }, scope }: { readonly question: Question; readonly scope: Scope },
  store: Pick<Store, 'counts' | 'sources'>,
): Promise<Pick<Answer, 'question' | 'kind' | 'readAs' | 'answer' | 'searched'>> {
  const readAs = assumed.length > 0 ? assumed.join(' · ') : null;
  return { question: asked, kind, readAs, answer: null, searched: await searchedIn(store, scope) };
}

/** How much was looked through: all there is, or with dates what is of their days; what has no date is then left out. */
async function searchedIn(
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
