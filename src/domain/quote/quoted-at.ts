import { textAt, type Span } from '../../text/span.ts';
import type { Evidence } from '../answer.ts';
import { placeAt, type Article } from '../article.ts';

const ENGLISH = /^en\b/i;

/** What evidence says of the words at a span of an article, whoever says them: read from the article now. */
export function quotedAt(
  { id, title, outlet, published, url, copyOf, language, text, places }: Article,
  span: Span,
) {
  const place = placeAt(places, span.start);
  return {
    article: id,
    title,
    outlet,
    published,
    url,
    ...(place !== null && { place }),
    ...(copyOf !== null && { copyOf }),
    ...(language !== null && !ENGLISH.test(language) && { language }),
    start: span.start,
    end: span.end,
    text: textAt(text, span),
  } satisfies Partial<Evidence>;
}
