import { toBibtex } from './bibtex.ts';
import { toCsv } from './csv.ts';
import { toMarkdown } from './markdown.ts';
import type { ExportRow } from './rows.ts';

interface Format {
  readonly mediaType: string;
  /** The ending of a file, without the dot. */
  readonly ending: string;
  readonly write: (rows: readonly ExportRow[]) => string;
}

/** Every format that statements can be taken along in, by the name that people give. */
export const FORMATS: Readonly<Record<'csv' | 'jsonl' | 'markdown' | 'bibtex', Format>> = {
  csv: { mediaType: 'text/csv; charset=utf-8', ending: 'csv', write: toCsv },
  jsonl: { mediaType: 'application/jsonl; charset=utf-8', ending: 'jsonl', write: toJsonLines },
  markdown: { mediaType: 'text/markdown; charset=utf-8', ending: 'md', write: toMarkdown },
  bibtex: { mediaType: 'application/x-bibtex; charset=utf-8', ending: 'bib', write: toBibtex },
};

/** The format of that name; null for one that there is not. */
export function formatOf(name: string): Format | null {
  return new Map<string, Format>(Object.entries(FORMATS)).get(name) ?? null;
}

/** One JSON object a line: the statement as commands give it, with the article's author and hash. */
function toJsonLines(rows: readonly ExportRow[]): string {
  return rows
    .map(({ statement, article: { author, sha256 } }) => ({ ...statement, author, sha256 }))
    .map((object) => `${JSON.stringify(object)}\n`)
    .join('');
}
