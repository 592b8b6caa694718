import { mendStore } from '../mend-store.ts';
import type { Store } from '../ports.ts';
import { openConnections, type Connections, type Patience } from './connection-pool.ts';
import { createKeepArticles } from './keep-articles.ts';
import { createKeepFollows, keepArrivals } from './keep-follows.ts';
import { createKeepNotes } from './keep-notes.ts';
import { createKeepVectors, readStamp } from './keep-vectors.ts';
import { createRankWords } from './postings/rank-words.ts';
import { createReadArticles } from './read-articles.ts';
import { createReadCandidates } from './read-candidates.ts';
import { serverFailure } from './server-failure.ts';

/**
 * Opens the store on a PostgreSQL server (15 or newer), making its tables where they are missing. Rejects with `UserError`
 * for no server, a wrong password, tables of a newer Parley or of another program; no message has the address whole.
 *
 * @param url `postgres://USER:PASSWORD@HOST:PORT/DATABASE`
 */
export async function openPostgresStore(url: string, patience?: Patience): Promise<Store> {
  return createPostgresStore(await openConnections(url, patience), url);
}

function createPostgresStore(connections: Connections, url: string): Store {
  const read = createReadArticles(connections);
  return mendStore(
    {
      ...createKeepArticles({ connections, embeddingStamp: readStamp, keepArrivals }),
      ...read,
      ...createRankWords(connections, read.revision),
      ...createReadCandidates(connections),
      ...createKeepVectors(connections),
      ...createKeepFollows(connections),
      ...createKeepNotes(connections),
      close: () => connections.close(),
    },
    (error) => serverFailure(error, url),
  );
}
