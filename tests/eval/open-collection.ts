import { join } from 'node:path';
import type { Article } from '../../src/domain/article.ts';
import type { Statement } from '../../src/domain/statement.ts';
import { createIngest } from '../../src/ingest/ingest.ts';
import { createSourceReader } from '../../src/sources/read-sources.ts';
import { PackagedEmbeddings } from '../../src/providers/embeddings/packaged.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { createHnswIndex } from '../../src/store/vector/hnsw.ts';

const quiet = { info: () => undefined, warn: () => undefined };

/**
 * A store in `dataDir` with the articles of `paths` in it; what lay there unchanged is not read again.
 *
 * @param byWords withholds the questions' vectors
 */
export async function openCollection(
  dataDir: string,
  paths: readonly string[],
  extract: (article: Omit<Article, 'hash'>) => Statement[],
  madeBy: string,
  byWords = false,
) {
  const embeddings = new PackagedEmbeddings();
  const store = await openSqliteStore({ path: join(dataDir, 'parley.sqlite') });
  const index = createHnswIndex({ store, dir: join(dataDir, 'index'), log: quiet });
  const reader = createSourceReader();
  const ingest = createIngest({
    store,
    reader,
    embeddings,
    extract,
    madeBy,
    lock: async () => () => undefined,
  });
  const add = async (more: readonly string[]): Promise<void> => {
    await ingest(more);
    await index.sync();
  };
  await add(paths);
  return {
    add,
    async remove(id: string): Promise<void> {
      await store.removeArticle(id);
      await index.sync();
    },
    store,
    index,
    embedQuestion: async (text: string, signal?: AbortSignal) =>
      byWords ? null : embeddings.embedQuestion(text, signal),
    async close(): Promise<void> {
      await index.close();
      await reader.close();
      await embeddings.close();
      await store.close();
    },
  };
}
