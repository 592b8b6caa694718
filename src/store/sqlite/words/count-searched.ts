import type { Database } from 'better-sqlite3';
import type { Recent } from './keep-recent.ts';

/** So many words' counts are kept; a language has fewer that are asked for. */
const MOST_COUNTED = 20_000;

/** A searched word: what FTS5 looks for, and its stems with spaces around each. */
export interface CountedWord {
  readonly phrase: string;
  readonly stems: string;
}

/** Counts in how many sentences words stand. */
export function createCountWords(db: Database, recent: Recent) {
  const countSentences = db
    .prepare<[string, number, number], number>(
      'SELECT count(*) FROM sentence_words WHERE sentence_words MATCH ? AND rowid > ? AND rowid <= ?',
    )
    .pluck();
  /** In how many of the sentences up to which one each word stands. */
  const counted = new Map<string, { readonly n: number; readonly upTo: number }>();

  return {
    /** Call it when sentences went. */
    forget: (): void => counted.clear(),
    countOf({ phrase, stems }: CountedWord): number {
      const { n, upTo } = counted.get(stems) ?? { n: 0, upTo: 0 };
      const last = recent.last();
      if (upTo === last) return n;
      const more =
        recent.after(upTo)?.filter((one) => one.sentence_words.includes(stems)).length ??
        countSentences.get(phrase, upTo, last) ??
        0;
      if (counted.size > MOST_COUNTED) counted.clear();
      counted.set(stems, { n: n + more, upTo: last });
      return n + more;
    },
  };
}
