import type { MatrixAnswer, MatrixCell } from '../domain/answer.ts';
import { actSign } from './act-sign.ts';
import { LINE_PX, MARGIN_PX, svgDocument, TEXT_PX, textLine, textLines, TITLE_PX } from './draw.ts';
import { fitText } from './fit-text.ts';
import { textWidth } from './font.ts';
import { labelOf, type Labels } from './labels.ts';
import { legendOf } from './legend.ts';
import { GAP_PX, layMatrix } from './matrix-layout.ts';
import { cellWords, MATRIX_TITLE, matrixWords } from './matrix-words.ts';
import { ACT_COLOURS, INK, THEMES, type Theme } from './theme.ts';
import { escapeXml, px, visibleText } from './xml.ts';

export interface MatrixOptions {
  readonly theme: Theme;
  /** The address that a cell with statements links to. */
  readonly linkOf?: (cell: MatrixCell) => string;
}

const CAPTION = 'How many statements; sign and colour show what most of them do.';

/** How much each side says on each topic and what it mostly does there, as an SVG document. */
export function matrixSvg(answer: MatrixAnswer, labels: Labels, { theme, linkOf }: MatrixOptions): string {
  const { text, muted } = THEMES[theme];
  const { cells } = answer;
  const legendAt = (widthPx: number) =>
    legendOf(
      cells.map(({ act }) => act),
      widthPx - 2 * MARGIN_PX,
    );
  const captionAt = (widthPx: number): string[] =>
    fitText(answer.sides.length === 0 ? matrixWords(answer, labels) : CAPTION, {
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
  const parts = layout.title.map((line, i) =>
    textLine(line, {
      x: MARGIN_PX,
      y: MARGIN_PX + TITLE_PX + i * (LINE_PX + 3),
      fill: text,
      sizePx: TITLE_PX,
      weight: 'bold',
    }),
  );
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
        const cell = cells.find((one) => one.side === side && one.topic === answer.topics[topic]);
        if (cell === undefined) return;
        const box = { x: left + i * layout.cellPx, y, widthPx: layout.cellPx, heightPx };
        parts.push(linked(cell, drawCell(cell, box, labels, theme), labels, linkOf));
      });
    }
  }
  const legend = legendAt(layout.widthPx);
  const legendY = layout.heightPx + MARGIN_PX;
  parts.push(legend.draw(MARGIN_PX, legendY, theme));
  captionAt(layout.widthPx).forEach((line, i) => {
    const y = legendY + legend.heightPx + TEXT_PX + i * LINE_PX;
    parts.push(textLine(line, { x: MARGIN_PX, y, fill: muted }));
  });
  return svgDocument(
    {
      widthPx: layout.widthPx,
      heightPx: layout.heightPx + below(layout.widthPx),
      title: MATRIX_TITLE,
      description: matrixWords(answer, labels),
      theme,
      hasLinks: linkOf !== undefined,
    },
    parts.join(''),
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

function drawCell(cell: MatrixCell, { x, y, widthPx, heightPx }: Box, labels: Labels, theme: Theme): string {
  const { statements, act } = cell;
  const fill = act === null ? `fill="none" stroke="${THEMES[theme].line}"` : `fill="${ACT_COLOURS[act]}"`;
  const rect = `<rect x="${px(x + 1)}" y="${px(y + 1)}" width="${px(widthPx - 2)}" height="${px(heightPx - 2)}" rx="2" ${fill}/>`;
  const words = `<title>${escapeXml(cellWords(cell, labels))}</title>`;
  if (act === null) return words + rect;
  const number = String(statements);
  // Sign, space and number together stand in the middle.
  const from = x + (widthPx - textWidth(number, TEXT_PX) - 13) / 2;
  const middle = y + heightPx / 2;
  const shown = textLine(number, { x: from + 13, y: middle + TEXT_PX * 0.36, fill: INK });
  return words + rect + actSign(act, from + 4, middle) + shown;
}

/** `<title>` in a group is what a pointer shows; a link is also named by it. */
function linked(cell: MatrixCell, drawn: string, labels: Labels, linkOf: MatrixOptions['linkOf']): string {
  if (linkOf === undefined || cell.statements === 0) return `<g>${drawn}</g>`;
  const name = escapeXml(cellWords(cell, labels));
  return `<a href="${escapeXml(linkOf(cell))}" aria-label="${name}">${drawn}</a>`;
}
