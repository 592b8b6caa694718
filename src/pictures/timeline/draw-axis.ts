import { TEXT_PX, textLine } from '../draw.ts';
import { px } from '../xml.ts';
import { ticksOf } from './time-axis.ts';
import { UNDATED_GAP_PX, type TimelineLayout } from './timeline-layout.ts';

/** The dates below lanes, each with a line up through them to `top`; and the part of what has no date. */
export function drawAxis(
  { axis, undated, bottom }: TimelineLayout,
  top: number,
  { muted, line }: { readonly muted: string; readonly line: string },
): string {
  const parts: string[] = [];
  const y = bottom + TEXT_PX + 2;
  if (axis !== null) {
    for (const { x, labelX, label } of ticksOf(axis)) {
      parts.push(`<path d="M${px(x)} ${px(top)}V${px(bottom)}" stroke="${line}" stroke-dasharray="1 3"/>`);
      parts.push(textLine(label, { x: labelX, y, fill: muted, anchor: 'middle' }));
    }
  }
  if (undated !== null) {
    const middle = (undated.left + undated.right) / 2;
    parts.push(textLine('no date', { x: middle, y, fill: muted, anchor: 'middle' }));
    const between = undated.left - UNDATED_GAP_PX / 2;
    if (axis !== null) parts.push(`<path d="M${px(between)} ${px(top)}V${px(y)}" stroke="${muted}"/>`);
  }
  return parts.join('');
}
