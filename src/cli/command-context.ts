import type { App } from '../app.ts';
import type { StatementsOfTexts } from '../app/models/extractor.ts';
import type { Config } from '../config.ts';
import type { Filters } from '../domain/question.ts';
import { UsageError } from '../errors.ts';
import type { SourceReader } from '../sources/read-sources.ts';

/** Where a command writes: results to `out`, progress and notes to `err`; colours only on a terminal. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colours: boolean;
  /** Whether `err` is a terminal, where a progress bar can be drawn over itself. */
  readonly interactive: boolean;
  /** The lines of standard input. */
  readonly lines: () => AsyncIterable<string>;
}

/** What every command gets; `open` opens the store, ingesting the collection first where there is none. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly open: (options?: { readonly empty?: boolean }) => Promise<App>;
  /** Opens what `extract` needs: no store, no embeddings. */
  readonly createExtractor: () => Promise<StatementsOfTexts>;
  /** Opens what `read` needs: no store. */
  readonly createReader: () => Promise<SourceReader>;
  readonly signal: AbortSignal;
  readonly config: () => Config;
  readonly inviteLink: (token: string) => Promise<string>;
}

/** The options of commander's, as they come in. */
export interface FilterOptions {
  readonly side?: string;
  readonly speaker?: string;
  readonly topic?: string;
  readonly since?: string;
  readonly until?: string;
  readonly limit?: string;
}

/** @throws UsageError when the limit is not a number */
export function toFilters({ limit, ...rest }: FilterOptions): Filters {
  return { ...rest, limit: limit === undefined ? undefined : parseLimit(limit) };
}

function parseLimit(limit: string): number {
  if (limit === 'all') return Infinity;
  if (/^\d+$/.test(limit)) return Number(limit);
  throw new UsageError(`--limit takes a whole number, or all; found ${JSON.stringify(limit)}.`);
}
