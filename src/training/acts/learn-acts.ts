import { BIAS, featureValue } from '../../attribution/act/act-model.ts';
import { ACTS, type Act } from '../../domain/statement.ts';
import { createRandom } from './random-choice.ts';

/** A statement to learn from: its features, its act, and how much it counts. */
export interface ActExample {
  readonly kinds: readonly (readonly string[])[];
  readonly act: Act;
  readonly weight: number;
}

const SETTINGS = {
  epochs: 12,
  rate: 0.1,
  /** Strength of the Gaussian prior (L2), spread over the examples that show a feature. */
  l2: 0.2,
  /** Rarer features are left out. */
  leastCount: 2,
  /** Acts that are rarer count more: their share to the power of minus this. */
  balance: 0.25,
  /**
   * Added to what the rules' vote says, in log odds, for an act and for none: labels show newspapers at large, where rules are
   * right less often than in negotiations. Chosen where one false alarm comes on ten other sentences.
   */
  trust: { act: 1.1, none: 0.75 },
};

/** Weights by feature, one for each act. */
export type ActWeights = ReadonlyMap<string, Float64Array>;

const MOST_BALANCE = 6;
/** The rules' vote shows as so many features. */
const VOTE_FEATURES = 2;

interface Row {
  readonly index: Int32Array;
  readonly value: Float64Array;
}

/** Learns a multinomial logistic regression by AdaGrad (Duchi et al. 2011) with L2. */
export function learnActs(examples: readonly ActExample[]): ActWeights {
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
      for (const feature of kind)
        if ((counts.get(feature) ?? 0) >= SETTINGS.leastCount) add(indexFor(feature), value);
    }
    return { index: Int32Array.from(values.keys()), value: Float64Array.from(values.values()) };
  };

  const share = new Map<Act, number>();
  for (const { act, weight } of examples) share.set(act, (share.get(act) ?? 0) + weight);
  const mean = [...share.values()].reduce((sum, each) => sum + each, 0) / ACTS.length;
  const rows = examples.map(({ kinds, act, weight }) => ({
    ...rowOf(kinds),
    act: ACTS.indexOf(act),
    weight: weight * Math.min(MOST_BALANCE, (mean / (share.get(act) ?? mean)) ** SETTINGS.balance),
  }));
  const seen = new Float64Array(indexOf.size);
  for (const { index } of rows) for (const feature of index) seen[feature] = (seen[feature] ?? 0) + 1;

  const weights = new Float64Array(indexOf.size * ACTS.length);
  const squares = new Float64Array(weights.length);
  const random = createRandom(1);
  for (let epoch = 0; epoch < SETTINGS.epochs; epoch++) {
    for (const { index, value, act, weight } of random.shuffle(rows)) {
      const chances = softmax(scoresOf(weights, index, value));
      index.forEach((feature, k) => {
        for (let a = 0; a < ACTS.length; a++) {
          const at = feature * ACTS.length + a;
          const prior = feature === 0 ? 0 : (SETTINGS.l2 * (weights[at] ?? 0)) / (seen[feature] ?? 1);
          const gradient = weight * (value[k] ?? 0) * ((chances[a] ?? 0) - (a === act ? 1 : 0)) + prior;
          const square = (squares[at] ?? 0) + gradient * gradient;
          squares[at] = square;
          weights[at] = (weights[at] ?? 0) - (SETTINGS.rate * gradient) / Math.sqrt(square + 1e-6);
        }
      });
    }
  }
  return collect(indexOf, weights);
}

/** How often each feature shows, by the examples' weights. */
function countFeatures(examples: readonly ActExample[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kinds, weight } of examples)
    for (const feature of new Set(kinds.flat())) counts.set(feature, (counts.get(feature) ?? 0) + weight);
  return counts;
}

/** The `rows` features that move the scores most: weight times the root of how often the feature shows. */
export function chooseFeatures(
  learned: ActWeights,
  examples: readonly ActExample[],
  rows: number,
): ReadonlySet<string> {
  const counts = countFeatures(examples);
  const worth = [...learned].map(([feature, weights]) => {
    const mean = weights.reduce((sum, each) => sum + each, 0) / ACTS.length;
    const moves = Math.max(...weights.map((each) => Math.abs(each - mean)));
    return { feature, worth: feature === BIAS ? Infinity : Math.sqrt(counts.get(feature) ?? 0) * moves };
  });
  return new Set(worth.toSorted((a, b) => b.worth - a.worth).slice(0, rows).map(({ feature }) => feature)); // prettier-ignore
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

/** The weights of features, with what is known of the rules' vote added. */
function collect(indexOf: ReadonlyMap<string, number>, weights: Float64Array): ActWeights {
  const out = new Map<string, Float64Array>();
  for (const [name, index] of indexOf)
    out.set(name, weights.slice(index * ACTS.length, (index + 1) * ACTS.length));
  const votes = featureValue(VOTE_FEATURES);
  ACTS.forEach((act, a) => {
    const row = out.get(`r ${act}`);
    const trust = act === 'states' ? SETTINGS.trust.none : SETTINGS.trust.act;
    if (row) row[a] = (row[a] ?? 0) + trust / votes;
  });
  return out;
}
