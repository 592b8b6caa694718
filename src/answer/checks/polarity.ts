import type { Act } from '../../domain/statement.ts';
import { isAttitudeVerb } from '../asked.ts';
import { prefixLikeness } from '../likeness.ts';
import { stemOf } from '../terms.ts';
import type { Source } from './claim.ts';
import { readSigned, type Signed } from './negation.ts';

const stemsOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stemOf));
const YIELDING = stemsOf('offer propose ready willing prepared agree accept promise pledge');
const REFUSING = stemsOf('reject refuse deny dismiss oppose decline exclude veto');
const YIELDS: ReadonlySet<Act | null> = new Set<Act>(['offers', 'agrees']);
const REFUSES: ReadonlySet<Act | null> = new Set<Act>(['rejects', 'denies']);

/**
 * Whether the claim says yes and no where the evidence does: it neither lets somebody offer what the evidence rejects (or
 * the other way round), nor drops or adds a negation to most words that a clause of it shares with the evidence.
 */
export function polarityHolds(claim: string, sources: readonly Source[]): boolean {
  const clauses = readSigned(claim);
  return actsHold(clauses.flat(), sources) && negationsHold(clauses, sources);
}

function actsHold(words: readonly Signed[], sources: readonly Source[]): boolean {
  return words.every(({ stem, negated }) => {
    const yields = negated ? REFUSING.has(stem) : YIELDING.has(stem);
    const refuses = negated ? YIELDING.has(stem) : REFUSING.has(stem);
    const clashes = ({ evidence, terms }: Source): boolean =>
      ((yields && REFUSES.has(evidence.act)) || (refuses && YIELDS.has(evidence.act))) &&
      !terms.some((term) => term.stem === stem);
    return !(yields || refuses) || !sources.every(clashes);
  });
}

function negationsHold(clauses: readonly (readonly Signed[])[], sources: readonly Source[]): boolean {
  const said = sources.flatMap(({ text }) => readSigned(text)).flat();
  return clauses.every((clause) => {
    let [turned, kept] = [0, 0];
    for (const { stem, negated } of clause) {
      if (isAttitudeVerb(stem) || REFUSING.has(stem)) continue;
      const same = said.filter((one) => one.stem === stem || prefixLikeness(one.stem, stem) >= 0.75);
      if (same.length === 0) continue;
      if (same.some((one) => one.negated === negated)) kept++;
      else turned++;
    }
    return turned === 0 || turned < kept;
  });
}
