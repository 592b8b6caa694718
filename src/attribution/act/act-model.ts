import { z } from 'zod';
import { BY_RULE, type ActFeature } from './act-features.ts';
import { ACTS, type Act } from '../../domain/statement.ts';

/** Counted up whenever features or packing change. */
export const ACT_WEIGHTS_FORMAT = 2;
/** The row that every statement has. */
export const BIAS = '';

/** What `act-weights.json` holds. */
export const ActWeightsFile = z.object({
  format: z.literal(ACT_WEIGHTS_FORMAT, 'wanted this version’s format: run npm run train:acts'),
  /** Value of one unit of `weights`. */
  unit: z.number().positive(),
  /** Ids of the rules in their order, as they were when this was learned. */
  rules: z.array(z.string()),
  /** Those of them that no feature names: too few sentences that were learned from show them, or none had them yet. */
  unlearned: z.array(z.string()),
  /** Names of the features, one a line. */
  features: z.string(),
  /** A row of small integers for each feature, one for each act in the order of `ACTS`; base64. */
  weights: z.string(),
});
export type ActWeightsFile = z.infer<typeof ActWeightsFile>;

/** What each of `n` features of a kind counts: long statements say more, but not as much more as they have words. */
export const featureValue = (n: number): number => n ** -0.25;

/** Scores of the acts, in the order of `ACTS`; log odds up to a constant. */
export type ActModel = (kinds: readonly (readonly ActFeature[])[]) => Float64Array;

/** Features that begin alike: most of those that a statement shows have no weights, and are not looked for to their end. */
interface Branch {
  row: number | undefined;
  readonly next: Map<string, Branch>;
}

const newBranch = (): Branch => ({ row: undefined, next: new Map() });

function refuse(what: string): never {
  throw new Error(`act-weights.json ${what}; run npm run train:acts`);
}

/** Throws where the weights were learned with other rules than there are, in one sentence. */
export function checkRules(
  { rules, unlearned, features }: ActWeightsFile,
  ids: readonly string[],
  voters: ReadonlySet<string>,
): void {
  const named = new Set(features.split('\n').flatMap((name) => votedBy(name) ?? []));
  const gone = [...rules, ...unlearned, ...named].find((id) => !voters.has(id));
  if (gone !== undefined) refuse(`knows a rule “${gone}” that there is not`);
  const unseen = ids.find((id) => !rules.includes(id));
  if (unseen !== undefined) refuse(`was learned without the rule “${unseen}”`);
  const bare = rules.find((id) => !named.has(id) && !unlearned.includes(id));
  if (bare !== undefined) refuse(`has no weight for the rule “${bare}”`);
  const moved = ids.find((id, at) => rules[at] !== id);
  if (moved !== undefined) refuse(`was learned with the rule “${moved}” in another place`);
}

/** The rule that a feature names; undefined where it names none. */
export function votedBy(feature: string): string | undefined {
  const [kind, by] = feature.split(' ');
  return kind === BY_RULE ? by : undefined;
}

/** Unpacks learned weights into a multinomial logistic regression. Throws where names and weights do not fit together. */
export function readActModel(file: ActWeightsFile): ActModel {
  const names = file.features.split('\n');
  const weights = Int8Array.from(Buffer.from(file.weights, 'base64'), (byte) => (byte << 24) >> 24);
  if (weights.length !== names.length * ACTS.length)
    throw new Error(
      `act-weights.json has ${weights.length} weights for ${names.length} features; train again`,
    );
  const root = newBranch();
  names.forEach((name, row) => {
    let branch = root;
    for (const part of name.split(' ')) {
      const next = branch.next.get(part) ?? newBranch();
      branch.next.set(part, next);
      branch = next;
    }
    branch.row = row * ACTS.length;
  });
  const rowOf = (feature: ActFeature): number | undefined => {
    let branch: Branch | undefined = root;
    for (let i = 0; branch && i < feature.length; i++) branch = branch.next.get(feature[i] ?? '');
    return branch?.row;
  };

  return (kinds) => {
    const scores = new Float64Array(ACTS.length);
    const add = (feature: ActFeature, value: number): void => {
      const row = rowOf(feature);
      if (row === undefined) return;
      for (let act = 0; act < ACTS.length; act++)
        scores[act] = (scores[act] ?? 0) + value * (weights[row + act] ?? 0);
    };
    add([BIAS], file.unit);
    for (const kind of kinds) {
      const value = file.unit * featureValue(kind.length);
      for (const feature of kind) add(feature, value);
    }
    return scores;
  };
}

/** The act of the highest score. */
export function likeliestAct(scores: Float64Array): Act {
  let best: Act = 'states';
  let most = -Infinity;
  ACTS.forEach((act, at) => {
    const score = scores[at] ?? -Infinity;
    if (score <= most) return;
    most = score;
    best = act;
  });
  return best;
}
