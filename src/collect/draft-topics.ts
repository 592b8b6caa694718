import { capitalised } from '../text/fold.ts';
import type { Topic } from '../domain/topic.ts';
import type { Proposed } from './drafted.ts';
import { stemOf } from '../text/words/words.ts';
import { rarity, type FoundTerm } from './find-terms.ts';

/** Makes vectors of unit length, one a text, in their order. */
export type EmbedTexts = (texts: readonly string[], signal?: AbortSignal) => Promise<readonly Float32Array[]>;

/** So many of the best terms are compared with one another. */
const COMPARED = 50;
const MOST_TOPICS = 9;
const MOST_WORDS = 10;
/** A topic stands in so many sentences, and more than one side or person speaks of it. */
const LEAST_SENTENCES = 3;
/** So many of its best terms say how much a topic weighs. */
const WEIGHED = 5;
/** Terms this alike, on average, are one topic. */
const ALIKE = 0.55;
/** A term this alike is a word of a topic that is chosen, unless it is one of every article's. */
const NEAR = 0.45;
const LEAST_RARITY = 0.25;
/** What a shared word, and statements that have both, add to closeness of meaning. */
const SHARED = { word: 0.3, sentence: 0.3 } as const;

interface Cluster {
  readonly terms: FoundTerm[];
  readonly at: number[];
}

const sentencesOf = ({ terms }: Cluster): Set<number> =>
  new Set(terms.flatMap(({ sentences }) => [...sentences]));
const sidesOf = ({ terms }: Cluster): Map<string, number> => {
  const sides = new Map<string, number>();
  for (const term of terms) for (const [side, n] of term.sides) sides.set(side, (sides.get(side) ?? 0) + n);
  return sides;
};

/**
 * What is negotiated, as it would stand in `topics.yaml`: terms that are near in meaning, share words or stand in the same
 * statements are one topic; those of most statements and sides come first.
 */
export async function draftTopics(
  terms: readonly FoundTerm[],
  embed: EmbedTexts,
  signal?: AbortSignal,
): Promise<Proposed<Topic>[]> {
  const ofTalks = terms.filter((term) => isOfTalks(term) && term.articles.size > 1);
  const candidates = terms.filter((term) => term.sentences.size > 1 && !isOfTalks(term)).slice(0, COMPARED);
  const vectors = await embed(
    candidates.map(({ words }) => words),
    signal,
  );
  const likeness = candidates.map((a, i) =>
    candidates.map((b, j) => likenessOf(a, b, vectors[i], vectors[j])),
  );
  const clusters = joinAlike(candidates, likeness);
  const shared = clusters.filter(
    (cluster) => sentencesOf(cluster).size >= LEAST_SENTENCES && sidesOf(cluster).size > 1,
  );
  const ids = new Set(['talks']);
  const chosen = shared.toSorted((a, b) => weight(b) - weight(a)).slice(0, MOST_TOPICS);
  const topics = withNear(chosen, candidates, likeness).map((cluster) => draftTopic(cluster, ids));
  return ofTalks.length > 0 ? [...topics, talksOf(ofTalks)] : topics;
}

/** How much a topic weighs: its best terms, and how many sides speak of it. */
const weight = (cluster: Cluster): number => {
  const best = cluster.terms
    .map(({ score }) => score)
    .toSorted((a, b) => b - a)
    .slice(0, WEIGHED)
    .reduce((sum, score) => sum + score, 0);
  return best * Math.log2(1 + sidesOf(cluster).size);
};

/** What every negotiation is spoken of with, whatever it is about. */
const TALKS = new Set(
  [
    'talks',
    'negotiation',
    'negotiator',
    'deal',
    'agreement',
    'deadline',
    'offer',
    'proposal',
    'bargaining',
    'mediator',
    'compromise',
    'round',
    'table',
    'sides',
    'settlement',
    'framework',
    'progress',
    'contract',
    'dispute',
    'summit',
  ].map(stemOf),
);
const isOfTalks = ({ key }: FoundTerm): boolean => TALKS.has(key.split(' ').at(-1) ?? '');

function talksOf(terms: readonly FoundTerm[]): Proposed<Topic> {
  const words = terms.filter(({ key }) => !key.includes(' ')).map(({ words: term }) => term);
  const value = {
    id: 'talks',
    label: 'The talks',
    words: words.length > 0 ? words.slice(0, MOST_WORDS) : ['talks'],
  };
  return { value, why: `${sentencesOf({ terms: [...terms], at: [] }).size} sentences` };
}

function likenessOf(
  a: FoundTerm,
  b: FoundTerm,
  v: Float32Array | undefined,
  w: Float32Array | undefined,
): number {
  let cosine = 0;
  if (v && w) for (let i = 0; i < v.length; i++) cosine += (v[i] ?? 0) * (w[i] ?? 0);
  const stems = new Set(a.key.split(' '));
  const word = b.key.split(' ').some((stem) => stems.has(stem)) ? SHARED.word : 0;
  let both = 0;
  for (const sentence of a.sentences) if (b.sentences.has(sentence)) both++;
  // Dice 1945
  const together = (2 * both) / (a.sentences.size + b.sentences.size);
  return cosine + word + SHARED.sentence * together;
}

/** Joins the two most alike clusters until none are alike enough, by the mean likeness of their terms (Sokal & Michener 1958). */
function joinAlike(candidates: readonly FoundTerm[], likeness: readonly (readonly number[])[]): Cluster[] {
  const clusters = candidates.map((term, i): Cluster => ({ terms: [term], at: [i] }));
  for (;;) {
    let best = ALIKE;
    let pair: readonly [number, number] | null = null;
    for (let i = 0; i < clusters.length; i++)
      for (let j = i + 1; j < clusters.length; j++) {
        const [a, b] = [clusters[i], clusters[j]];
        if (!a || !b || a.at.length + b.at.length > MOST_WORDS) continue;
        const sum = a.at.reduce(
          (total, x) => total + b.at.reduce((row, y) => row + (likeness[x]?.[y] ?? 0), 0),
          0,
        );
        const mean = sum / (a.at.length * b.at.length);
        if (mean > best) [best, pair] = [mean, [i, j]];
      }
    if (!pair) return clusters;
    const [a, b] = [clusters[pair[0]], clusters[pair[1]]];
    if (!a || !b) return clusters;
    a.terms.push(...b.terms);
    a.at.push(...b.at);
    clusters.splice(pair[1], 1);
  }
}

/** The topics with the other terms that are near one of them, each to the nearest: what is a topic is told by fewer words. */
function withNear(
  chosen: readonly Cluster[],
  candidates: readonly FoundTerm[],
  likeness: readonly (readonly number[])[],
): Cluster[] {
  const taken = new Set(chosen.flatMap(({ at }) => at));
  const wider = chosen.map(({ terms, at }): Cluster => ({ terms: [...terms], at: [...at] }));
  candidates.forEach((term, i) => {
    if (taken.has(i) || rarity(term.key) < LEAST_RARITY) return;
    const means = chosen.map(({ at }) => at.reduce((sum, j) => sum + (likeness[i]?.[j] ?? 0), 0) / at.length);
    const best = Math.max(...means);
    const nearest = best > NEAR ? wider[means.indexOf(best)] : undefined;
    if (!nearest || nearest.at.length >= MOST_WORDS) return;
    nearest.terms.push(term);
    nearest.at.push(i);
  });
  return wider;
}

function draftTopic(cluster: Cluster, ids: Set<string>): Proposed<Topic> {
  const sorted = cluster.terms.toSorted((a, b) => b.score - a.score);
  const words = [...new Set(sorted.map(({ words: term }) => term))];
  const label = capitalised(words[0] ?? '');
  const wanted = (words[0] ?? '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'topic';
  let id = wanted;
  for (let n = 2; ids.has(id); n++) id = `${wanted}-${n}`;
  ids.add(id);
  const sides = [...sidesOf(cluster)].toSorted((a, b) => b[1] - a[1]);
  const named = sides.slice(0, 4).map(([side, n]) => `${side} ${n}`);
  return {
    value: { id, label, words },
    why: `${sentencesOf(cluster).size} sentences; most by ${named.join(', ')}`,
  };
}
