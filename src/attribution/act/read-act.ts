import type { Side } from '../../domain/actor.ts';
import type { Act } from '../../domain/statement.ts';
import { actFeaturesOf, type ActEvidence } from './act-features.ts';
import { ActWeightsFile, checkRules, likeliestAct, readActModel } from './act-model.ts';
import { readPartyNames } from './act-words.ts';
import { RULE_IDS, VOTERS } from './vote-by-rules.ts';
import weights from './act-weights.json' with { type: 'json' };

/** What only somebody who takes part does. */
const PARTISAN: ReadonlySet<Act> = new Set(['offers', 'rejects', 'agrees']);

const file = ActWeightsFile.parse(weights);
checkRules(file, RULE_IDS, VOTERS);
const model = readActModel(file);

/** What the speaker does with a statement. */
export type ActOf = (evidence: Omit<ActEvidence, 'own'>) => Act;

/**
 * Creates the reader of acts for a negotiation between `sides`, by weights learned from read sentences.
 *
 * What somebody without a side, or a spokesman, reports of a party ("Libya has agreed to …, officials said") is that party's
 * act. A side that tells what another party offers, rejects or agrees to states it.
 *
 * @param without ids of rules left out, to see what each gains
 */
export function createActReader(sides: readonly Side[], without?: ReadonlySet<string>): ActOf {
  const names = readPartyNames(
    sides.flatMap(({ id, label, names: others, adjectives }) =>
      [label, ...others, ...adjectives].map((name) => [id, name] as const),
    ),
  );
  const ownNames = new Map(sides.map(({ id, label, names: others }) => [id, [label, ...others]]));
  return (evidence) => {
    const own = (evidence.side === null ? undefined : ownNames.get(evidence.side)) ?? [];
    const { kinds, opening } = actFeaturesOf({ ...evidence, own }, names, without);
    const act = likeliestAct(model(kinds));
    return evidence.side !== null && opening === 'OTHER' && PARTISAN.has(act) ? 'states' : act;
  };
}
