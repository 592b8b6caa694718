import { describe, expect, it } from 'vitest';
import { createArticles } from '../../../src/answer/browse/list-stored.ts';
import { createDirectory } from '../../../src/parties/directory.ts';
import { createChanges } from '../../../src/answer/browse/changes/track-changes.ts';
import { createMatrix } from '../../../src/answer/browse/count-matrix.ts';
import { createStated } from '../../../src/answer/show-statements.ts';
import { UserError } from '../../../src/errors.ts';
import { SEEDS } from '../../support/collection.ts';
import { createMemoryStore } from '../../support/stores/memory-store.ts';
import { DIMENSIONS, TALKS } from '../../support/records.ts';

async function open(records = Object.values(TALKS)) {
  const store = createMemoryStore();
  await store.setEmbeddingStamp({ provider: 'test', model: 'letters', dimensions: DIMENSIONS });
  for (const record of records) await store.saveArticle(record);
  const stated = createStated({ store });
  const directory = createDirectory({ store, actors: SEEDS.actors });
  const { topics } = SEEDS;
  return {
    store,
    ...createArticles({ store, stated, directory, topics }),
    matrix: createMatrix({
      store,
      said: createChanges({ store, stated, directory, topics }).said,
      sides: SEEDS.actors.sides,
      topics,
    }),
  };
}

describe('article', () => {
  it('gives the article with all that is said in it, in the order of its text', async () => {
    const { article } = await open();
    const view = await article('geneva');
    expect(view?.article).toEqual(TALKS.geneva.article);
    expect(view?.statements.map(({ n, text }) => [n, text])).toEqual([
      [1, 'We offered limits on missiles," Ms. Sherman said, "if Moscow does the same.'],
      [2, 'Ryabkov demanded guarantees'],
    ]);
  });

  it('is null for an id that no article has', async () => {
    const { article } = await open();
    expect(await article('nowhere')).toBeNull();
  });
});

describe('statements', () => {
  it('gives everything, newest article first, each as its article has it', async () => {
    const { statements, store } = await open();
    const all = await statements();
    expect(all.map(({ article }) => article)).toEqual([
      'brussels',
      'brussels',
      'geneva',
      'geneva',
      'undated',
    ]);
    for (const { article, start, end, text } of all)
      expect(text).toBe((await store.article(article))?.text.slice(start, end));
  });

  it('narrows by what people write', async () => {
    const { statements } = await open();
    expect((await statements({ side: 'moscow' })).map(({ act }) => act)).toEqual(['warns', 'demands']);
    expect(await statements({ topic: 'missiles', until: '2022-01-11' })).toHaveLength(1);
    expect(await statements({ speaker: 'Sherman', since: '2022-01-11' })).toEqual([]);
  });

  it('refuses a side that there is not', async () => {
    const { statements } = await open();
    await expect(statements({ side: 'Atlantis' })).rejects.toThrow(UserError);
  });
});

describe('matrix', () => {
  it('counts what each side says on each topic', async () => {
    const { matrix } = await open();
    const { sides, topics, cells, searched } = await matrix();
    expect([...sides].toSorted()).toEqual(['NATO', 'Russia', 'US']);
    expect(cells).toHaveLength(sides.length * topics.length);
    expect(cells).toContainEqual({
      side: 'US',
      topic: 'missiles',
      statements: 1,
      act: 'offers',
      moved: null,
    });
    expect(cells).toContainEqual({ side: 'NATO', topic: 'missiles', statements: 0, act: null, moved: null });
    expect(topics).not.toContain('sanctions');
    expect(searched.articles).toBe(3);
  });

  it('is empty for an empty store', async () => {
    const { matrix } = await open([]);
    expect(await matrix()).toMatchObject({ sides: [], topics: [], cells: [] });
  });
});
