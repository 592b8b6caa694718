import type { Database } from 'better-sqlite3';
import type { Visit } from '../../domain/article.ts';

/** What was last fetched from an address. */
export function createVisits({ db }: { readonly db: Database }) {
  const select = db.prepare<[string], Visit>(
    'SELECT url, at, etag, last_modified AS lastModified, article FROM visits WHERE url = ?',
  );
  const upsert = db.prepare<[Visit]>(
    `INSERT OR REPLACE INTO visits (url, at, etag, last_modified, article)
     VALUES (@url, @at, @etag, @lastModified, @article)`,
  );
  return {
    visit: (url: string): Visit | null => select.get(url) ?? null,
    saveVisit: ({ url, at, etag, lastModified, article }: Visit): void =>
      void upsert.run({ url, at, etag, lastModified, article }),
  };
}
