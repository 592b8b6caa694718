import type { Act } from '../../../domain/statement.ts';
import { isAttitudeVerb } from '../../read/asking-words.ts';
import { prefixLikeness } from '../../../text/words/likeness.ts';
import { stemOf } from '../../../text/words/words.ts';
import type { Source } from './claim.ts';
import { readSigned, type Signed, type SignedClause } from './negation.ts';

const stemsOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stemOf));
const YIELDING = stemsOf('offer propose ready willing prepared agree accept promise pledge');
const REFUSING = stemsOf('reject refuse deny dismiss oppose decline exclude veto');
/** What turns a word that it begins. */
const OPPOSITES = ['un', 'in', 'im', 'il', 'ir', 'dis'];
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
    if (most > 0 && !repeated.some(({ holds }) => holds)) return false;
    // Nor may it say of several things the opposite of what another clause says of them.
    const borne = new Set(compared.flatMap(({ same }) => same));
    return !compared.some(
      ({ same, turned, holds }) =>
        !holds && same.length <= turned.length && turned.filter((stem) => !borne.has(stem)).length >= 2,
    );
  });
}

/** What a clause of the claim shares with one of the evidence, and whether both say the same of it. */
interface Compared {
  readonly shared: number;
  /** Stems that both turn or neither does; stems that one of them turns. */
  readonly same: readonly string[];
  readonly turned: readonly string[];
  readonly holds: boolean;
}

function compare(clause: SignedClause, other: SignedClause): Compared {
  const same: Signed[] = [];
  const turned: Signed[] = [];
  for (const word of clause.words) {
    if (REFUSING.has(word.stem)) continue;
    const signs = signsOf(word.stem, other.words);
    if (signs.length > 0) (signs.includes(word.negated) ? same : turned).push(word);
  }
  const shared = same.length + turned.length;
  const light = [...same, ...turned].every(({ stem }) => isAttitudeVerb(stem));
  const most = 2 * turned.length < same.length;
  const added = turned.some(({ negated }) => negated);
  const back = other.words.some((word) => word.back && turned.some(({ stem }) => stem === word.stem));
  // A verb of saying or wanting alone says nothing; "its demands" may be told of who does not give them up. Of what both
  // deny, the claim may deny more: "not deployed on our borders" is "the non-deployment on our borders".
  const few = added ? most && !back && same.some(({ negated }) => negated) : (light && shared < 2) || most;
  return {
    shared,
    same: same.map(({ stem }) => stem),
    turned: turned.map(({ stem }) => stem),
    holds: turned.length === 0 || few || (clause.negated && other.negated && !back),
  };
}

/** Whether the words have the stem negated, not negated, or both; "unlikely" is "likely" negated. */
function signsOf(stem: string, words: readonly Signed[]): boolean[] {
  return words.flatMap(({ stem: other, negated }) => {
    if (other === stem || prefixLikeness(other, stem) >= 0.75) return [negated];
    return isOpposite(other, stem) || isOpposite(stem, other) ? [!negated] : [];
  });
}

/** Whether one is the other with a prefix that turns it: "unlikely" and "likely". Stems. */
export function isOpposite(turned: string, stem: string): boolean {
  return stem.length >= 5 && OPPOSITES.some((prefix) => turned === prefix + stem);
}
