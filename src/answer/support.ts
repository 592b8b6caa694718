import type { Reading } from '../domain/question.ts';
import { isAttitudeVerb } from './asked.ts';
import { presencesInContext } from './features.ts';
import { marksAsked } from './fit.ts';
import { coverage } from './likeness.ts';
import type { Query, Unit } from './query.ts';
import type { Ranked } from './rank.ts';
import { SUPPORT } from './weights.ts';

/** What shows whether the best candidates support a question at all; each from 0 to 1. */
export const SIGNS = ['covered', 'close', 'missing', 'unknownName'] as const;
export type Sign = (typeof SIGNS)[number];
export type Signs = Readonly<Record<Sign, number>>;

/** How many of the best candidates may cover the question between them. */
const TOP = 5;

/**
 * The units that an answer must be about. Where somebody's words are asked for, neither their name nor the verb of
 * saying is: "What did Sherman say about cyber attacks?" is about cyber attacks.
 */
function subjectUnits(query: Query, reading: Reading): readonly Unit[] {
  const asked = marksAsked(reading);
  if (asked.length === 0) return query.units;
  return query.units.filter(({ stem }) => !asked.includes(stem) && !isAttitudeVerb(stem));
}

/** @param ranked the candidates that may be shown, best first */
export function signsOf(query: Query, ranked: readonly Ranked[], reading: Reading): Signs {
  const top = ranked.slice(0, TOP);
  const units = subjectUnits(query, reading);
  const presences = top.map((one) => presencesInContext(units, one));
  const present = units.map((_, i) => Math.max(0, ...presences.map((each) => each[i] ?? 0)));
  return {
    covered: units.length === 0 ? Math.min(1, top.length) : coverage(units, presences[0] ?? []),
    close: Math.max(0, ...top.map((one) => one.features.closeness)),
    missing: units.length === 0 ? 0 : 1 - coverage(units, present),
    unknownName: units.some((unit) => unit.name && unit.frequency === 0) ? 1 : 0,
  };
}

/** The chance that a question with these signs is answered by the collection: a logistic regression. */
export function supportOf(signs: Signs): number {
  let sum: number = SUPPORT.bias;
  for (const sign of SIGNS) sum += SUPPORT.weights[sign] * signs[sign];
  return 1 / (1 + Math.exp(-sum));
}
