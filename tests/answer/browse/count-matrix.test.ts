import { expect, it } from 'vitest';
import { createChanges } from '../../../src/answer/browse/changes/track-changes.ts';
import { createMatrix } from '../../../src/answer/browse/count-matrix.ts';
import { createStated } from '../../../src/answer/show-statements.ts';
import type { Act } from '../../../src/domain/statement.ts';
import { createDirectory } from '../../../src/parties/directory.ts';
import { createMemoryStore } from '../../support/stores/memory-store.ts';
import { DIMENSIONS, recordOf } from '../../support/records.ts';

const topics = [{ id: 'fish', label: 'Fish', words: ['fish', 'quota'] }];
const sides = ['Norland', 'Suderia', 'Wester'].map((id) => ({ id, label: id, names: [id], adjectives: [] }));

async function counting() {
  const store = createMemoryStore();
  await store.setEmbeddingStamp({ provider: 'test', model: 'letters', dimensions: DIMENSIONS });
  const directory = createDirectory({ store, actors: { sides, actors: [] } });
  const { said } = createChanges({ store, stated: createStated({ store }), directory, topics });
  return {
    matrix: createMatrix({ store, said, sides, topics }),
    say: async (published: string, side: string, act: Act, text: string): Promise<void> => {
      const statements = [{ content: [text], side, sides: [side], act, topics: ['fish'] }];
      await store.saveArticle(
        recordOf({ id: `${published}-${side}`, published, text: `${text}.`, statements }),
      );
    },
  };
}

it('tells how each side last moved: its number, or what it does; made anew when something comes in', async () => {
  const { matrix, say } = await counting();
  await say('2031-05-01', 'Norland', 'offers', 'Norland offers a herring quota of 40 per cent');
  await say('2031-05-02', 'Suderia', 'rejects', 'Suderia rejects inspectors on its boats');
  await say('2031-05-03', 'Wester', 'demands', 'Wester demands a fair quota');
  expect((await matrix()).cells.map(({ moved }) => moved)).toEqual([null, null, null]);
  await say('2031-05-04', 'Norland', 'offers', 'Norland offers a herring quota of 35 per cent if it rains');
  await say('2031-05-05', 'Suderia', 'agrees', 'Suderia accepts inspectors on its boats');
  const { cells } = await matrix();
  expect(cells.map(({ statements, moved }) => [statements, moved])).toEqual([
    [
      2,
      {
        when: '2031-05-04',
        trend: 'fell',
        acts: { from: 'offers', to: 'offers' },
        words: { from: '40 per cent', to: '35 per cent' },
      },
    ],
    [
      2,
      {
        when: '2031-05-05',
        trend: 'otherwise',
        acts: { from: 'rejects', to: 'agrees' },
        words: { from: null, to: null },
      },
    ],
    [1, null],
  ]);
});
