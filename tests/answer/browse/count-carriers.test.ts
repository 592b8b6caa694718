import { expect, it } from 'vitest';
import { createCountCarriers } from '../../../src/answer/browse/count-carriers.ts';
import { createStated } from '../../../src/answer/show-statements.ts';
import { createMemoryStore } from '../../support/stores/memory-store.ts';
import { DIMENSIONS, recordOf, type ArticleSketch } from '../../support/records.ts';

const WORDS = 'the herring quota of forty per cent is our last offer to the fishermen';

async function counting(...articles: readonly (Partial<ArticleSketch> & { readonly id: string })[]) {
  const store = createMemoryStore();
  await store.setEmbeddingStamp({ provider: 'test', model: 'letters', dimensions: DIMENSIONS });
  for (const { text = `He said ${WORDS}.`, ...article } of articles)
    await store.saveArticle(
      recordOf({
        published: '2031-05-02',
        text,
        statements: [
          {
            content: [text.slice(8, -1)],
            speaker: 'Ann Roe',
            speakerKind: 'person',
            side: 'Norland',
            sides: ['Norland'],
            when: { date: article.published ?? '2031-05-02', how: 'article' },
          },
        ],
        ...article,
      }),
    );
  const stated = createStated({ store });
  const countCarriers = createCountCarriers({ store });
  return async () => {
    const items = await stated(
      (await store.statements()).filter(({ article }) => article === articles[0]?.id),
    );
    return (await countCarriers(items))[0]?.carriers;
  };
}

it('tells that one outlet alone has the words', async () => {
  const count = await counting(
    { id: 'a', outlet: 'Post' },
    {
      id: 'b',
      outlet: 'Herald',
      text: 'He said nothing at all about any of that, not even when he was asked.',
    },
  );
  expect(await count()).toEqual({ outlets: 1, copies: 0 });
});

it('counts outlets that wrote it themselves, and copies of one report apart', async () => {
  const count = await counting(
    { id: 'a', outlet: 'Wire' },
    { id: 'b', outlet: 'Herald', copyOf: 'a' },
    { id: 'c', outlet: 'Post', copyOf: 'a' },
    { id: 'd', outlet: 'Courier', text: `He told ${WORDS}, and more of that kind.` },
    // A second piece of the same outlet is no second outlet; what was said weeks later is another statement.
    { id: 'e', outlet: 'Courier', text: `He held ${WORDS}.` },
    { id: 'f', outlet: 'Radio', published: '2031-06-20' },
  );
  expect(await count()).toEqual({ outlets: 2, copies: 2 });
});

it('says nothing where all articles are of one outlet', async () => {
  const count = await counting({ id: 'a', outlet: 'Post' }, { id: 'b', outlet: 'Post' });
  expect(await count()).toBeUndefined();
});

it('counts anew after a change, but no more than every 15 s where counting takes long', async () => {
  const store = createMemoryStore();
  await store.setEmbeddingStamp({ provider: 'test', model: 'letters', dimensions: DIMENSIONS });
  const save = (id: string): Promise<unknown> =>
    store.saveArticle(
      recordOf({
        id,
        outlet: `Outlet ${id}`,
        published: '2031-05-02',
        text: `He said ${WORDS}.`,
        statements: [{ content: [WORDS], speaker: 'Ann Roe', speakerKind: 'person', side: null, sides: [] }],
      }),
    );
  await save('a');
  await save('b');
  let [atMs, stepMs, searched] = [0, 1, 0];
  const watched: typeof store = {
    ...store,
    searchSentences: (...asked: Parameters<typeof store.searchSentences>) => {
      searched++;
      atMs += stepMs;
      return store.searchSentences(...asked);
    },
  };
  const countCarriers = createCountCarriers({ store: watched }, () => atMs);
  const stated = createStated({ store });
  const outlets = async (): Promise<number | undefined> => {
    const items = await stated((await store.statements()).filter(({ article }) => article === 'a'));
    return (await countCarriers(items))[0]?.carriers?.outlets;
  };
  expect([await outlets(), await outlets(), searched]).toEqual([2, 2, 1]);
  stepMs = 100;
  await save('c');
  expect([await outlets(), searched]).toEqual([3, 2]);
  await save('d');
  expect([await outlets(), searched]).toEqual([3, 2]);
  atMs += 15_000;
  expect([await outlets(), searched]).toEqual([4, 3]);
});
