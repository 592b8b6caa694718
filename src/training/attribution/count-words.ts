import { beginOf, CUE, isSpanLabel, roleOf } from '../../attribution/tag/token-labels.ts';
import { type Clusters, type Lexicon, NO_CLUSTERS } from '../../attribution/tag/word-traits.ts';

/** How often a word was seen, and how often within a cue and a source. */
interface Counts {
  total: number;
  cue: number;
  source: number;
}

export type WordCounts = Map<string, Counts>;

const CUE_STEPS = [0.003, 0.01, 0.03, 0.08, 0.15, 0.25, 0.4, 0.55, 0.75];
const SOURCE_STEPS = [0.01, 0.03, 0.06, 0.12, 0.2, 0.3, 0.4, 0.55, 0.7];
/** A word in no cluster that was seen less often says nothing of its own. */
const MINIMUM = 3;
/** A word counts as if it had been seen so often more, as its cluster is. */
const PRIOR = 2;
/** A cluster seen less often says nothing. */
const CLUSTER_MINIMUM = 5;
const NOTHING: Counts = { total: 0, cue: 0, source: 0 };

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

function levelOf(share: number, steps: readonly number[]): number {
  let level = 0;
  while (level < steps.length && share >= (steps[level] ?? 1)) level++;
  return level;
}

/** The counts of each narrow cluster. */
function ofClusters(counts: WordCounts, clusters: ReadonlyMap<string, Clusters>): Map<number, Counts> {
  const sums = new Map<number, Counts>();
  for (const [word, { total, cue, source }] of counts) {
    const number = clusters.get(word)?.narrow;
    if (number === undefined) continue;
    const sum = sums.get(number) ?? NOTHING;
    sums.set(number, { total: sum.total + total, cue: sum.cue + cue, source: sum.source + source });
  }
  return sums;
}

/**
 * The lexicon of all articles but one: `own` are the counts of the article that must not see itself, or features would be
 * better in training than they ever are afterwards. A word seldom seen counts as the other words of its cluster do.
 */
export function createLexicons(
  all: WordCounts,
  clusters: ReadonlyMap<string, Clusters>,
): (own: WordCounts | null) => Lexicon {
  const allClusters = ofClusters(all, clusters);
  return (own) => {
    const ownClusters = ofClusters(own ?? new Map(), clusters);
    const share = (word: string, part: 'cue' | 'source'): number => {
      const [seen, left] = [all.get(word) ?? NOTHING, own?.get(word) ?? NOTHING];
      const [total, hits] = [seen.total - left.total, seen[part] - left[part]];
      const of = clusters.get(word)?.narrow;
      if (of === undefined) return total < MINIMUM ? 0 : hits / (total + PRIOR);
      const [cluster, ownCluster] = [allClusters.get(of) ?? NOTHING, ownClusters.get(of) ?? NOTHING];
      const others = cluster.total - ownCluster.total - total;
      const prior = others < CLUSTER_MINIMUM ? 0 : (cluster[part] - ownCluster[part] - hits) / others;
      return (hits + PRIOR * prior) / (total + PRIOR);
    };
    return {
      cueLevel: (word) => levelOf(share(word, 'cue'), CUE_STEPS),
      sourceLevel: (word) => levelOf(share(word, 'source'), SOURCE_STEPS),
      clusters: (word) => clusters.get(word) ?? NO_CLUSTERS,
    };
  };
}
