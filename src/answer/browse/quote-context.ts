import type { Evidence, QuoteContext } from '../../domain/answer.ts';
import { paragraphs } from '../../text/paragraphs.ts';
import { overlaps, textAt } from '../../text/span.ts';
import type { Store } from '../../store/ports.ts';

/** A quote as it was shown. */
export type Shown = Pick<Evidence, 'article' | 'start' | 'end' | 'text'>;

/** The paragraph (or paragraphs) in which a quote stands; null when the article no longer has it there. */
export function createContext({ store }: { readonly store: Pick<Store, 'article'> }) {
  return async ({ article: id, start, end, text }: Shown): Promise<QuoteContext | null> => {
    const article = await store.article(id);
    if (!article || textAt(article.text, { start, end }) !== text) return null;
    const around = paragraphs(article.text).filter((paragraph) => overlaps(paragraph, { start, end }));
    const from = Math.min(start, ...around.map((paragraph) => paragraph.start));
    const to = Math.max(end, ...around.map((paragraph) => paragraph.end));
    return {
      before: textAt(article.text, { start: from, end: start }),
      quote: text,
      after: textAt(article.text, { start: end, end: to }),
    };
  };
}
