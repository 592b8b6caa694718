import { overlaps, subtract, trimSpan, type Span } from '../../text/span.ts';
import type { Article } from '../article.ts';
import type { Statement } from '../statement.ts';

/** From the start of the first to the end of the last piece of the content. */
export function hullOf({ content }: Pick<Statement, 'content'>): Span {
  return {
    start: Math.min(...content.map((span) => span.start)),
    end: Math.max(...content.map((span) => span.end)),
  };
}

/** What stands between who says it and what is said is a comma, an adverb or the one it is said to; never a sentence. */
const MOST_BETWEEN = 40;
const SENTENCE_END = /[.!?…]["”’']?\s|\n/;

/**
 * The span with its source and cue, as far as they stand right before or behind it in the same sentence and nobody's
 * words lie between: "He also noted that …" says who says it.
 *
 * @param others all statements of the article
 */
function withAttribution(
  span: Span,
  { source, cue }: Pick<Statement, 'source' | 'cue'>,
  article: Pick<Article, 'text' | 'skips'>,
  others: readonly Pick<Statement, 'content'>[],
): Span {
  const taken = [...article.skips, ...others.flatMap(({ content }) => content)];
  const isClear = (from: number, to: number, more: Span): boolean =>
    to - from <= MOST_BETWEEN &&
    !SENTENCE_END.test(article.text.slice(Math.max(0, from - 2), to)) &&
    !taken.some((one) => overlaps(one, more) && !overlaps(one, span));
  const pieces = [...source, ...cue].toSorted((a, b) => a.start - b.start);
  let { start, end } = span;
  for (const piece of pieces.toReversed()) {
    if (piece.end > start) continue;
    if (!isClear(piece.end, start, { start: piece.start, end: start })) break;
    start = piece.start;
  }
  for (const piece of pieces) {
    if (piece.start < end) continue;
    if (!isClear(end, piece.start, { start: end, end: piece.end })) break;
    end = piece.end;
  }
  return { start, end };
}

/**
 * The whole statement, as `speaker` shows it: its hull, or its longest piece where boilerplate stands between; what the
 * reporter words with who says it, where that stands beside it.
 *
 * @param others all statements of the article
 */
export function statementSpan(
  statement: Pick<Statement, 'content' | 'source' | 'cue' | 'type'>,
  article: Pick<Article, 'text' | 'skips'>,
  others: readonly Pick<Statement, 'content'>[],
): Span {
  const hull = hullOf(statement);
  const pieces = subtract(hull, article.skips).toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const span = trimSpan(article.text, pieces[0] ?? hull) ?? hull;
  return statement.type === 'direct' ? span : withAttribution(span, statement, article, others);
}
