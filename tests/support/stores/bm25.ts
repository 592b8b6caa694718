import type { Hit } from '../../../src/store/ports.ts';
import type { Term } from '../../../src/store/search-terms.ts';

/** How often the term stands in the text; its tokens must follow each other. */
export function occurrences(stems: readonly string[], term: Term): number {
  const wanted = term.stems.split(' ');
  return stems.filter((_, i) => wanted.every((part, j) => stems[i + j] === part)).length;
}

/** BM25 as FTS5 has it (Robertson & Zaragoza 2009; k1 = 1.2, b = 0.75, idf at least 1e-6). */
export function bm25<Row extends { readonly key: number }>(
  rows: readonly Row[],
  stemsOf: (row: Row) => readonly string[],
  terms: readonly Term[],
): Hit[] {
  const meanLength = rows.reduce((sum, row) => sum + stemsOf(row).length, 0) / rows.length;
  const scores = new Map<number, number>();
  for (const term of terms) {
    const found = rows.flatMap((row) => {
      const n = occurrences(stemsOf(row), term);
      return n > 0 ? [{ row, n }] : [];
    });
    const idf = Math.max(Math.log((rows.length - found.length + 0.5) / (found.length + 0.5)), 1e-6);
    for (const { row, n } of found) {
      const score = (idf * n * 2.2) / (n + 1.2 * (0.25 + (0.75 * stemsOf(row).length) / meanLength));
      scores.set(row.key, (scores.get(row.key) ?? 0) + score);
    }
  }
  return [...scores]
    .map(([key, score]) => ({ key, score }))
    .toSorted((a, b) => b.score - a.score || a.key - b.key);
}
