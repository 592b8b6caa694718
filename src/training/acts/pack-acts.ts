import { ACT_WEIGHTS_FORMAT, type ActWeightsFile, votedBy } from '../../attribution/act/act-model.ts';
import { RULE_IDS } from '../../attribution/act/vote-by-rules.ts';
import { ACTS } from '../../domain/statement.ts';
import type { ActWeights } from './learn-acts.ts';

/** One unit of a weight: finer steps gain nothing. */
const UNIT = 1 / 24;
const MOST = 127;

/** The weights of the chosen features as small integers; what is common to all acts is taken off. */
export function packActs(learned: ActWeights, chosen: ReadonlySet<string>): ActWeightsFile {
  const rows = [...learned].flatMap(([feature, weights]) => {
    if (!chosen.has(feature)) return [];
    const mean = weights.reduce((sum, each) => sum + each, 0) / ACTS.length;
    const units = Array.from(weights, (each) =>
      Math.max(-MOST, Math.min(MOST, Math.round((each - mean) / UNIT))),
    );
    return [{ feature, units }];
  });
  rows.sort((a, b) => (a.feature < b.feature ? -1 : 1));
  const named = new Set(rows.map(({ feature }) => votedBy(feature)));
  return {
    format: ACT_WEIGHTS_FORMAT,
    unit: UNIT,
    rules: [...RULE_IDS],
    unlearned: RULE_IDS.filter((id) => !named.has(id)),
    features: rows.map(({ feature }) => feature).join('\n'),
    weights: Buffer.from(Int8Array.from(rows.flatMap(({ units }) => units)).buffer).toString('base64'),
  };
}
