import type { Sentence } from '../domain/article.ts';
import type { Span } from '../domain/span.ts';
import type { RawStatement } from './extract.ts';

/** What the repairs read. */
export interface RepairContext {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Span[];
}

export function repair(_context: RepairContext, raws: readonly RawStatement[]): RawStatement[] {
  return [...raws];
}
