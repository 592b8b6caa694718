import { expect, it } from 'vitest';
import { createCountCarriers } from '../../../src/answer/browse/count-carriers.ts';
import { createStated } from '../../../src/answer/show-statements.ts';
import { createMemoryStore } from '../../support/memory-store.ts';
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
