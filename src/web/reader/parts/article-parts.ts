import type { ArticleView, Evidence } from '../../../domain/answer.ts';
import { paragraphs } from '../../../text/paragraphs.ts';
import type { Span } from '../../../text/span.ts';
import { spanKey } from '../../../domain/quote/quote-link.ts';
import { cutText } from './cut-text.ts';

/** A stretch of an article's text that is shown in one way. */
export interface Part extends Span {
  /** The innermost statement over it. */
  readonly statement: Evidence | null;
  /** Whether that statement begins here. */
  readonly begins: boolean;
  /** Statements that begin here, one a span, the longest first. */
  readonly starting: readonly Evidence[];
  /** Boilerplate. */
  readonly skipped: boolean;
  /** In the quote that was asked for. */
  readonly marked: boolean;
}

/**
 * The text of an article as paragraphs of parts: all of it, in order; the white space behind a paragraph belongs to it.
 *
 * @param mark the quote that was asked for
 */
export function articleParts({ article, statements }: ArticleView, mark: Span | null): Part[][] {
  const { text, skips } = article;
  const starts = paragraphs(text).map(({ start }) => start);
  const blocks = (starts.length === 0 ? [0] : starts).map((start, i): Span => ({
    start: i === 0 ? 0 : start,
    end: starts[i + 1] ?? text.length,
  }));
  const marks = mark === null ? [] : [mark];
  const skipsFrom = statements.length;
  const marksFrom = skipsFrom + skips.length;
  const blocksFrom = marksFrom + marks.length;
  const startingAt = bySpanAndStart(statements);
  const rows: Part[][] = blocks.map(() => []);
  for (const { start, end, under } of cutText(text.length, [...statements, ...skips, ...marks, ...blocks])) {
    const over = under.flatMap((index) => statements[index] ?? []);
    const statement = over.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
    const has = (from: number, to: number): boolean => under.some((index) => index >= from && index < to);
    rows[(under.at(-1) ?? blocksFrom) - blocksFrom]?.push({
      start,
      end,
      statement,
      begins: statement?.start === start,
      starting: startingAt.get(start) ?? [],
      skipped: has(skipsFrom, marksFrom),
      marked: has(marksFrom, blocksFrom),
    });
  }
  return rows;
}

/** Statements by where they start; of those with the same span the first. */
function bySpanAndStart(statements: readonly Evidence[]): Map<number, Evidence[]> {
  const bySpan = new Map<string, Evidence>();
  for (const statement of statements) {
    const key = spanKey(statement);
    if (!bySpan.has(key)) bySpan.set(key, statement);
  }
  const byStart = new Map<number, Evidence[]>();
  for (const statement of [...bySpan.values()].toSorted((a, b) => b.end - a.end)) {
    const there = byStart.get(statement.start);
    if (there) there.push(statement);
    else byStart.set(statement.start, [statement]);
  }
  return byStart;
}
