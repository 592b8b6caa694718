import { beforeEach, describe, expect, it } from 'vitest';
import { createReembed } from '../../src/ingest/reembed.ts';
import type { Store } from '../../src/store/ports.ts';
import { createHashedEmbeddings } from '../support/models/hashed-embeddings.ts';
import { createMemoryStore } from '../support/stores/memory-store.ts';
import { DIMENSIONS, TALKS, recordOf, textVector } from '../support/records.ts';

const OLD = { provider: 'packaged', model: 'old', dimensions: DIMENSIONS };
let store: Store;
let logged: string[];
let nowMs: number;

beforeEach(async () => {
  store = createMemoryStore();
  logged = [];
  nowMs = 0;
  await store.setEmbeddingStamp(OLD);
});

const reembedWith = (embeddings: ReturnType<typeof createHashedEmbeddings>) =>
  createReembed({
    store,
    embeddings: {
      stamp: embeddings.stamp,
      embedBatches(texts, signal) {
        signal?.throwIfAborted();
        nowMs += 10 * texts.length;
        return embeddings.embedBatches(texts, signal);
      },
    },
    log: { info: (line) => logged.push(line), warn: (line) => logged.push(line) },
    now: () => nowMs,
  });

describe('other embeddings than before', () => {
  it('embed every sentence again, saying how many, how long and how far', async () => {
    const text = Array.from({ length: 300 }, (_, i) => `Sentence ${i}. `).join('');
    await store.saveArticle(recordOf({ id: 'many', text }));
    const embeddings = createHashedEmbeddings();
    expect(await reembedWith(embeddings)()).toBe(true);
    expect(await store.embeddingStamp()).toEqual(embeddings.stamp);
    const { sentences } = await store.counts();
    expect(embeddings.embedded()).toBe(sentences);
    const [first = 0] = await store.keysInScope({}, 1);
    const [candidate] = await store.candidates([first]);
    expect((await store.vectorsOf([first])).get(first)).toEqual(textVector(candidate?.text ?? ''));
    expect(logged[0]).toBe(
      `The embeddings are now test:hashed-words, not packaged:old: ${sentences} of ${sentences} sentences must be embedded again; until then questions are answered as before.`,
    );
    expect(logged[1]).toBe(
      `128 of ${sentences} sentences embedded; about ${Math.ceil((sentences - 128) / 100)} s left.`,
    );
    expect(logged.at(-1)).toBe('All sentences are embedded by test:hashed-words.');
    expect(await reembedWith(embeddings)()).toBe(false);
  });

  it('go on where they were interrupted; the old vectors stay until then', async () => {
    const text = Array.from({ length: 300 }, (_, i) => `Sentence ${i}. `).join('');
    await store.saveArticle(recordOf({ id: 'many', text }));
    const stopping = new AbortController();
    const first = createHashedEmbeddings();
    const stopped = createReembed({
      store,
      embeddings: first,
      log: {
        info: () => undefined,
        warn: (line) => line.includes('left.') && stopping.abort(new Error('stopped')),
      },
      now: () => 0,
    });
    await expect(stopped(stopping.signal)).rejects.toThrow('stopped');
    expect(await store.embeddingStamp()).toEqual(OLD);
    const second = createHashedEmbeddings();
    await reembedWith(second)();
    const { sentences } = await store.counts();
    expect(first.embedded()).toBe(128);
    expect(first.embedded() + second.embedded()).toBe(sentences);
  });

  it('take in what is ingested meanwhile', async () => {
    await store.saveArticle(TALKS.geneva);
    const embeddings = createHashedEmbeddings();
    let once = true;
    const run = createReembed({
      store,
      embeddings: {
        stamp: embeddings.stamp,
        async *embedBatches(texts) {
          if (once) await store.saveArticle(TALKS.brussels);
          once = false;
          yield* embeddings.embedBatches(texts);
        },
      },
      log: { info: () => undefined, warn: () => undefined },
      now: () => 0,
    });
    expect(await run()).toBe(true);
    expect(await store.vectorsOf(await store.keysInScope({}, 99))).toHaveProperty('size', 7);
  });

  it('have nothing to do in an empty store, or the same one', async () => {
    expect(await reembedWith(createHashedEmbeddings())()).toBe(false);
    expect(logged).toEqual([]);
  });
});
