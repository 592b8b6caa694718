import type { Database } from 'better-sqlite3';
import { mendStore } from '../mend-store.ts';
import type { Store } from '../ports.ts';
import { createArticles } from './articles.ts';
import { createCandidates } from './candidates.ts';
import { createCorrections } from './corrections.ts';
import { storeFailure } from './file/failures.ts';
import { createFollows } from './follows.ts';
import { createMemories } from './memories.ts';
import { createReadOnlyStore } from '../read-only.ts';
import { openReadOnly, whyReadOnly } from './file/open-read-only.ts';
import { openDatabase, type DatabaseOptions } from './file/open.ts';
import { createNextVectors } from './next-vectors.ts';
import { createSearch } from './words/search.ts';
import { createVectors } from './vectors.ts';
import { createVisits } from './visits.ts';

/**
 * Opens (or makes) the store in the file at `path`; its folder is made too. One that cannot be written to is opened to be
 * read, and says so in `readOnly`. Rejects with `UserError` for a store of a newer Parley (left untouched), a file that
 * is damaged or another program's, a folder in which none can be made.
 *
 * @param why the system's code for why it cannot be written to, else null
 */
export async function openSqliteStore(
  options: DatabaseOptions,
  why: string | null = whyReadOnly(options.path),
): Promise<Store> {
  const { path } = options;
  if (why === null) return createSqliteStore({ db: openDatabase(options), path });
  return createReadOnlyStore(
    createSqliteStore({ db: openReadOnly(path), path }),
    `The store ${path} cannot be written to (${why}), so it is only read: to ingest, correct or set something, make it and its folder ones that can be written to.`,
  );
}

export interface SqliteStoreDeps {
  /** From `openDatabase`; the store closes it. */
  readonly db: Database;
  /** For error messages. */
  readonly path: string;
}

/** The store over an open database. The driver is synchronous; what a person can mend rejects with `UserError`. */
export function createSqliteStore({ db, path }: SqliteStoreDeps): Store {
  const vectors = createVectors({ db });
  const next = createNextVectors({ db });
  const { keepArrivals, ...follows } = createFollows({ db });
  const articles = createArticles({ db, embeddingStamp: vectors.embeddingStamp, keepArrivals });
  const search = createSearch({ db, revision: articles.revision });
  const candidates = createCandidates({ db });
  const corrections = createCorrections({ db });
  const memories = createMemories({ db });
  const visits = createVisits({ db });
  const selectNote = db.prepare<[string], { value: string }>('SELECT value FROM notes WHERE name = ?');
  const upsertNote = db.prepare<[string, string]>('INSERT OR REPLACE INTO notes (name, value) VALUES (?, ?)');
  return mendStore(
    {
      ...articles,
      ...search,
      ...candidates,
      ...corrections,
      ...vectors,
      ...next,
      ...visits,
      ...memories,
      ...follows,
      note: (name) => selectNote.get(name)?.value ?? null,
      setNote: (name, value) => void upsertNote.run(name, value),
      close: () => void db.close(),
    },
    (error) => storeFailure(error, path),
  );
}
