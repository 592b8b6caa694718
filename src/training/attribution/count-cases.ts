import { paragraphs } from '../../text/paragraphs.ts';
import { tokenize } from '../../text/tokenize.ts';

/** Words seen less often within sentences tell nothing. */
const LEAST_SEEN = { mostly: 4, always: 12 } as const;
const LEAST_SHARE = { mostly: 0.9, always: 0.999 } as const;

/** Words that stand in small letters within sentences: there a capital means a name, here only a beginning. */
export interface CaseCounts {
  /** Hardly ever with a capital, one a space. */
  readonly always: string;
  /** The others that mostly have none. */
  readonly mostly: string;
}

/** Counts how words are written where no sentence begins. */
export function countCases(texts: readonly string[]): CaseCounts {
  const counts = new Map<string, { small: number; all: number }>();
  for (const text of texts)
    for (const { start, end } of paragraphs(text)) {
      const paragraph = text.slice(start, end);
      const tokens = tokenize(paragraph);
      for (let i = 1; i < tokens.count; i++) {
        const before = paragraph.slice(tokens.start[i - 1], tokens.end[i - 1]);
        const word = paragraph.slice(tokens.start[i], tokens.end[i]);
        if (!/^[\p{L}\p{N},]/u.test(before) || !/^\p{L}[\p{L}'-]+$/u.test(word)) continue;
        const key = word.toLowerCase();
        const count = counts.get(key) ?? { small: 0, all: 0 };
        counts.set(key, { small: count.small + (word === key ? 1 : 0), all: count.all + 1 });
      }
    }
  const words = (kind: 'mostly' | 'always'): string[] =>
    [...counts]
      .filter(([, { small, all }]) => all >= LEAST_SEEN[kind] && small / all >= LEAST_SHARE[kind])
      .map(([word]) => word)
      .toSorted();
  const always = words('always');
  const known = new Set(always);
  return {
    always: always.join(' '),
    mostly: words('mostly')
      .filter((word) => !known.has(word))
      .join(' '),
  };
}
