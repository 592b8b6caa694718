import { ACTS, type Act } from '../domain/statement.ts';
import { actTile, TILE_PX } from './act-sign.ts';
import { LINE_PX, textLine, TEXT_PX } from './draw.ts';
import { textWidth } from './font.ts';
import { THEMES, type Theme } from './theme.ts';

const TO_WORD_PX = 5;
const TO_NEXT_PX = 16;
const ROW_PX = LINE_PX + 4;

interface Entry {
  readonly act: Act;
  readonly x: number;
  readonly row: number;
}

export interface Legend {
  readonly heightPx: number;
  /** Drawn with its left upper corner there. */
  draw(x: number, y: number, theme: Theme): string;
}

/** What the signs of these acts mean, in as many rows of at most `widthPx` as it takes. */
export function legendOf(acts: Iterable<Act | null>, widthPx: number): Legend {
  const shown = new Set(acts);
  const entries: Entry[] = [];
  let x = 0;
  let row = 0;
  for (const act of ACTS.filter((one) => shown.has(one))) {
    const width = TILE_PX + TO_WORD_PX + textWidth(act, TEXT_PX);
    if (x > 0 && x + width > widthPx) {
      x = 0;
      row += 1;
    }
    entries.push({ act, x, row });
    x += width + TO_NEXT_PX;
  }
  return {
    heightPx: entries.length === 0 ? 0 : (row + 1) * ROW_PX,
    draw: (left, top, theme) =>
      entries
        .map((entry) => {
          const y = top + entry.row * ROW_PX + (ROW_PX - TILE_PX) / 2;
          const word = textLine(entry.act, {
            x: left + entry.x + TILE_PX + TO_WORD_PX,
            y: y + TILE_PX - 2,
            fill: THEMES[theme].text,
          });
          return actTile(entry.act, left + entry.x, y) + word;
        })
        .join(''),
  };
}
