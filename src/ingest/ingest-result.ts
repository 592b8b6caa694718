import { UserError } from '../errors.ts';

/** What became of one file. `refused` and `left-out` carry the sentence that says why. */
export interface IngestResult {
  readonly path: string;
  readonly id: string | null;
  readonly outcome: 'added' | 'replaced' | 'unchanged' | 'refused' | 'left-out';
  readonly reason: string | null;
  /** What should be known of an article that was read: sentences. */
  readonly notes: readonly string[];
  readonly sentences: number;
  readonly statements: number;
}

/** The result for a file that nothing is stored of. */
export function resultOf(
  path: string,
  id: string | null,
  outcome: IngestResult['outcome'],
  reason: string | null = null,
): IngestResult {
  return { path, id, outcome, reason, notes: [], sentences: 0, statements: 0 };
}

/** The sentence about a file that broke what reads it. */
export function refusalOf(path: string, error: unknown): string {
  if (error instanceof UserError) return error.message;
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return `${path} cannot be read (${reason.slice(0, 200)}): please report it; the others were read.`;
}
