import { headingOf, LINE_PX, MARGIN_PX, PREVIEW, TEXT_PX, type Heading } from '../draw.ts';
import { fitText } from '../fit-text.ts';
import { textWidth } from '../font.ts';

/** What is to be laid out: labels as they are shown, and the largest number of a cell. */
export interface Table {
  readonly title: string;
  readonly sides: readonly string[];
  readonly topics: readonly string[];
  readonly largest: number;
}

interface Row {
  /** Which topic, from 0. */
  readonly topic: number;
  readonly label: readonly string[];
  readonly y: number;
  readonly heightPx: number;
}

/** The labels of the sides, upright or turned to be read from below, and how high they are. */
interface Headings {
  readonly lines: readonly (readonly string[])[];
  readonly turned: boolean;
  readonly heightPx: number;
}

/** Topics below each other; many stand in several blocks beside each other, each with the sides above it. */
export interface MatrixLayout {
  readonly widthPx: number;
  /** Down to the end of the last row. */
  readonly heightPx: number;
  readonly title: Heading;
  readonly sides: Headings;
  readonly labelPx: number;
  readonly cellPx: number;
  /** Where the sides' labels begin. */
  readonly sidesTop: number;
  readonly blocks: readonly { readonly x: number; readonly rows: readonly Row[] }[];
}

const LABEL_WIDTHS_PX = [260, 190, 140, 100];
const CELL_WIDTHS_PX = [88, 64, 44, 32];
const TURNED_PX = 90;
const ROW_HEIGHTS_PX = [28, 22, 16];
const MOST_BLOCKS = 8;
/** Narrower, the title would take many lines. */
const LEAST_WIDTH_PX = 340;
/** A sign, the space to its number, and the space around both. */
const BESIDE_NUMBER_PX = 19;
/** Between label and cells, and between blocks. */
export const GAP_PX = 8;
const BLOCK_GAP_PX = 16;

/**
 * The layout that Discord's preview shows largest with the fewest labels cut, parted or turned, and of these the roomiest.
 *
 * @param below how high what stands below the rows is at a width, in pixels
 */
export function layMatrix(table: Table, below: (widthPx: number) => number): MatrixLayout {
  let best: { layout: MatrixLayout; worth: number } | null = null;
  const numberPx = textWidth(String(table.largest), TEXT_PX) + BESIDE_NUMBER_PX;
  const headings = [...new Set(CELL_WIDTHS_PX.map((width) => Math.max(width, numberPx)))].flatMap((cellPx) =>
    [false, true].map((turned) => {
      const sides = headingsOf(table.sides, cellPx, turned);
      return { cellPx, sides, unfit: share(table.sides, sides.lines) + (turned ? 0.05 : 0) };
    }),
  );
  const labels = LABEL_WIDTHS_PX.map((most) => {
    const topics = wrapped(table.topics, most, 2);
    const labelPx = Math.max(0, ...topics.flat().map((line) => textWidth(line, TEXT_PX)));
    return { topics, labelPx, unfit: share(table.topics, topics) };
  });
  for (let blocks = 1; blocks <= Math.min(MOST_BLOCKS, table.topics.length); blocks++) {
    for (const rowPx of ROW_HEIGHTS_PX) {
      for (const { labelPx, topics, unfit } of labels) {
        for (const heading of headings) {
          const layout = place(table.title, { ...heading, blocks, rowPx, labelPx, topics });
          const height = layout.heightPx + below(layout.widthPx);
          const shown = Math.min(1, PREVIEW.widthPx / layout.widthPx, PREVIEW.heightPx / height);
          const worth = shown - (unfit + heading.unfit) / 2;
          if (best === null || worth > best.worth + 0.005) best = { layout, worth };
        }
      }
    }
  }
  const sides = { lines: [], turned: false, heightPx: 0 };
  return (
    best?.layout ?? place(table.title, { blocks: 1, rowPx: 0, labelPx: 0, cellPx: 0, sides, topics: [] })
  );
}

/** Which part of the labels is cut, or has a word parted. */
function share(labels: readonly string[], shown: readonly (readonly string[])[]): number {
  return labels.filter((label, i) => shown[i]?.join(' ') !== label).length / Math.max(1, labels.length);
}

function headingsOf(labels: readonly string[], cellPx: number, turned: boolean): Headings {
  if (!turned) {
    const lines = wrapped(labels, cellPx - 4, 3);
    return { lines, turned, heightPx: Math.max(0, ...lines.map(({ length }) => length)) * LINE_PX };
  }
  const lines = wrapped(labels, TURNED_PX, cellPx >= 2 * LINE_PX ? 2 : 1);
  return { lines, turned, heightPx: Math.max(0, ...lines.flat().map((line) => textWidth(line, TEXT_PX))) };
}

function wrapped(labels: readonly string[], widthPx: number, lines: number): string[][] {
  return labels.map((label) => fitText(label, { widthPx, lines, sizePx: TEXT_PX }));
}

interface Measures {
  readonly blocks: number;
  readonly rowPx: number;
  readonly labelPx: number;
  readonly cellPx: number;
  readonly sides: Headings;
  readonly topics: readonly (readonly string[])[];
}

function place(title: string, measures: Measures): MatrixLayout {
  const { rowPx, labelPx, cellPx, sides, topics } = measures;
  const each = Math.max(1, Math.ceil(topics.length / measures.blocks));
  const blocks = Math.max(1, Math.ceil(topics.length / each));
  const blockPx = labelPx + GAP_PX + sides.lines.length * cellPx;
  const widthPx = Math.max(LEAST_WIDTH_PX, 2 * MARGIN_PX + blocks * blockPx + (blocks - 1) * BLOCK_GAP_PX);
  const heading = headingOf(title, widthPx);
  const sidesTop = heading.bottomPx;
  const top = sidesTop + sides.heightPx + 4;
  const placed = Array.from({ length: blocks }, (_, block) => {
    let y = top;
    const rows = topics.slice(block * each, (block + 1) * each).map((lines, i): Row => {
      const heightPx = Math.max(rowPx, lines.length * LINE_PX + 2);
      const row = { topic: block * each + i, label: lines, y, heightPx };
      y += heightPx;
      return row;
    });
    return { x: MARGIN_PX + block * (blockPx + BLOCK_GAP_PX), rows, end: y };
  });
  return {
    widthPx,
    heightPx: Math.max(top, ...placed.map(({ end }) => end)),
    title: heading,
    sides,
    labelPx,
    cellPx,
    sidesTop,
    blocks: placed,
  };
}
