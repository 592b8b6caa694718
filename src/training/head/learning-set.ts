/** A question to learn from or to be measured with. */
export interface HeadQuestion {
  readonly vector: Float32Array;
  /** The sentences that answer it, by their place in the set. */
  readonly gold: readonly number[];
  /** Sentences that are neither right nor wrong. */
  readonly near: readonly number[];
  readonly article: string;
  /** Whose words it asks for; null where nobody is named. */
  readonly speaker: string | null;
}

/** Questions with the sentences of their articles. */
export interface LearningSet {
  readonly sentences: readonly Float32Array[];
  /** The sentences of each article, by their place. */
  readonly articles: ReadonlyMap<string, readonly number[]>;
  readonly questions: readonly HeadQuestion[];
}

/** What is said by each speaker, by place. */
export function bySpeaker({ questions }: LearningSet): Map<string, number[]> {
  const all = new Map<string, number[]>();
  for (const { speaker, gold } of questions) {
    if (speaker === null) continue;
    const own = all.get(speaker) ?? [];
    own.push(...gold);
    all.set(speaker, own);
  }
  return all;
}
