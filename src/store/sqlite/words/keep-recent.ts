import type { Database } from 'better-sqlite3';
import { textAt } from '../../../text/span.ts';
import type { ReadStems } from './read-stems.ts';

/** Of so many sentences that came in last, the stems are kept. */
const MOST_RECENT = 2_000;

/** A sentence that came in, its stems and its passage's as `ReadStems` gives them. */
interface RecentWords {
  readonly key: number;
  readonly sentence_words: string;
  readonly passage_words: string;
}

/** What came in since something was last looked up: FTS5 goes through all places of a word, however few are new. */
export interface Recent {
  /** Call it when something changed; true where more than that came in, so that nothing that is known holds. */
  keepUp(): boolean;
  /** The newest sentence's key. */
  last(): number;
  /** What came in after a key; null where that is too long ago. */
  after(key: number): readonly RecentWords[] | null;
}

interface Row {
  readonly key: number;
  readonly article: number;
  readonly start_at: number;
  readonly end_at: number;
  readonly passage_start: number;
  readonly passage_end: number;
}

/** Keys go up and are never used again: where as many more are there as have higher keys, sentences only came in. */
export function createKeepRecent(db: Database, readStems: ReadStems): Recent {
  const selectExtent = db.prepare<[], { readonly sentences: number; readonly last: number }>(
    `SELECT (SELECT count(*) FROM sentences) AS sentences, (SELECT coalesce(max(key), 0) FROM sentences) AS last`,
  );
  const countAbove = db.prepare<[number], number>('SELECT count(*) FROM sentences WHERE key > ?').pluck();
  const selectAbove = db.prepare<[number], Row>('SELECT * FROM sentences WHERE key > ? ORDER BY key');
  const selectText = db.prepare<[number], string>('SELECT text FROM articles WHERE nr = ?').pluck();
  /** Null before it is looked at for the first time: what is there then did not just come in. */
  let extent: { readonly sentences: number; readonly last: number } | null = null;
  let recent: RecentWords[] = [];
  let from = 0;

  function readAbove(last: number): RecentWords[] {
    const rows = selectAbove.all(last);
    const texts = new Map(
      [...new Set(rows.map(({ article }) => article))].map((nr) => [nr, selectText.get(nr) ?? ''] as const),
    );
    const read = (start: 'start_at' | 'passage_start', end: 'end_at' | 'passage_end') =>
      readStems(
        rows.map((row) => textAt(texts.get(row.article) ?? '', { start: row[start], end: row[end] })),
      );
    const [sentences, passages] = [read('start_at', 'end_at'), read('passage_start', 'passage_end')];
    return rows.map(({ key }, i) => ({
      key,
      sentence_words: sentences[i] ?? '',
      passage_words: passages[i] ?? '',
    }));
  }

  return {
    keepUp() {
      const before = extent;
      const now = selectExtent.get() ?? { sentences: 0, last: 0 };
      extent = now;
      const more = before ? (countAbove.get(before.last) ?? 0) : 0;
      const isLess = before !== null && now.sentences - before.sentences !== more;
      if (!before || isLess || more > MOST_RECENT) [recent, from] = [[], now.last];
      else {
        if (recent.length + more > MOST_RECENT) [recent, from] = [[], before.last];
        recent.push(...readAbove(before.last));
      }
      return isLess;
    },
    last: () => extent?.last ?? 0,
    after: (key) => (key < from ? null : recent.slice(firstAfter(recent, key))),
  };
}

/** @param sorted by key */
function firstAfter(sorted: readonly RecentWords[], key: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.key ?? 0) <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}
