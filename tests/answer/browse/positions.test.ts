import { expect, it } from 'vitest';
import { createPositions } from '../../../src/answer/browse/positions.ts';
import { createStated } from '../../../src/answer/show-statements.ts';
import type { StatementTime } from '../../../src/domain/statement.ts';
import { createDirectory } from '../../../src/parties/directory.ts';
import { SEEDS } from '../../support/collection.ts';
import { createMemoryStore } from '../../support/stores/memory-store.ts';
import { DIMENSIONS, recordOf } from '../../support/records.ts';

const said = (content: string, when: StatementTime | null) => ({
  content: [content],
  when,
  topics: ['missiles'],
});

it('puts a timeline in the order of saying, not of printing', async () => {
  const store = createMemoryStore();
  await store.setEmbeddingStamp({ provider: 'test', model: 'letters', dimensions: DIMENSIONS });
  const text = 'Old words. New words. Undated words.';
  const statements = [
    said('New words', { date: '2022-01-11', how: 'article' }),
    said('Old words', { date: '2022-01-03', how: 'worked out' }),
  ];
  await store.saveArticle(recordOf({ id: 'late', text, published: '2022-01-11', statements }));
  const stated = said('Old words', { date: '2022-01-07', how: 'stated' });
  await store.saveArticle(recordOf({ id: 'none', text, statements: [stated, said('Undated words', null)] }));
  const directory = createDirectory({ store, actors: SEEDS.actors });
  const positions = createPositions({
    store,
    stated: createStated({ store }),
    directory,
    topics: SEEDS.topics,
  });
  const found = await positions.timeline('missiles');
  expect(found.statements.map(({ article, text: words, when }) => [article, words, when?.date])).toEqual([
    ['late', 'Old words', '2022-01-03'],
    ['none', 'Old words', '2022-01-07'],
    ['late', 'New words', '2022-01-11'],
  ]);
  expect(found.undated.map(({ text: words }) => words)).toEqual(['Undated words']);
});
