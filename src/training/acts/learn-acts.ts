import { BIAS, featureValue } from '../../attribution/act/act-model.ts';
import { ACTS, type Act } from '../../domain/statement.ts';
import { createRandom } from './random-choice.ts';

/** A statement to learn from: its features, its act, and how much it counts. */
export interface ActExample {
  readonly kinds: readonly (readonly string[])[];
  readonly act: Act;
  readonly weight: number;
}

/** Directions of words in a space where likeness of use is nearness; keyed by stem. */
export type WordVectors = ReadonlyMap<string, readonly number[]>;

export interface LearnSettings {
  readonly epochs: number;
  readonly rate: number;
  /** Strength of the Gaussian prior (L2), spread over the examples that show a feature. */
  readonly l2: number;
  /** Rarer features are left out. */
  readonly leastCount: number;
  /** Acts that are rarer count more: their share to the power of minus this. */
  readonly balance: number;
  /** How much the directions of words count beside the words themselves. */
  readonly vectorScale: number;
  /**
   * Added to what the rules' vote says, in log odds, for an act and for none: labels show newspapers at large, where rules are
   * right less often than in negotiations. Chosen where one false alarm comes on ten other sentences.
   */
  readonly trust: { readonly act: number; readonly none: number };
}

export const LEARN_SETTINGS: LearnSettings = {
  epochs: 12,
  rate: 0.1,
  l2: 0.3,
  leastCount: 2,
  balance: 0.25,
  vectorScale: 2,
  trust: { act: 1.2, none: 1.7 },
};

/** Weights by feature, one for each act. */
export type ActWeights = ReadonlyMap<string, Float64Array>;

/** Kinds of single words (see `actFeaturesOf`) whose weights are carried over to words of like use. */
const WORD_KINDS = new Set(['q', 'q!', 'h', 'v', 'n', 'p1', 'c1']);
const MOST_BALANCE = 6;
/** The rules' vote shows as so many features. */
const VOTE_FEATURES = 2;
/** How often the commonest word that no example shows is taken to show. */
const UNSEEN = 2;

interface Row {
  readonly index: Int32Array;
  readonly value: Float64Array;
}

/**
 * Learns a multinomial logistic regression by AdaGrad (Duchi et al. 2011) with L2. With word vectors, the weight of a word is
 * its own plus what its direction says; both are added up in the end, for every word that has a vector: so words get weights
 * that no example shows.
 */
export function learnActs(
  examples: readonly ActExample[],
  vectors: WordVectors,
  settings: LearnSettings = LEARN_SETTINGS,
): ActWeights {
  const counts = countFeatures(examples);
  const indexOf = new Map<string, number>([[BIAS, 0]]);
  const indexFor = (name: string): number => {
    const known = indexOf.get(name);
    if (known !== undefined) return known;
    indexOf.set(name, indexOf.size);
    return indexOf.size - 1;
  };
  const rowOf = (kinds: readonly (readonly string[])[]): Row => {
    const values = new Map<number, number>([[0, 1]]);
    const add = (index: number, value: number): void =>
      void values.set(index, (values.get(index) ?? 0) + value);
    for (const kind of kinds) {
      const value = featureValue(kind.length);
      for (const feature of kind) {
        if ((counts.get(feature) ?? 0) >= settings.leastCount) add(indexFor(feature), value);
        const { place, vector } = directionOf(feature, vectors);
        vector?.forEach((x, d) => add(indexFor(`${place}#${d}`), settings.vectorScale * value * x));
      }
    }
    return { index: Int32Array.from(values.keys()), value: Float64Array.from(values.values()) };
  };

  const share = new Map<Act, number>();
  for (const { act, weight } of examples) share.set(act, (share.get(act) ?? 0) + weight);
  const mean = [...share.values()].reduce((sum, each) => sum + each, 0) / ACTS.length;
  const rows = examples.map(({ kinds, act, weight }) => ({
    ...rowOf(kinds),
    act: ACTS.indexOf(act),
    weight: weight * Math.min(MOST_BALANCE, (mean / (share.get(act) ?? mean)) ** settings.balance),
  }));
  const seen = new Float64Array(indexOf.size);
  for (const { index } of rows) for (const feature of index) seen[feature] = (seen[feature] ?? 0) + 1;

  const weights = new Float64Array(indexOf.size * ACTS.length);
  const squares = new Float64Array(weights.length);
  const random = createRandom(1);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (const { index, value, act, weight } of random.shuffle(rows)) {
      const chances = softmax(scoresOf(weights, index, value));
      index.forEach((feature, k) => {
        for (let a = 0; a < ACTS.length; a++) {
          const at = feature * ACTS.length + a;
          const prior = feature === 0 ? 0 : (settings.l2 * (weights[at] ?? 0)) / (seen[feature] ?? 1);
          const gradient = weight * (value[k] ?? 0) * ((chances[a] ?? 0) - (a === act ? 1 : 0)) + prior;
          const square = (squares[at] ?? 0) + gradient * gradient;
          squares[at] = square;
          weights[at] = (weights[at] ?? 0) - (settings.rate * gradient) / Math.sqrt(square + 1e-6);
        }
      });
    }
  }
  return collect(indexOf, weights, vectors, settings);
}

/** How often each feature shows, by the examples' weights. */
export function countFeatures(examples: readonly ActExample[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kinds, weight } of examples)
    for (const feature of new Set(kinds.flat())) counts.set(feature, (counts.get(feature) ?? 0) + weight);
  return counts;
}

/**
 * The `rows` features that move the scores most: weight times the root of how often the feature shows. A word that no example
 * shows counts as one of its rank in the vectors' list would.
 */
export function chooseFeatures(
  learned: ActWeights,
  examples: readonly ActExample[],
  vectors: WordVectors,
  rows: number,
): ReadonlySet<string> {
  const counts = countFeatures(examples);
  const ranks = new Map([...vectors.keys()].map((stem, rank) => [stem, rank]));
  const worth = [...learned].map(([feature, weights]) => {
    const rank = WORD_KINDS.has(feature.slice(0, feature.indexOf(' '))) ? ranks.get(feature.slice(feature.indexOf(' ') + 1)) : undefined; // prettier-ignore
    const often = (counts.get(feature) ?? 0) + (rank === undefined ? 0 : UNSEEN / (1 + rank / 100));
    const mean = weights.reduce((sum, each) => sum + each, 0) / ACTS.length;
    return {
      feature,
      worth:
        feature === BIAS
          ? Infinity
          : Math.sqrt(often) * Math.max(...weights.map((each) => Math.abs(each - mean))),
    };
  });
  return new Set(worth.toSorted((a, b) => b.worth - a.worth).slice(0, rows).map(({ feature }) => feature)); // prettier-ignore
}

function directionOf(
  feature: string,
  vectors: WordVectors,
): { place: string; vector: readonly number[] | undefined } {
  const space = feature.indexOf(' ');
  const place = feature.slice(0, space);
  return { place, vector: WORD_KINDS.has(place) ? vectors.get(feature.slice(space + 1)) : undefined };
}

function scoresOf(weights: Float64Array, index: Int32Array, value: Float64Array): Float64Array {
  const scores = new Float64Array(ACTS.length);
  index.forEach((feature, k) => {
    for (let a = 0; a < ACTS.length; a++)
      scores[a] = (scores[a] ?? 0) + (value[k] ?? 0) * (weights[feature * ACTS.length + a] ?? 0);
  });
  return scores;
}

function softmax(scores: Float64Array): Float64Array {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, each) => total + each, 0);
  return powers.map((power) => power / sum);
}

/** The weights of features, and of every word with a vector, with the directions added in. */
function collect(
  indexOf: ReadonlyMap<string, number>,
  weights: Float64Array,
  vectors: WordVectors,
  settings: LearnSettings,
): ActWeights {
  const rowAt = (index: number | undefined): Float64Array =>
    index === undefined
      ? new Float64Array(ACTS.length)
      : weights.slice(index * ACTS.length, (index + 1) * ACTS.length);
  const out = new Map<string, Float64Array>();
  for (const [name, index] of indexOf) if (!name.includes('#')) out.set(name, rowAt(index));
  for (const place of WORD_KINDS) {
    for (const [stem, vector] of vectors) {
      const row = out.get(`${place} ${stem}`) ?? new Float64Array(ACTS.length);
      vector.forEach((x, d) => {
        const direction = rowAt(indexOf.get(`${place}#${d}`));
        for (let a = 0; a < ACTS.length; a++)
          row[a] = (row[a] ?? 0) + settings.vectorScale * x * (direction[a] ?? 0);
      });
      out.set(`${place} ${stem}`, row);
    }
  }
  const votes = featureValue(VOTE_FEATURES);
  ACTS.forEach((act, a) => {
    const row = out.get(`r ${act}`);
    const trust = act === 'states' ? settings.trust.none : settings.trust.act;
    if (row) row[a] = (row[a] ?? 0) + trust / votes;
  });
  return out;
}
