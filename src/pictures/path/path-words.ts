import { showAct } from '../../show/show-act.ts';
import type { PositionChange } from '../../domain/position-change.ts';
import { showChange } from '../../show/show-change.ts';
import { showDate } from '../../show/show-date.ts';
import { labelOf, type Labels } from '../../show/show-speaker.ts';

/** "Pay: who moved". */
export function pathTitle(topic: string, { topics }: Labels): string {
  return `${labelOf(topic, topics)}: who moved, and when`;
}

/** "Nurses: 1 Feb 2024 demands; 26 Feb 2024 9 per cent → 8 per cent. Hospitals: …": the picture in words, a sentence a side. */
export function pathWords(changes: readonly PositionChange[], { sides }: Labels): string {
  const told = [...new Set(changes.map(({ side }) => side))].map((side) => {
    const moves = changes.filter((change) => change.side === side);
    const each = moves.map((change) => `${showDate(change.when)} ${moveWords(change)}`);
    return `${labelOf(side, sides)}: ${each.join('; ')}.`;
  });
  return told.length === 0 ? 'Nobody moved.' : told.join(' ');
}

/** What one mark stands for. */
export function moveWords(change: PositionChange): string {
  if (change.kind !== 'first') return showChange(change);
  return showAct(change.to.act) ?? 'says it for the first time';
}
