import { z } from 'zod';
import type { Article, ArticleMeta, Passage, Provenance, Sentence } from '../../domain/article.ts';
import { ACTS, STATEMENT_TYPES, SPEAKER_KINDS, TIMINGS } from '../../domain/statement.ts';
import { DamagedText } from '../damaged-text.ts';
import type { StoredStatement } from '../ports.ts';
import { sha256 } from './sha256.ts';

const spans = z.array(z.object({ start: z.int(), end: z.int() }));
/** A column that holds JSON. */
export const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});
const storedSpans = json.pipe(spans);

const storedPlaces = json.pipe(z.array(z.object({ start: z.int(), label: z.string() })));

export interface ArticleRow extends ArticleMeta, Omit<Provenance, 'places' | 'copyOf'> {
  readonly hash: string;
  readonly skips: string;
  readonly places: string;
  readonly copy_of: string | null;
  readonly text: string;
  readonly text_hash: string;
}

/** Whether a stored text is the one that was saved. */
export function isIntact({ text, text_hash }: Pick<ArticleRow, 'text' | 'text_hash'>): boolean {
  return sha256(text) === text_hash;
}

/** Throws `DamagedText` where the text is not the one that was saved, `ZodError` where the row was damaged otherwise. */
export function articleOf(row: ArticleRow): Article {
  if (!isIntact(row)) throw new DamagedText(row.id);
  const { modified, language, partial, fetched, copy_of: copyOf, text, hash } = row;
  const [skips, places] = [storedSpans.parse(row.skips), storedPlaces.parse(row.places)];
  return { ...metaOf(row), modified, language, partial, fetched, copyOf, places, text, hash, skips };
}

/** `sentences.*`, and the columns that tell its article. */
export interface SentenceRow extends ArticleMeta {
  readonly key: number;
  readonly nr: number;
  readonly position: number;
  readonly paragraph: number;
  readonly start_at: number;
  readonly end_at: number;
  readonly passage_first: number;
  readonly passage_last: number;
  readonly passage_start: number;
  readonly passage_end: number;
}

export function metaOf({ id, title, outlet, author, published, url }: ArticleMeta): ArticleMeta {
  return { id, title, outlet, author, published, url };
}

export function sentenceOf(row: SentenceRow): Sentence {
  return { index: row.position, paragraph: row.paragraph, start: row.start_at, end: row.end_at };
}

export function passageOf(row: SentenceRow): Passage {
  return { first: row.passage_first, last: row.passage_last, start: row.passage_start, end: row.passage_end };
}

const statementRow = z.object({
  key: z.int(),
  article: z.string(),
  speaker: z.string().nullable(),
  speakerKind: z.enum(SPEAKER_KINDS).nullable(),
  side: z.string().nullable(),
  sides: json.pipe(z.array(z.string())),
  denied: z.int().transform((denied) => denied === 1),
  when: json.pipe(z.object({ date: z.iso.date(), how: z.enum(TIMINGS) })).nullable(),
  type: z.enum(STATEMENT_TYPES),
  act: z.enum(ACTS),
  topics: json.pipe(z.array(z.string())),
  content: storedSpans,
  source: storedSpans,
  cue: storedSpans,
});

export interface StatementRow {
  readonly key: number;
  /** The article's id. */
  readonly article: string;
  readonly speaker: string | null;
  readonly speakerKind: string | null;
  readonly side: string | null;
  readonly sides: string;
  readonly denied: number;
  readonly when: string | null;
  readonly type: string;
  readonly act: string;
  readonly topics: string;
  readonly content: string;
  readonly source: string;
  readonly cue: string;
}

/** So many statements are kept as they were read. */
const MOST_KEPT = 10_000;

const isSameRow = (a: StatementRow, b: StatementRow): boolean =>
  COLUMNS.every((column) => a[column] === b[column]);

/** Reads statements from their rows; the same row once. What it gives throws `ZodError` where the row was damaged. */
export function createStatementOf(): (row: StatementRow) => StoredStatement {
  const kept = new Map<number, { readonly row: StatementRow; readonly statement: StoredStatement }>();
  return (row) => {
    const known = kept.get(row.key);
    if (known && isSameRow(known.row, row)) return known.statement;
    if (kept.size > MOST_KEPT) kept.clear();
    const statement = statementRow.parse(row);
    kept.set(row.key, { row, statement });
    return statement;
  };
}

const COLUMNS = statementRow.keyof().options;

/** The `SELECT` list that gives a `StatementRow`, from `statements AS st` and `articles AS a`. */
export const STATEMENT_COLUMNS = `st.key, a.id AS article, st.speaker, st.speaker_kind AS "speakerKind", st.side, st.sides, st.denied, st.time AS "when",
   st.type, st.act, st.topics, st.content, st.source, st.cue`;
