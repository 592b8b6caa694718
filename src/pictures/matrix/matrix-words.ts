import type { MatrixAnswer, MatrixCell } from '../../domain/matrix-answer.ts';
import { showMove } from '../../show/show-move.ts';
import { labelOf, type Labels } from '../../show/show-speaker.ts';

/** What the picture is called. */
export const MATRIX_TITLE = 'What the sides say, by topic';

/** "US: Missiles 5 (offers), Sanctions 1 (offers). Russia: …": the picture in words, a sentence a side. */
export function matrixWords({ sides, cells }: MatrixAnswer, labels: Labels): string {
  if (sides.length === 0) return 'No statement on a topic was found.';
  return sides
    .map((side) => {
      const said = cells.filter((cell) => cell.side === side && cell.statements > 0);
      const counts = said.map(
        ({ topic, statements, act, moved }) =>
          `${labelOf(topic, labels.topics)} ${statements} (${act}${moved ? `; ${showMove(moved)}` : ''})`,
      );
      return `${labelOf(side, labels.sides)}: ${counts.join(', ') || 'nothing'}.`;
    })
    .join(' ');
}

/** "US on Missiles: 5 statements, mostly offers". */
export function cellWords({ side, topic, statements, act, moved }: MatrixCell, labels: Labels): string {
  const where = `${labelOf(side, labels.sides)} on ${labelOf(topic, labels.topics)}`;
  if (statements === 0) return `${where}: no statement`;
  const acts = statements === 1 ? act : `mostly ${act}`;
  const last = moved ? `; ${showMove(moved)}` : '';
  return `${where}: ${statements} statement${statements === 1 ? '' : 's'}, ${acts}${last}`;
}
