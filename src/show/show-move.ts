import type { MatrixMove } from '../domain/matrix-answer.ts';
import { showAct } from './show-act.ts';
import { showDate } from './show-date.ts';

/** The sign of a trend: up and down for a number, to the right for what moved otherwise. */
export const TREND_SIGNS: Readonly<Record<MatrixMove['trend'], string>> = {
  rose: '▲',
  fell: '▼',
  otherwise: '▶',
};

/** "moved 26 Feb 2024: 9 per cent → 8 per cent". */
export function showMove({ when, acts, words }: MatrixMove): string {
  const acted = `${showAct(acts.from) ?? 'states'} → ${showAct(acts.to) ?? 'states'}`;
  const what =
    words.from !== null && words.to !== null
      ? `${words.from} → ${words.to}`
      : words.to !== null
        ? `now ${words.to}`
        : words.from !== null
          ? `no longer ${words.from}`
          : acted;
  return `moved ${showDate(when)}: ${what}`;
}
