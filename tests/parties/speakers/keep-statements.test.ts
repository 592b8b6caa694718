import { describe, expect, it } from 'vitest';
import { createKeepStatements } from '../../../src/parties/speakers/keep-statements.ts';
import { createMemoryStore } from '../../support/stores/memory-store.ts';
import { recordOf } from '../../support/records.ts';

const record = (id: string, speaker: string, published: string) =>
  recordOf({
    id,
    text: `${speaker} said the port stays open.`,
    published,
    statements: [{ content: ['the port stays open'], source: speaker, speaker, speakerKind: 'person' }],
  });

describe('createKeepStatements', () => {
  it('reads those articles alone that changed, and gives what reading all gives', async () => {
    const store = createMemoryStore();
    const read: (string | undefined)[] = [];
    const keepStatements = createKeepStatements({
      statedArticles: () => store.statedArticles(),
      async statements(scope) {
        read.push(scope?.article);
        return store.statements(scope);
      },
    });
    const asStored = async () =>
      (await store.statements()).map(({ key, article, speaker, speakerKind, side, source }) => ({
        key,
        article,
        speaker,
        speakerKind,
        side,
        source,
      }));
    await store.saveArticle(record('a', 'Ann Other', '2022-01-10'));
    await store.saveArticle(record('b', 'Bob Stone', '2022-01-12'));
    expect(await keepStatements()).toEqual(await asStored());
    expect(read).toEqual(['b', 'a']);
    await store.saveArticle(record('a', 'Cleo Frank', '2022-01-10'));
    await store.saveArticle(record('c', 'Dan Mills', '2022-01-11'));
    expect(await keepStatements()).toEqual(await asStored());
    expect(read.slice(2)).toEqual(['c', 'a']);
    await store.removeArticle('b');
    expect((await keepStatements()).map(({ speaker }) => speaker)).toEqual(['Dan Mills', 'Cleo Frank']);
    expect(read).toHaveLength(4);
  });
});
