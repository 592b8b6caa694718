/** What is negotiated, from `topics.yaml`. */
export interface Topic {
  readonly id: string;
  readonly label: string;
  /** Words and word groups that show it; matched by stem. */
  readonly words: readonly string[];
}
