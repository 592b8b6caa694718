import type { ExportRow } from './rows.ts';

/** One JSON object a line: the statement as commands give it, with the article's author and hash. */
export function toJsonLines(rows: readonly ExportRow[]): string {
  return rows
    .map(({ statement, article: { author, sha256 } }) => ({ ...statement, author, sha256 }))
    .map((object) => `${JSON.stringify(object)}\n`)
    .join('');
}
