import { stringify } from 'csv-stringify/sync';
import type { ExportRow } from './rows.ts';

const COLUMNS = [
  'article',
  'title',
  'outlet',
  'author',
  'published',
  'url',
  'sha256',
  'start',
  'end',
  'speaker',
  'side',
  'type',
  'act',
  'topics',
  'text',
] as const;

/**
 * One line a statement (RFC 4180), for spreadsheets: with a byte-order mark, which they know UTF-8 by, and an apostrophe
 * before a cell that they would run as a formula. Everything as the article has it is in JSON Lines.
 */
export function toCsv(rows: readonly ExportRow[]): string {
  const records = rows.map(({ statement, article }) => ({
    ...statement,
    ...article,
    topics: statement.topics.join('; '),
  }));
  return stringify(records, {
    header: true,
    columns: [...COLUMNS],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
