import type { MatrixCell, MatrixMove } from '../../domain/matrix-answer.ts';
import { actSign } from '../act-sign.ts';
import { TEXT_PX, textLine } from '../draw.ts';
import { textWidth } from '../font.ts';
import { ACT_COLOURS, INK, THEMES, type Theme } from '../theme.ts';
import { escapeXml, px } from '../xml.ts';

export interface CellBox {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface CellLook {
  readonly theme: Theme;
  /** The cell in words: what a pointer on it shows. */
  readonly words: string;
}

/** A sign and the space to the number beside it. */
const BEFORE_NUMBER_PX = 13;

/** How many statements, on the colour and with the sign of their act; an empty box for none. */
export function matrixCell({ statements, act, moved }: MatrixCell, box: CellBox, look: CellLook): string {
  const { x, y, widthPx, heightPx } = box;
  const fill =
    act === null ? `fill="none" stroke="${THEMES[look.theme].line}"` : `fill="${ACT_COLOURS[act]}"`;
  const parts = [
    `<title>${escapeXml(look.words)}</title>`,
    `<rect x="${px(x + 1)}" y="${px(y + 1)}" width="${px(widthPx - 2)}" height="${px(heightPx - 2)}" rx="2" ${fill}/>`,
  ];
  if (act !== null) {
    const number = String(statements);
    const from = x + (widthPx - textWidth(number, TEXT_PX) - BEFORE_NUMBER_PX) / 2;
    const middle = y + heightPx / 2;
    const at = { x: from + BEFORE_NUMBER_PX, y: middle + TEXT_PX * 0.36, fill: INK };
    parts.push(actSign(act, from + 4, middle), textLine(number, at));
    if (moved) parts.push(trendSign(moved.trend, x + widthPx - 8, y + 7));
  }
  return `<g>${parts.join('')}</g>`;
}

/** Triangles up and down for numbers that rose and fell, to the right for what moved otherwise. */
const TRENDS: Readonly<Record<MatrixMove['trend'], string>> = {
  rose: 'M0-3L3.4 2.6H-3.4z',
  fell: 'M0 3L3.4-2.6H-3.4z',
  otherwise: 'M3 0L-2.6 3.4V-3.4z',
};

function trendSign(trend: MatrixMove['trend'], x: number, y: number): string {
  return `<path transform="translate(${px(x)} ${px(y)})" d="${TRENDS[trend]}" fill="${INK}"/>`;
}
