import type { ChangeKind } from '../../../domain/position-change.ts';
import type { Span } from '../../../text/span.ts';
import {
  hasOwnNumbers,
  isComparable,
  isSameMind,
  isSameOffer,
  likeness,
  nearest,
  stanceOf,
} from './compare-positions.ts';
import type { Position } from './read-position.ts';

/** A change as it is found: the words that make it are spans of the two texts. */
export interface Found {
  readonly kind: ChangeKind;
  readonly from: Position | null;
  readonly words: { readonly from: Span | null; readonly to: Span | null };
}

/** What was said before and is said otherwise now: acts, numbers, conditions. */
export function findMoves(to: Position, before: readonly Position[]): Found[] {
  const acts = actChange(to, before);
  // What was rejected in between took its conditions with it.
  const conditions = acts.length > 0 ? [] : conditionChanges(to, before);
  return [...acts, ...numberChanges(to, before), ...conditions];
}

/** From rejecting to offering or agreeing, or back: the latest that goes the other way on the same matter. */
function actChange(to: Position, before: readonly Position[]): Found[] {
  const now = stanceOf(to);
  if (now === null) return [];
  const lastDay = ofLastDay(
    before.filter((one) => stanceOf(one) !== null && (isSameMind(one, to) || haveComparable(one, to))),
  );
  // Who says both on one day has not moved.
  if (lastDay.length === 0 || lastDay.some((one) => stanceOf(one) === now)) return [];
  return [{ kind: 'act', from: nearest(lastDay, to), words: { from: null, to: null } }];
}

/** Numbers that stand in place of another of the same unit, said of the same thing. */
function numberChanges(to: Position, before: readonly Position[]): Found[] {
  if (!hasOwnNumbers(to)) return [];
  return to.quantities.flatMap((quantity): Found[] => {
    const comparable = before.flatMap((position) =>
      hasOwnNumbers(position)
        ? position.quantities
            .filter((one) => isComparable(position, one, to, quantity))
            .map((one) => ({ on: position.on, position, one, alike: likeness(one.around, quantity.around) }))
        : [],
    );
    // Said again: today, on the last day that had one, or before that, as when it is told how one came to it.
    if (comparable.some(({ one }) => one.value === quantity.value)) return [];
    const best = ofLastDay(comparable).toSorted((a, b) => b.alike - a.alike)[0];
    // "From 18 to 16 percent" tells the old number too.
    if (
      !best ||
      to.quantities.findLast((one) => one.unit === quantity.unit && one.value !== best.one.value) !== quantity
    )
      return [];
    return [{ kind: 'number', from: best.position, words: { from: best.one, to: quantity } }];
  });
}

/** Whether a number of one stands in place of one of the other: they are of one offer. */
function haveComparable(from: Position, to: Position): boolean {
  if (!hasOwnNumbers(from) || !hasOwnNumbers(to)) return false;
  return to.quantities.some((now) => from.quantities.some((old) => isComparable(from, old, to, now)));
}

/** Conditions that the last statement of the same kind on the same matter had not, or had and this one has not. */
function conditionChanges(to: Position, before: readonly Position[]): Found[] {
  if (!hasOwnNumbers(to)) return [];
  const lastDay = ofLastDay(
    before.filter((one) => hasOwnNumbers(one) && (isSameOffer(one, to) || haveComparable(one, to))),
  );
  if (lastDay.length === 0) return [];
  const from = nearest(lastDay, to);
  // One in another's place may be the same in other words: what the quotes show is that there are more or fewer.
  const [old, now] = [from.conditions, to.conditions];
  return [
    ...newest(now, old).map((condition): Found => ({
      kind: 'condition-added',
      from,
      words: { from: null, to: condition.span },
    })),
    ...newest(old, now).map((condition): Found => ({
      kind: 'condition-dropped',
      from,
      words: { from: condition.span, to: null },
    })),
  ];
}

/** Of what there is more of, so many as there are more: those least like any of the others. */
function newest(
  conditions: Position['conditions'],
  others: Position['conditions'],
): readonly Position['conditions'][number][] {
  const most = (one: Position['conditions'][number]): number =>
    Math.max(0, ...others.map(({ stems }) => likeness(one.stems, stems)));
  return conditions
    .toSorted((a, b) => most(a) - most(b))
    .slice(0, Math.max(0, conditions.length - others.length));
}

function ofLastDay<Said extends { readonly on: string }>(said: readonly Said[]): readonly Said[] {
  const day = said.at(-1)?.on;
  return said.filter(({ on }) => on === day);
}
