import type { ArticleView, Evidence } from '../../../domain/answer.ts';
import { quotedAt } from '../../../domain/quote/quoted-at.ts';
import { overlaps, type Span } from '../../../text/span.ts';

/** So much of a span that holds more than a statement must be that statement for its speaker to be named. */
const LEAST_SHARE = 0.5;
/** A longer stretch is no quote. */
const MOST_CHARS = 2_000;

/**
 * What stands at a span of an article, with whose words it is where it lies in a statement or is mostly one; null for a
 * stretch over boilerplate, or of more than 2,000 characters.
 */
export function quoteAt({ article, statements }: ArticleView, span: Span): Evidence | null {
  if (span.end - span.start > MOST_CHARS || article.skips.some((skip) => overlaps(skip, span))) return null;
  const inside = statements
    .filter(({ start, end }) => start <= span.start && span.end <= end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
  const held = statements
    .filter(({ start, end }) => span.start <= start && end <= span.end)
    .toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
  const isMostly = held !== undefined && held.end - held.start >= LEAST_SHARE * (span.end - span.start);
  const of = inside ?? (isMostly ? held : undefined);
  const isWhole = of?.start === span.start && of.end === span.end;
  return {
    n: 1,
    ...quotedAt(article, span),
    ...(of?.when && { when: of.when }),
    // Own words beside the reporter's are not all own words.
    type:
      of === undefined
        ? 'narration'
        : of.type === 'direct' && !isWhole && inside === undefined
          ? 'mixed'
          : of.type,
    speaker: of?.speaker ?? null,
    side: of?.side ?? null,
    act: of?.act ?? null,
    topics: of?.topics ?? [],
    score: 1,
  };
}
