/** What became of one file or address. `refused`, `left-out` and `duplicate` carry the sentence that says why. */
export interface IngestResult {
  readonly path: string;
  readonly id: string | null;
  readonly outcome: 'added' | 'replaced' | 'unchanged' | 'duplicate' | 'feed' | 'refused' | 'left-out';
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
