/** Says by numbers alone how well texts answer a question. */
export interface Reranker {
  /** As set ("transformers:MODEL"): for the log. */
  readonly name: string;
  /**
   * A number for each text, in their order, the larger the better it answers; its scale is the model's own. Rejects with
   * `UserError` or `ModelFailure` where there are none, within the time set for it, and with the signal's reason when aborted.
   */
  score(question: string, texts: readonly string[], signal?: AbortSignal): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** What somebody who waits for an answer can wait for its order. */
export const RERANK_WITHIN_MS = 5_000;
