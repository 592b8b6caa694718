import { saidOn, type Evidence, type TimelineAnswer } from '../../domain/answer.ts';
import { ACTS } from '../../domain/statement.ts';
import type { PositionChange } from '../../domain/position-change.ts';
import { showChange } from '../../show/show-change.ts';
import { showDate } from '../../show/show-date.ts';
import { dayOf } from '../days.ts';
import { labelOf, type Labels } from '../../show/show-speaker.ts';
import { groupBy } from '../../domain/group-by.ts';

/** What those are called who speak for no side. */
export const NO_SIDE = 'no side';

/** "US on Missiles, by date"; `of` is whose statements they are, null for everybody's. */
export function timelineTitle({ topic }: TimelineAnswer, of: string | null, { topics }: Labels): string {
  return `${of === null ? '' : `${of} on `}${labelOf(topic, topics)}, by date`;
}

/** "11 Jan 2022: US offers 2, states 1; Russia demands 3. Without a date: …": the picture in words. */
export function timelineWords({ statements, undated }: TimelineAnswer, labels: Labels): string {
  if (statements.length + undated.length === 0) return 'No statement was found.';
  const days = groupBy(statements, dayWordsOf);
  const parts = [...days].map(([date, said]) => `${date}: ${bySide(said, labels)}.`);
  if (undated.length > 0) parts.push(`Without a date: ${bySide(undated, labels)}.`);
  return parts.join(' ');
}

/** "Changes: 3 Feb 2022 US: 12 launchers → 14 launchers.": what changed, in words; nothing where nothing did. */
export function changesWords(changes: readonly PositionChange[], { sides }: Labels): string {
  const moved = changes.filter(({ kind }) => kind !== 'first');
  if (moved.length === 0) return '';
  const told = moved.map(
    (change) => `${showDate(change.when)} ${labelOf(change.side, sides)}: ${showChange(change)}`,
  );
  return `Changes: ${told.join('; ')}.`;
}

/** "11 Jan 2022 · Wendy Sherman · offers". */
export function markWords(evidence: Evidence, labels: Labels): string {
  const side = evidence.side === null ? null : labelOf(evidence.side, labels.sides);
  const who = evidence.speaker ?? side ?? NO_SIDE;
  return `${dayWordsOf(evidence)} · ${who} · ${evidence.act ?? 'states'}`;
}

function dayWordsOf(evidence: Evidence): string {
  const said = saidOn(evidence);
  return dayOf(said) === null ? 'no date' : showDate(said);
}

function bySide(items: readonly Evidence[], labels: Labels): string {
  return [...new Set(items.map(({ side }) => side))]
    .map((side) => {
      const said = items.filter((item) => item.side === side);
      const acts = ACTS.map((act) => ({
        act,
        count: said.filter((one) => (one.act ?? 'states') === act).length,
      }));
      const counts = acts.filter(({ count }) => count > 0).map(({ act, count }) => `${act} ${count}`);
      return `${side === null ? NO_SIDE : labelOf(side, labels.sides)} ${counts.join(', ')}`;
    })
    .join('; ');
}
