import { saidOn, type Evidence } from '../domain/answer.ts';
import { showAct, SPEECH } from '../show/show-act.ts';
import { showDate } from '../show/show-date.ts';
import { whoSpeaksIfAnybody, type Labels } from '../show/show-speaker.ts';
import { missingMarks } from '../text/marks/quotation-marks.ts';
import { actTile } from './act-sign.ts';
import { svgDocument, textLine, type Drawing } from './draw.ts';
import { fitText } from './fit-text.ts';
import { ACT_COLOURS, THEMES, type Theme } from './theme.ts';
import { px, visibleText } from './xml.ts';

/** Half of what The Open Graph protocol's readers ask for (1200 by 630): it is drawn twice as large. */
const CARD = { widthPx: 600, heightPx: 315 } as const;

const EDGE_PX = 32;
const WHO_PX = 16;
const SOURCE_PX = 13;
/** The largest letters with which the words fit; below them, the words are cut. */
const QUOTE_SIZES_PX = [26, 22, 19, 16, 14];
/** From line to line, in letters. */
const LEADING = 1.35;
const TOP_PX = 84;
const BOTTOM_PX = 64;
const BAR_PX = 6;
const SIGN_PX = 16;

/** A quote with who says it, what it does and where it stands, as a link to it shows it: an SVG document. */
export function quoteCard(
  evidence: Evidence,
  { sides }: Pick<Labels, 'sides'>,
  { theme }: { readonly theme: Theme },
): Drawing {
  const { text, muted } = THEMES[theme];
  const { act, outlet, title } = evidence;
  const { widthPx, heightPx } = CARD;
  const room = widthPx - 2 * EDGE_PX;
  const shown = act === null || evidence.type === 'narration' ? null : act;
  const who = oneLine(whoLine(evidence, sides), WHO_PX, room - (shown === null ? 0 : SIGN_PX + 8));
  const source = oneLine(
    [outlet ?? title, showDate(saidOn(evidence), 'long')].join(' · '),
    SOURCE_PX,
    room - 60,
  );
  const { lines, sizePx } = wordsOf(evidence, room);
  const leadingPx = sizePx * LEADING;
  const first = TOP_PX + (heightPx - TOP_PX - BOTTOM_PX - lines.length * leadingPx) / 2 + sizePx;
  const parts = [
    `<rect x="0" y="0" width="${BAR_PX}" height="${heightPx}" fill="${ACT_COLOURS[shown ?? 'states']}"/>`,
    shown === null ? '' : actTile(shown, EDGE_PX, EDGE_PX, SIGN_PX),
    textLine(who, {
      x: EDGE_PX + (shown === null ? 0 : SIGN_PX + 8),
      y: EDGE_PX + SIGN_PX - 2,
      fill: text,
      sizePx: WHO_PX,
      weight: 'bold',
    }),
    textLine(SPEECH[evidence.type], {
      x: EDGE_PX,
      y: EDGE_PX + SIGN_PX + 18,
      fill: muted,
      sizePx: SOURCE_PX,
    }),
    ...lines.map((line, i) => textLine(line, { x: EDGE_PX, y: first + i * leadingPx, fill: text, sizePx })),
    textLine(source, { x: EDGE_PX, y: heightPx - EDGE_PX, fill: muted, sizePx: SOURCE_PX }),
    textLine('Parley', {
      x: widthPx - EDGE_PX,
      y: heightPx - EDGE_PX,
      fill: muted,
      sizePx: SOURCE_PX,
      anchor: 'end',
    }),
    `<path d="M${EDGE_PX} ${px(heightPx - EDGE_PX - 22)}H${px(widthPx - EDGE_PX)}" stroke="${THEMES[theme].line}"/>`,
  ];
  const description = `${whoLine(evidence, sides)}: ${visibleText(evidence.text)}`;
  return svgDocument({ widthPx, heightPx, title: 'A quote', description, theme }, parts.join(''));
}

function oneLine(words: string, sizePx: number, widthPx: number): string {
  return fitText(visibleText(words), { widthPx, lines: 1, sizePx, weight: 'bold' })[0] ?? '';
}

/** "Wendy Sherman (US) · offers". */
export function whoLine(evidence: Evidence, sides: Labels['sides']): string {
  const who = whoSpeaksIfAnybody(evidence, sides) ?? SPEECH.narration;
  return [who, showAct(evidence.act)].filter((part) => part !== null).join(' · ');
}

/** The words in the largest letters with which all of them fit; in the smallest, cut. */
function wordsOf(
  evidence: Evidence,
  widthPx: number,
): { readonly lines: readonly string[]; readonly sizePx: number } {
  const marks = evidence.type === 'direct' ? missingMarks(evidence.text) : null;
  const words = `${marks?.open ?? ''}${visibleText(evidence.text)}${marks?.close ?? ''}`;
  const tries = QUOTE_SIZES_PX.map((sizePx) => {
    const lines = Math.floor((CARD.heightPx - TOP_PX - BOTTOM_PX) / (sizePx * LEADING));
    const fitted = fitText(words, { widthPx, lines, sizePx });
    return { lines: fitted, sizePx, isWhole: !fitted.at(-1)?.endsWith('…') || words.endsWith('…') };
  });
  const best = tries.find(({ isWhole }) => isWhole) ?? tries.at(-1);
  if (best === undefined) throw new Error('there is no size to write in');
  return best;
}
