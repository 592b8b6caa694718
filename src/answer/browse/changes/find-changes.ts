import { differingWords } from '../../../domain/quote/differing-words.ts';
import { isMove, type ChangeKind, type PositionChange } from '../../../domain/position-change.ts';
import type { Act } from '../../../domain/statement.ts';
import { textAt, type Span } from '../../../text/span.ts';
import { YEAR, type PlacedQuantity, type Position } from './read-position.ts';

/** What one offers or agrees to, against what one rejects. */
const FOR: ReadonlySet<Act> = new Set(['offers', 'agrees']);
const AGAINST: ReadonlySet<Act> = new Set(['rejects']);
/** In these a number is the side's own: what it rejects or warns of is another's. */
const OWN_NUMBER: ReadonlySet<Act> = new Set(['offers', 'demands', 'agrees', 'states']);
const STANCE: ReadonlySet<Act> = new Set(['offers', 'demands', 'agrees']);

/** Share of the fewer content words that two statements must have in common to be about one matter. */
const SAME_MATTER = 1 / 3;
/** The same for a change of mind, where the two do not name the same thing as what is offered or rejected. */
const SAME_MIND = 0.5;
/** The same where what is said is but stated: then the two must be much alike. */
const SAME_STATED = 0.5;
const SAME_CONDITIONED = 0.6;
const LEAST_STATED = 2;
/** Days without a word on a topic after which a word is news. */
const SILENT_DAYS = 21;
/** Statements before that are looked at. */
const LOOKED_BACK = 80;

interface Found {
  readonly kind: ChangeKind;
  readonly from: Position | null;
  readonly words: { readonly from: Span | null; readonly to: Span | null };
}

/**
 * What changed from statement to statement of one side on one topic: only what the two quotes show by themselves.
 *
 * @param positions in the order in which they were said
 * @returns in the order of `to`
 */
export function findChanges(
  positions: readonly Position[],
  of: { readonly side: string; readonly topic: string },
): PositionChange[] {
  const changes: PositionChange[] = [];
  const claimed = new Set<string>();
  positions.forEach((to, i) => {
    // What was said on one day has no order.
    const before = positions.slice(Math.max(0, i - LOOKED_BACK), i).filter(({ on }) => on < to.on);
    const sameDay = positions.filter(({ on }) => on === to.on);
    for (const found of changesOf(to, before, sameDay)) {
      const key = [found.kind, to.on, textOf(to, found.words.to)].join(' ');
      if (claimed.has(key)) continue;
      claimed.add(key);
      changes.push(toChange(found, to, of));
    }
  });
  return changes;
}

function changesOf(to: Position, before: readonly Position[], sameDay: readonly Position[]): Found[] {
  const moved = [actChange(to, before), ...numberChanges(to, before), conditionChange(to, before)].filter(
    (found) => found !== null,
  );
  const spoken = spokenAgain(to, before, sameDay);
  return spoken === null || moved.length > 0 ? moved : [spoken];
}

/** A first word on the topic, or the first after long: of a day, the one that says most. */
function spokenAgain(to: Position, before: readonly Position[], sameDay: readonly Position[]): Found | null {
  if (to !== tellingMost(sameDay)) return null;
  const last = before.findLast(({ isTelling }) => isTelling);
  const words = { from: null, to: null };
  if (last === undefined) return before.length < LOOKED_BACK ? { kind: 'first', from: null, words } : null;
  const days = (Date.parse(to.on) - Date.parse(last.on)) / 86_400_000;
  if (days < SILENT_DAYS) return null;
  const from = tellingMost(before.filter(({ on }) => on === last.on)) ?? last;
  // An article that tells of both days shows no silence between them.
  if (from.evidence.article === to.evidence.article) return null;
  return { kind: 'silence-broken', from, words };
}

/** What is offered, demanded or rejected tells more than what is stated; of those the first. */
function tellingMost(positions: readonly Position[]): Position | undefined {
  const telling = positions.filter(({ isTelling }) => isTelling);
  return telling.find(({ evidence }) => evidence.act !== 'states') ?? telling[0];
}

/** From rejecting to offering or agreeing, or back: the latest that goes the other way on the same matter. */
function actChange(to: Position, before: readonly Position[]): Found | null {
  const now = stanceOf(to);
  if (now === null) return null;
  const alike = before.filter((one) => stanceOf(one) !== null && isSameMind(one, to));
  const last = alike.at(-1);
  if (last === undefined) return null;
  const lastDay = alike.filter(({ on }) => on === last.on);
  // Who says both on one day has not moved.
  if (lastDay.some((one) => stanceOf(one) === now)) return null;
  return { kind: 'act', from: nearest(lastDay, to), words: { from: null, to: null } };
}

function isSameMind(a: Position, b: Position): boolean {
  const [first, second] = [a.object[0], b.object[0]];
  const isSameObject =
    first !== undefined && second !== undefined && b.object.includes(first) && a.object.includes(second);
  return likeness(a.matter, b.matter) >= (isSameObject ? SAME_MATTER : SAME_MIND);
}

function stanceOf({ evidence: { act } }: Position): 'for' | 'against' | null {
  if (act === null) return null;
  return FOR.has(act) ? 'for' : AGAINST.has(act) ? 'against' : null;
}

/** Numbers that stand in place of another of the same unit, said of the same thing. */
function numberChanges(to: Position, before: readonly Position[]): Found[] {
  if (!hasOwnNumbers(to)) return [];
  return to.quantities.flatMap((quantity): Found[] => {
    const comparable = before.flatMap((position) =>
      hasOwnNumbers(position)
        ? position.quantities
            .filter((one) => isComparable(position, one, to, quantity))
            .map((one) => ({ position, one, alike: likeness(one.around, quantity.around) }))
        : [],
    );
    const last = comparable.at(-1);
    if (last === undefined) return [];
    const latest = comparable.filter(({ position }) => position.on === last.position.on);
    // Said again: today, on the last day that had one, or before that, as when it is told how one came to it.
    if (comparable.some(({ one }) => one.value === quantity.value)) return [];
    const best = latest.toSorted((a, b) => b.alike - a.alike)[0];
    // "From 18 to 16 percent" tells the old number too.
    if (
      !best ||
      to.quantities.filter((one) => one.unit === quantity.unit && one.value !== best.one.value).at(-1) !==
        quantity
    )
      return [];
    return [{ kind: 'number', from: best.position, words: { from: best.one, to: quantity } }];
  });
}

function hasOwnNumbers({ evidence: { act } }: Position): boolean {
  return act !== null && OWN_NUMBER.has(act);
}

function isComparable(from: Position, old: PlacedQuantity, to: Position, now: PlacedQuantity): boolean {
  if (old.unit !== now.unit) return false;
  const shared = sharedOf(old.around, now.around);
  const bothMove = [from, to].every(takesStand);
  const alike = likeness(old.around, now.around);
  // Of what is but stated, a year is mostly when it happened.
  if (now.unit === YEAR && !bothMove) return false;
  return bothMove ? shared >= 1 && alike >= SAME_MATTER : shared >= LEAST_STATED && alike >= SAME_STATED;
}

/** Whether it offers, demands or agrees, as it was read or by its own words. */
function takesStand({ evidence: { act }, saysItActs }: Position): boolean {
  return act !== null && (STANCE.has(act) || (act === 'states' && saysItActs));
}

/** A condition that the last statement of the same kind on the same matter had not, or had and this one has not. */
function conditionChange(to: Position, before: readonly Position[]): Found | null {
  if (!hasOwnNumbers(to)) return null;
  const alike = before.filter((one) => hasOwnNumbers(one) && isSameOffer(one, to));
  const last = alike.at(-1);
  if (last === undefined) return null;
  const from = nearest(
    alike.filter(({ on }) => on === last.on),
    to,
  );
  if ((from.condition === null) === (to.condition === null)) return null;
  const kind = to.condition === null ? 'condition-dropped' : 'condition-added';
  return { kind, from, words: { from: from.condition, to: to.condition } };
}

/** What is stated has to be the same all over, what is offered or demanded the same matter. */
function isSameOffer(a: Position, b: Position): boolean {
  const isStated = ![a, b].every(takesStand);
  if (!isStated) return likeness(a.matter, b.matter) >= SAME_MATTER;
  return sharedOf(a.matter, b.matter) >= SAME_CONDITIONED * Math.max(a.matter.size, b.matter.size);
}

function nearest(positions: readonly Position[], to: Position): Position {
  const [best] = positions.toSorted((a, b) => likeness(b.matter, to.matter) - likeness(a.matter, to.matter));
  if (best === undefined) throw new Error('nothing to choose from');
  return best;
}

function sharedOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((stem) => b.has(stem)).length;
}

/** The share of the smaller set that is in the other (Szymkiewicz–Simpson). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size);
  return least === 0 ? 0 : sharedOf(a, b) / least;
}

function textOf({ evidence: { text } }: Position, span: Span | null): string {
  return span === null ? '' : textAt(text, span);
}

function toChange(
  { kind, from, words }: Found,
  to: Position,
  { side, topic }: { readonly side: string; readonly topic: string },
): PositionChange {
  const moved = isMove(kind) && from !== null;
  return {
    kind,
    side,
    topic,
    when: to.on,
    from: from?.evidence ?? null,
    to: to.evidence,
    differences: moved ? differingWords(from.evidence.text, to.evidence.text) : [],
    words: {
      from: from && words.from ? textOf(from, words.from) : null,
      to: words.to ? textOf(to, words.to) : null,
    },
  };
}
