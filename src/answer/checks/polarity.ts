import type { Act } from '../../domain/statement.ts';
import { isAttitudeVerb } from '../asked.ts';
import { prefixLikeness } from '../likeness.ts';
import { stemOf } from '../terms.ts';
import type { Source } from './claim.ts';
import { readSigned, type Signed, type SignedClause } from './negation.ts';

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
  return (
    actsHold(
      clauses.flatMap(({ words }) => words),
      sources,
    ) && negationsHold(clauses, sources)
  );
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

function negationsHold(clauses: readonly SignedClause[], sources: readonly Source[]): boolean {
  const said = sources.flatMap(({ text }) => readSigned(text));
  return clauses.every((clause) => {
    const compared = said.map((other) => compare(clause, other));
    const most = Math.max(0, ...compared.map(({ shared }) => shared));
    // What the clause repeats is the one it shares most words with.
    const repeated = compared.filter(({ shared }) => shared === most);
    return most === 0 || repeated.some(({ holds }) => holds);
  });
}

/** How many words a clause of the claim shares with one of the evidence, and whether both say the same of them. */
function compare(clause: SignedClause, other: SignedClause): { shared: number; holds: boolean } {
  let [same, added, lost, light] = [0, 0, 0, true];
  for (const { stem, negated } of clause.words) {
    if (REFUSING.has(stem)) continue;
    const found = other.words.filter((one) => one.stem === stem || prefixLikeness(one.stem, stem) >= 0.75);
    if (found.length === 0) continue;
    if (found.some((one) => one.negated === negated)) same++;
    else if (negated) added++;
    else lost++;
    if (!isAttitudeVerb(stem)) light = false;
  }
  const shared = same + added + lost;
  // A verb of saying or wanting alone says nothing; "its demands" may be told of who does not give them up.
  const few = added === 0 && ((light && shared < 2) || 2 * lost < same);
  return { shared, holds: added + lost === 0 || few || clause.negated === other.negated };
}
