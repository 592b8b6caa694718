import { saidOn } from '../../domain/answer.ts';
import type { PositionChange } from '../../domain/position-change.ts';
import type { Act } from '../../domain/statement.ts';
import { labelOf, type Labels } from '../../show/show-speaker.ts';
import { actTile } from '../act-sign.ts';
import { dayOf } from '../days.ts';
import {
  drawCaption,
  drawHeading,
  headingOf,
  LINE_PX,
  MARGIN_PX,
  PREVIEW,
  svgDocument,
  TEXT_PX,
  textLines,
} from '../draw.ts';
import { fitText } from '../fit-text.ts';
import { textWidth } from '../font.ts';
import { legendOf } from '../legend.ts';
import { THEMES, type Theme } from '../theme.ts';
import { drawAxis } from '../timeline/draw-axis.ts';
import { layTimeline } from '../timeline/timeline-layout.ts';
import { escapeXml, px, visibleText } from '../xml.ts';
import { BESIDE_NAME_PX, drawNumbers, NUMBERS_PX } from './draw-numbers.ts';
import { numberSeriesOf } from './number-series.ts';
import { moveWords, pathTitle, pathWords } from './path-words.ts';

export interface PathOptions {
  readonly theme: Theme;
  /** How wide it is; as wide as a link's preview where it is not said. */
  readonly widthPx?: number;
}

const LANE_LABEL_PX = 150;
const AXIS_PX = 22;
const LANES_PX = 200;

/**
 * How sides moved on a topic, as an SVG document: a lane a side, a mark of its act where it moved, joined; above them the
 * numbers that changed as lines, where the topic has some.
 *
 * @param changes of one topic, the oldest first
 */
export function positionPathSvg(
  topic: string,
  changes: readonly PositionChange[],
  labels: Labels,
  { theme, widthPx = PREVIEW.widthPx }: PathOptions,
): string {
  const { text, muted, line } = THEMES[theme];
  const lanes = lanesOf(changes, labels);
  const width = widthPx - 2 * MARGIN_PX;
  const heading = headingOf(pathTitle(topic, labels), widthPx);
  const series = numberSeriesOf(changes);
  const titled = heading.bottomPx;
  const top = titled + (series.length === 0 ? 0 : NUMBERS_PX);
  const labelPx = Math.max(0, ...lanes.flatMap(({ label }) => label.map((one) => textWidth(one, TEXT_PX))));
  // Beside each name of a line of numbers stands a piece of that line.
  const besidePx = series.length === 0 ? 8 : BESIDE_NAME_PX;
  const layout = layTimeline(
    lanes.map(({ label, moves }) => ({
      days: moves.flatMap(({ change }) => dayOf(change.when) ?? []),
      undated: 0,
      labelPx: label.length * LINE_PX,
    })),
    { left: MARGIN_PX + labelPx + besidePx, right: widthPx - MARGIN_PX, top, heightPx: LANES_PX },
  );
  const parts = drawHeading(heading, text);
  parts.push(drawAxis(layout, series.length === 0 ? top : titled, { muted, line }));
  if (layout.axis !== null)
    parts.push(drawNumbers(series, { ...layout.axis, top: titled }, labels, { text, muted }));
  const half = layout.tilePx / 2;
  layout.lanes.forEach((lane, i) => {
    const { label, moves } = lanes[i] ?? { label: [], moves: [] };
    const middle = { x: MARGIN_PX + labelPx, y: lane.y + lane.heightPx / 2 - 2, fill: text };
    parts.push(textLines(label, { ...middle, anchor: 'end' }));
    const path = lane.marks.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${px(x + half)} ${px(y + half)}`);
    if (path.length > 1)
      parts.push(`<path d="${path.join('')}" fill="none" stroke="${muted}" stroke-width="1.5"/>`);
    lane.marks.forEach(({ x, y }, n) => {
      const move = moves[n];
      if (move === undefined) return;
      parts.push(`<g><title>${escapeXml(move.words)}</title>${actTile(move.act, x, y, layout.tilePx)}</g>`);
    });
  });
  const legend = legendOf(
    lanes.flatMap(({ moves }) => moves.map(({ act }) => act)),
    width,
  );
  const legendY = layout.bottom + (lanes.length === 0 ? 0 : AXIS_PX) + MARGIN_PX - 4;
  parts.push(legend.draw(MARGIN_PX, legendY, theme));
  const captionY = legendY + legend.heightPx + TEXT_PX;
  const caption = lanes.length === 0 ? 'Nobody moved.' : 'A mark is where a side first spoke or moved.';
  parts.push(...drawCaption([caption], captionY, muted));
  return svgDocument(
    {
      widthPx,
      heightPx: captionY + MARGIN_PX,
      title: visibleText(pathTitle(topic, labels)),
      description: pathWords(changes, labels),
      theme,
    },
    parts.join(''),
  ).svg;
}

interface Move {
  readonly change: PositionChange;
  readonly act: Act;
  readonly words: string;
}

interface LaneMoves {
  readonly label: readonly string[];
  readonly moves: readonly Move[];
}

/** The moves of each side, one a statement. */
function lanesOf(changes: readonly PositionChange[], { sides }: Labels): LaneMoves[] {
  const ids = [...new Set([...sides.map(({ id }) => id), ...changes.map(({ side }) => side)])];
  return ids
    .map((id) => ({
      label: fitText(visibleText(labelOf(id, sides)), { widthPx: LANE_LABEL_PX, lines: 2, sizePx: TEXT_PX }),
      moves: movesOf(changes.filter(({ side }) => side === id)),
    }))
    .filter(({ moves }) => moves.length > 0);
}

function movesOf(changes: readonly PositionChange[]): Move[] {
  const dated = changes.filter(({ when, to }) => dayOf(when) !== null && saidOn(to) !== null);
  return dated
    .filter((change, i) => dated.findIndex((other) => isOfOne(other, change)) === i)
    .map((change) => ({
      change,
      act: change.to.act ?? 'states',
      words: dated
        .filter((other) => isOfOne(other, change))
        .map(moveWords)
        .join('; '),
    }));
}

/** Whether two are changes by one statement. */
function isOfOne({ to }: PositionChange, { to: other }: PositionChange): boolean {
  return to.article === other.article && to.start === other.start;
}
