import type { Query, Unit } from '../find/query.ts';
import { AUXILIARIES, isAttitudeVerb } from '../read/asking-words.ts';
import type { Term } from '../../text/words/words.ts';

/** The verb of saying is less what the question is about than what it says something of. */
const ATTITUDE_WEIGHT = 0.4;
/** "What did Doe grumble about": whatever verb it is that whoever is asked does about something, it is one of saying. */
function verbOfSaying(terms: readonly Term[], asked: readonly string[]): string | null {
  const at = terms.findIndex(({ stem }) => asked.includes(stem)) + 1;
  const isAsked = AUXILIARIES.has(terms[at - 2]?.word.toLowerCase() ?? '');
  const isAbout = /^(?:about|on|over|of)$/i.test(terms[at + 1]?.word ?? '');
  return isAsked && isAbout ? (terms[at]?.stem ?? null) : null;
}

/**
 * The units that an answer must be about. Where somebody's words are asked for, their name is not, the verb of saying
 * hardly: "What did Sherman say about cyber attacks?" is about cyber attacks.
 */
export function subjectUnits(query: Query, asked: readonly string[]): readonly Unit[] {
  if (asked.length === 0) return query.units;
  const others = query.units.filter(({ stem }) => !asked.includes(stem));
  const verb = verbOfSaying(query.terms, asked);
  const isOfSaying = ({ stem }: Unit): boolean => stem === verb || isAttitudeVerb(stem);
  // "What did Sherman write?" is about whatever she wrote.
  if (others.every(isOfSaying)) return [];
  return others.flatMap((unit) => {
    if (!isOfSaying(unit)) return [unit];
    return unit.frequency > 0 ? [{ ...unit, idf: ATTITUDE_WEIGHT * unit.idf }] : [];
  });
}
