/** Where an ingestion stands, reported after each batch of sentences. */
export interface IngestProgress {
  readonly article: string;
  readonly articlesDone: number;
  readonly articlesTotal: number;
  readonly sentencesDone: number;
  readonly sentencesTotal: number;
}

export interface IngestOptions {
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Stops between articles; what is saved stays saved. */
  readonly signal?: AbortSignal;
}

/** What became of one file. `refused` carries the sentence that says why. */
export interface IngestResult {
  readonly path: string;
  readonly id: string | null;
  readonly outcome: 'added' | 'replaced' | 'unchanged' | 'refused';
  readonly reason: string | null;
  readonly sentences: number;
  readonly statements: number;
}

export interface IngestReport {
  readonly results: readonly IngestResult[];
  /** True when `signal` stopped it before the last article. */
  readonly stopped: boolean;
}
