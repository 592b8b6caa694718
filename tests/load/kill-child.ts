import { writeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { openStatementExtractor } from '../../src/app/models/extractor.ts';
import { openStore } from '../../src/app/stores/open-store.ts';
import { createIngest } from '../../src/ingest/ingest.ts';
import { createReembed } from '../../src/ingest/reembed.ts';
import { createSourceReader } from '../../src/sources/read-sources.ts';
import type { Store } from '../../src/store/ports.ts';
import { createHnswIndex } from '../../src/store/vector/hnsw.ts';
import { SEEDS } from '../support/collection.ts';
import { createHashedEmbeddings } from '../support/models/hashed-embeddings.ts';

/**
 * The process that is killed: `ready` when the work begins, `saved …` for what is finished (so must never be lost),
 * `done` at the end. Written at once, so that nothing said is lost with the process.
 */
const tell = (line: string): void => void writeSync(1, `${line}\n`);

const quiet = { info: () => undefined, warn: () => undefined };

const [work = '', dir = '', what = '', databaseUrl = null] = process.argv.slice(2);
const { store, lock } = await openStore({ dataDir: dir, databaseUrl });
const embeddings = createHashedEmbeddings();

const works: Readonly<Record<string, () => Promise<void>>> = {
  /** Reads the articles of the folder `what`. */
  async ingest() {
    const extract = await openStatementExtractor(SEEDS.actors, SEEDS.topics);
    const reader = createSourceReader();
    const told: Store = {
      ...store,
      async saveArticle(record) {
        const outcome = await store.saveArticle(record);
        tell(`saved ${record.article.id}`);
        return outcome;
      },
    };
    const ingest = createIngest({
      store: told,
      reader,
      embeddings,
      extract: (article) => extract(article),
      madeBy: '',
      // The server takes a moment to see that a killed process is gone.
      lock: () => lock({ waitMs: databaseUrl === null ? 0 : 10_000 }),
    });
    tell('ready');
    await ingest([what]);
    await syncIndex();
    await reader.close();
  },

  /** Builds the index from nothing. */
  async index() {
    await rm(path.join(dir, 'index'), { recursive: true, force: true });
    tell('ready');
    await syncIndex();
  },

  /** Embeds every sentence again, as by the model `what`. */
  async reembed() {
    const stamp = { ...embeddings.stamp, model: what };
    const reembed = createReembed({
      store: {
        ...store,
        async saveNext(next, vectors) {
          await store.saveNext(next, vectors);
          tell(`saved ${vectors.length}`);
        },
      },
      embeddings: { ...embeddings, stamp },
      log: quiet,
      now: () => performance.now(),
    });
    tell('ready');
    await reembed();
  },
};

async function syncIndex(): Promise<void> {
  const index = createHnswIndex({ store, dir: path.join(dir, 'index'), log: quiet });
  await index.sync();
  await index.close();
}

await works[work]?.();
await store.close();
tell('done');
