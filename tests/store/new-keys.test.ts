import { describe, expect, it } from 'vitest';
import { createNewKeys } from '../../src/store/vector/new-keys.ts';
import { createMemoryStore } from '../support/stores/memory-store.ts';
import { recordOf, TALKS } from '../support/records.ts';

const ALL = Number.MAX_SAFE_INTEGER;

async function known() {
  const store = createMemoryStore();
  await store.saveArticle(TALKS.geneva);
  const keys = createNewKeys(store);
  keys.set(await store.keysInScope({}, ALL));
  return { store, keys };
}

describe('createNewKeys', () => {
  it('knows nothing before all were looked at', async () => {
    const { store } = await known();
    expect(await createNewKeys(store).cameIn()).toBeNull();
  });

  it('gives what came in, until it is told that it is dealt with', async () => {
    const { store, keys } = await known();
    expect(await keys.cameIn()).toEqual([]);
    const before = await store.keysInScope({}, ALL);
    await store.saveArticle(TALKS.brussels);
    const added = (await store.keysInScope({}, ALL)).filter((key) => !before.includes(key));
    expect(await keys.cameIn()).toEqual(added);
    expect(await keys.cameIn()).toEqual(added);
    keys.add(added);
    expect(await keys.cameIn()).toEqual([]);
  });

  it('is sure of nothing once an article went, also where as many came in', async () => {
    const { store, keys } = await known();
    await store.saveArticle(recordOf({ ...TALKS.geneva.article, text: TALKS.geneva.article.text }));
    expect(await keys.cameIn()).toBeNull();
    keys.set(await store.keysInScope({}, ALL));
    expect(await keys.cameIn()).toEqual([]);
    await store.removeArticle('geneva');
    expect(await keys.cameIn()).toBeNull();
  });
});
