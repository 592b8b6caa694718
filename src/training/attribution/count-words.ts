import { beginOf, CUE, isSpanLabel, roleOf } from '../../attribution/tag/token-labels.ts';
import { type Lexicon } from '../../attribution/tag/word-traits.ts';

/** How often a word was seen, and how often within a cue and a source. */
interface Counts {
  total: number;
  cue: number;
  source: number;
}

export type WordCounts = Map<string, Counts>;

const CUE_STEPS = [0.003, 0.01, 0.03, 0.08, 0.15, 0.25, 0.4, 0.55, 0.75];
const SOURCE_STEPS = [0.01, 0.03, 0.06, 0.12, 0.2, 0.3, 0.4, 0.55, 0.7];
/** A word seen less often says nothing of its own. */
const MINIMUM = 3;

export function countWords(words: readonly string[], labels: Uint8Array): WordCounts {
  const counts: WordCounts = new Map();
  words.forEach((word, i) => {
    const begin = beginOf(labels[i] ?? 0);
    let entry = counts.get(word);
    if (!entry) counts.set(word, (entry = { total: 0, cue: 0, source: 0 }));
    entry.total++;
    if (begin === CUE) entry.cue++;
    else if (isSpanLabel(begin) && roleOf(begin) === 'source') entry.source++;
  });
  return counts;
}

export function addCounts(into: WordCounts, counts: WordCounts): void {
  for (const [word, { total, cue, source }] of counts) {
    const sum = into.get(word) ?? { total: 0, cue: 0, source: 0 };
    into.set(word, { total: sum.total + total, cue: sum.cue + cue, source: sum.source + source });
  }
}

function levelOf(part: number, total: number, steps: readonly number[]): number {
  if (total < MINIMUM) return 0;
  const share = part / (total + 1.5);
  let level = 0;
  while (level < steps.length && share >= (steps[level] ?? 1)) level++;
  return level;
}

/**
 * The lexicon of all articles but one: `left` are the counts of the article that must not see itself, or features would be
 * better in training than they ever are afterwards.
 */
export function lexiconWithout(all: WordCounts, left: WordCounts | null): Lexicon {
  const share = (word: string, part: 'cue' | 'source', steps: readonly number[]): number => {
    const entry = all.get(word);
    if (!entry) return 0;
    const own = left?.get(word);
    return levelOf(entry[part] - (own?.[part] ?? 0), entry.total - (own?.total ?? 0), steps);
  };
  return {
    cueLevel: (word) => share(word, 'cue', CUE_STEPS),
    sourceLevel: (word) => share(word, 'source', SOURCE_STEPS),
  };
}
