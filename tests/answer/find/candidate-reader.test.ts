import { describe, expect, it, vi } from 'vitest';
import { createCandidateReader } from '../../../src/answer/find/candidate-reader.ts';
import { createMemoryStore } from '../../support/stores/memory-store.ts';
import { DIMENSIONS, recordOf, TALKS } from '../../support/records.ts';

/** A store that counts the candidates it is asked for. */
async function counted() {
  const store = createMemoryStore();
  await store.setEmbeddingStamp({ provider: 'test', model: 'letters', dimensions: DIMENSIONS });
  for (const record of Object.values(TALKS)) await store.saveArticle(record);
  const asked: number[] = [];
  const candidates: typeof store.candidates = (keys, scope) => {
    asked.push(keys.length);
    return store.candidates(keys, scope);
  };
  return { store, asked, read: createCandidateReader({ ...store, candidates }) };
}

describe('createCandidateReader', () => {
  it('reads what the store has, with vectors, and reads it once', async () => {
    const { store, asked, read } = await counted();
    const keys = await store.keysInScope({}, 100);
    const first = await read(keys, {});
    expect(first.map(({ candidate }) => candidate)).toEqual(await store.candidates(keys));
    expect(first.every(({ vector }) => vector?.length === DIMENSIONS)).toBe(true);
    expect(await read(keys.toReversed(), {})).toEqual(first.toReversed());
    expect(asked).toEqual([keys.length]);
  });

  it('reads anew when an article has changed', async () => {
    const { store, read } = await counted();
    const keys = await store.keysInScope({}, 100);
    await read(keys, {});
    await store.saveArticle(recordOf({ id: TALKS.geneva.article.id, text: 'All is new.' }));
    expect((await read(keys, {})).map(({ candidate }) => candidate)).toEqual(await store.candidates(keys));
  });

  it('leaves scopes to the store', async () => {
    const { store, read } = await counted();
    const keys = await store.keysInScope({}, 100);
    await read(keys, {});
    const scoped = await read(keys, { side: 'US' });
    expect(scoped.map(({ candidate }) => candidate)).toEqual(await store.candidates(keys, { side: 'US' }));
  });

  it('gives a question all of its own while another clears what is kept', async () => {
    const { store } = await counted();
    const keys = await store.keysInScope({}, 100);
    const wanted = await createCandidateReader(store)(keys, {});
    let revision = 1;
    let go: (() => void) | null = null;
    const candidates: typeof store.candidates = async (asked, scope) => {
      if (asked.length === keys.length - 1) await new Promise<void>((resolve) => (go = resolve));
      return store.candidates(asked, scope);
    };
    const read = createCandidateReader({ ...store, candidates, revision: async () => revision });
    await read(keys.slice(0, 1), {});
    const slow = read(keys, {});
    const release = await vi.waitUntil(() => go);
    revision = 2;
    await read(keys.slice(1, 2), {});
    release();
    expect(await slow).toEqual(wanted);
  });
});
