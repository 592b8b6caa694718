import { saidOn, type Evidence, type TimelineAnswer } from '../../domain/answer.ts';
import { ACTS, type Act } from '../../domain/statement.ts';
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
import type { PositionChange } from '../../domain/position-change.ts';
import { showChange } from '../../show/show-change.ts';
import { labelOf, type Labels } from '../../show/show-speaker.ts';
import { legendOf } from '../legend.ts';
import { THEMES, type Theme } from '../theme.ts';
import { drawAxis } from './draw-axis.ts';
import { layTimeline, type TimelineLayout } from './timeline-layout.ts';
import { changesWords, markWords, NO_SIDE, timelineTitle, timelineWords } from './timeline-words.ts';
import { escapeXml, px, visibleText } from '../xml.ts';

export interface TimelineOptions {
  readonly theme: Theme;
  /** Whose statements they are, as a person reads it; null for everybody's. */
  readonly of: string | null;
  /** How wide it is; as wide as a link's preview where it is not said. */
  readonly widthPx?: number;
  /** What changed with a statement: its mark has a frame. */
  readonly changes?: readonly PositionChange[];
}

/** More cannot be told apart; the latest are drawn, and how many are not is said. */
const MOST_MARKS = 600;
const LANE_LABEL_PX = 110;
const AXIS_PX = 22;
/** Text of 12 pixels is shown with 11 where the picture is so high. */
const HEIGHT_PX = PREVIEW.heightPx * 1.08;

/** What was said on a topic by date, a lane for each side, as an SVG document. */
export function timelineSvg(
  answer: TimelineAnswer,
  labels: Labels,
  { theme, of, widthPx = PREVIEW.widthPx, changes = [] }: TimelineOptions,
): string {
  const { text, muted, line } = THEMES[theme];
  const dated = answer.statements.slice(-MOST_MARKS);
  const undated = answer.undated.slice(0, MOST_MARKS - dated.length);
  const lanes = lanesOf([...dated, ...undated], labels);
  const width = widthPx - 2 * MARGIN_PX;
  const heading = headingOf(timelineTitle(answer, of, labels), widthPx);
  const legend = legendOf([...dated, ...undated].map(actOf), width);
  const top = heading.bottomPx;
  const belowPx = legend.heightPx + LINE_PX + 2 * MARGIN_PX;
  const laneLabelPx = Math.max(
    0,
    ...lanes.flatMap(({ label }) => label.map((one) => textWidth(one, TEXT_PX))),
  );
  const layout = layTimeline(
    lanes.map(({ label, items }) => ({
      days: items.flatMap((item) => dayOf(saidOn(item)) ?? []),
      undated: items.filter((item) => dayOf(saidOn(item)) === null).length,
      labelPx: label.length * LINE_PX,
    })),
    {
      left: MARGIN_PX + laneLabelPx + 8,
      right: widthPx - MARGIN_PX,
      top,
      heightPx: HEIGHT_PX - top - AXIS_PX - belowPx,
    },
  );
  const parts = drawHeading(heading, text);
  const axisPx = lanes.length === 0 ? 0 : AXIS_PX;
  parts.push(drawAxis(layout, top, { muted, line }));
  layout.lanes.forEach((lane, i) => {
    const { label, items } = lanes[i] ?? { label: [], items: [] };
    const floor = px(lane.y + lane.heightPx - 2);
    const middle = { x: MARGIN_PX + laneLabelPx, y: lane.y + lane.heightPx / 2 - 2, fill: text };
    parts.push(textLines(label, { ...middle, anchor: 'end' }));
    parts.push(
      `<path d="M${px(MARGIN_PX + laneLabelPx + 8)} ${floor}H${px(widthPx - MARGIN_PX)}" stroke="${line}"/>`,
    );
    lane.marks.forEach(({ x, y }, n) => {
      const item = items[n];
      if (item === undefined) return;
      const changed = changesAt(item, changes);
      const words = [markWords(item, labels), ...changed.map(showChange)].join(' · ');
      const tile = actTile(actOf(item), x, y, layout.tilePx);
      parts.push(
        `<g><title>${escapeXml(words)}</title>${tile}${changed.length > 0 ? frame(x, y, layout.tilePx, text) : ''}</g>`,
      );
    });
  });
  const legendY = layout.bottom + axisPx + MARGIN_PX - 4;
  parts.push(legend.draw(MARGIN_PX, legendY, theme));
  const left = answer.statements.length + answer.undated.length - dated.length - undated.length;
  const caption = captionOf(
    answer,
    layout,
    left,
    [...dated, ...undated].some((item) => changesAt(item, changes).length > 0),
  );
  const captionLines = fitText(caption, { widthPx: width, lines: 3, sizePx: TEXT_PX });
  const captionY = legendY + legend.heightPx + TEXT_PX;
  parts.push(...drawCaption(captionLines, captionY, muted));
  return svgDocument(
    {
      widthPx,
      heightPx: captionY + (captionLines.length - 1) * LINE_PX + MARGIN_PX,
      title: visibleText(timelineTitle(answer, of, labels)),
      description: [timelineWords(answer, labels), changesWords(changes, labels)].join(' ').trim(),
      theme,
    },
    parts.join(''),
  ).svg;
}

/** What changed with that statement but for first words on a topic, which every side has. */
function changesAt({ article, start }: Evidence, changes: readonly PositionChange[]): PositionChange[] {
  return changes.filter(({ kind, to }) => kind !== 'first' && to.article === article && to.start === start);
}

/** Around a mark, in the colour of the text, with the ground between. */
function frame(x: number, y: number, tilePx: number, colour: string): string {
  const sidePx = tilePx + 3;
  return `<rect x="${px(x - 1.5)}" y="${px(y - 1.5)}" width="${sidePx}" height="${sidePx}" rx="3" fill="none" stroke="${colour}" stroke-width="1.5"/>`;
}

interface LaneItems {
  readonly label: readonly string[];
  /** Those with a date by date, then the others; of one date by act, so that a stack is read at a glance. */
  readonly items: readonly Evidence[];
}

function lanesOf(items: readonly Evidence[], { sides }: Labels): LaneItems[] {
  const ids = [...new Set([...sides.map(({ id }) => id), ...items.map(({ side }) => side)])];
  return [...ids.filter((id) => id !== null), null]
    .map((id) => ({
      label: fitText(visibleText(id === null ? NO_SIDE : labelOf(id, sides)), {
        widthPx: LANE_LABEL_PX,
        lines: 2,
        sizePx: TEXT_PX,
      }),
      items: items.filter(({ side }) => side === id).toSorted((a, b) => orderOf(a, b)),
    }))
    .filter((lane) => lane.items.length > 0);
}

function orderOf(a: Evidence, b: Evidence): number {
  const [one, other] = [dayOf(saidOn(a)) ?? Infinity, dayOf(saidOn(b)) ?? Infinity];
  return one === other ? ACTS.indexOf(actOf(a)) - ACTS.indexOf(actOf(b)) : one - other;
}

const actOf = ({ act }: Evidence): Act => act ?? 'states';

function captionOf(
  answer: TimelineAnswer,
  { axis }: TimelineLayout,
  left: number,
  hasChanges: boolean,
): string {
  const { statements, undated, searched } = answer;
  if (statements.length + undated.length === 0) {
    return `No statement found in ${searched.articles} article${searched.articles === 1 ? '' : 's'}.`;
  }
  const days = axis !== null && axis.daysEach > 1 ? `; ${axis.daysEach} days stand together` : '';
  const framed = hasChanges ? '; framed: a change' : '';
  return `One mark is one statement${days}${framed}.${left === 0 ? '' : ` ${left} more are not drawn.`}`;
}
