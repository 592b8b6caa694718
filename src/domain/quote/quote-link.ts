import type { Evidence } from '../answer.ts';

/** How a span is written in the reader's addresses: `s=START-END`, as query and as the id in the page. */
export function spanKey({ start, end }: Pick<Evidence, 'start' | 'end'>): string {
  return `s=${start}-${end}`;
}

/** The path of an article in the reader. */
export function articlePath(id: string): string {
  return `/articles/${encodeSegment(id)}`;
}

/**
 * The path at which the reader shows a quote in its article: the query marks it, the fragment scrolls to it.
 *
 * @param quote its article's id, and where it stands there in UTF-16 code units
 */
export function quotePath(quote: Pick<Evidence, 'article' | 'start' | 'end'>): string {
  const key = spanKey(quote);
  return `${articlePath(quote.article)}?${key}#${key}`;
}

/** The path of a page that shows a quote alone, to be linked to and embedded. */
export function quotePagePath({ article, start, end }: Pick<Evidence, 'article' | 'start' | 'end'>): string {
  return `/quotes/${encodeSegment(article)}/${start}-${end}`;
}

/** Outside text as one segment of a path; half a surrogate pair cannot be written there and becomes U+FFFD. */
export function encodeSegment(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
