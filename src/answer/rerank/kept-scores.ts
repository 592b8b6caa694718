/** Long enough to turn pages and to share. */
const KEEP_MS = 10 * 60 * 1000;
/** A hundred questions. */
const MOST_KEPT = 3_000;

export interface KeptScores {
  /** Null where there is none, or none any more. */
  get(question: string, text: string): number | null;
  set(question: string, text: string, score: number): void;
}

const keyOf = (question: string, text: string): string => JSON.stringify([question, text]);

/** Scores of texts for questions, kept for a while; the oldest go where there are many. `now` is in milliseconds. */
export function createKeptScores(now: () => number): KeptScores {
  const kept = new Map<string, { readonly score: number; readonly untilMs: number }>();
  return {
    get(question, text) {
      const found = kept.get(keyOf(question, text));
      return found && now() < found.untilMs ? found.score : null;
    },
    set(question, text, score) {
      const key = keyOf(question, text);
      if (!kept.has(key)) {
        const [oldest] = kept.keys();
        if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      }
      kept.set(key, { score, untilMs: now() + KEEP_MS });
    },
  };
}
