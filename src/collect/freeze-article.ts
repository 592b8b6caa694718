import { stringify } from 'yaml';
import type { ArticleMeta } from '../domain/article.ts';
import { subtract, textAt, type Span } from '../text/span.ts';

/** What of an article goes into a file of its own. */
type Frozen = ArticleMeta & { readonly text: string; readonly skips: readonly Span[] };

/** The article as a Markdown file: what is known of it, then its text, without what the page had around it. */
export function freezeArticle({ id, title, outlet, author, published, url, text, skips }: Frozen): string {
  const meta = Object.entries({ id, title, outlet, author, published, url }).filter(
    ([, value]) => value !== null,
  );
  const kept = subtract({ start: 0, end: text.length }, skips)
    .map((span) => textAt(text, span))
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return `---\n${stringify(Object.fromEntries(meta))}---\n${kept}\n`;
}
