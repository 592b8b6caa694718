import type { MatrixAnswer } from '../../domain/matrix-answer.ts';
import {
  drawCaption,
  drawHeading,
  LINE_PX,
  MARGIN_PX,
  svgDocument,
  TEXT_PX,
  textLines,
  type Drawing,
} from '../draw.ts';
import { fitText } from '../fit-text.ts';
import { labelOf, type Labels } from '../../show/show-speaker.ts';
import { legendOf } from '../legend.ts';
import { matrixCell } from './matrix-cell.ts';
import { GAP_PX, layMatrix } from './matrix-layout.ts';
import { cellWords, MATRIX_TITLE, matrixWords } from './matrix-words.ts';
import { THEMES, type Theme } from '../theme.ts';
import { visibleText } from '../xml.ts';

const CAPTION = 'How many statements; sign and colour show what most of them do.';
const TRENDS = ' ▲ ▼: the number last rose, fell; ▶: moved otherwise.';

/** How much each side says on each topic and what it mostly does there, as an SVG document. */
export function matrixSvg(answer: MatrixAnswer, labels: Labels, options: { readonly theme: Theme }): string {
  return drawMatrix(answer, labels, options).svg;
}

/** The same with its size in pixels. */
export function drawMatrix(
  answer: MatrixAnswer,
  labels: Labels,
  { theme }: { readonly theme: Theme },
): Drawing {
  const { text, muted } = THEMES[theme];
  const { cells } = answer;
  const acts = new Set(cells.map(({ act }) => act));
  const cellAt = new Map(cells.map((cell) => [keyOf(cell.side, cell.topic), cell]));
  const legendAt = (widthPx: number) => legendOf(acts, widthPx - 2 * MARGIN_PX);
  const caption = cells.some(({ moved }) => moved) ? CAPTION + TRENDS : CAPTION;
  const captionAt = (widthPx: number): string[] =>
    fitText(answer.sides.length === 0 ? matrixWords(answer, labels) : caption, {
      widthPx: widthPx - 2 * MARGIN_PX,
      lines: 3,
      sizePx: TEXT_PX,
    });
  const below = (widthPx: number): number =>
    2 * MARGIN_PX + legendAt(widthPx).heightPx + captionAt(widthPx).length * LINE_PX;
  const table = {
    title: MATRIX_TITLE,
    sides: answer.sides.map((side) => visibleText(labelOf(side, labels.sides))),
    topics: answer.topics.map((topic) => visibleText(labelOf(topic, labels.topics))),
    largest: Math.max(0, ...cells.map(({ statements }) => statements)),
  };
  const layout = layMatrix(table, below);
  const parts = drawHeading(layout.title, text);
  for (const { x, rows } of layout.blocks) {
    const left = x + layout.labelPx + GAP_PX;
    const { lines: headings, turned, heightPx: headingPx } = layout.sides;
    headings.forEach((lines, side) => {
      const at = { x: left + (side + 0.5) * layout.cellPx, fill: text, turned };
      const line = turned
        ? { ...at, y: layout.sidesTop + headingPx }
        : { ...at, y: layout.sidesTop + headingPx / 2, anchor: 'middle' as const };
      parts.push(textLines(lines, line));
    });
    for (const { topic, label, y, heightPx } of rows) {
      const end = left - GAP_PX;
      parts.push(textLines(label, { x: end, y: y + heightPx / 2, fill: text, anchor: 'end' }));
      answer.sides.forEach((side, i) => {
        const cell = cellAt.get(keyOf(side, answer.topics[topic]));
        if (cell === undefined) return;
        const box = { x: left + i * layout.cellPx, y, widthPx: layout.cellPx, heightPx };
        parts.push(matrixCell(cell, box, { theme, words: cellWords(cell, labels) }));
      });
    }
  }
  const legend = legendAt(layout.widthPx);
  const legendY = layout.heightPx + MARGIN_PX;
  parts.push(legend.draw(MARGIN_PX, legendY, theme));
  const captionY = legendY + legend.heightPx + TEXT_PX;
  parts.push(...drawCaption(captionAt(layout.widthPx), captionY, muted));
  return svgDocument(
    {
      widthPx: layout.widthPx,
      heightPx: layout.heightPx + below(layout.widthPx),
      title: MATRIX_TITLE,
      description: matrixWords(answer, labels),
      theme,
    },
    parts.join(''),
  );
}

function keyOf(side: string, topic: string | undefined): string {
  return JSON.stringify([side, topic]);
}
