import { extractSpans } from '../../../src/attribution/extract-spans.ts';
import { createStatementExtractor } from '../../../src/attribution/pipeline.ts';
import type { Article } from '../../../src/domain/article.ts';
import { textAt } from '../../../src/text/span.ts';
import { NUCLEAR } from '../tables.ts';

const extract = createStatementExtractor({ extractSpans, ...NUCLEAR });

/** The statements of a text, as "speaker, type: words | words". */
export function showStatements({ text, skips }: Pick<Article, 'text' | 'skips'>): string[] {
  return extract({ text, skips }).map(
    ({ speaker, type, content }) =>
      `${speaker ?? '-'}, ${type}: ${content.map((span) => textAt(text, span)).join(' | ')}`,
  );
}
