import { FONT_FAMILY, type Weight } from './font.ts';
import { THEMES, type Theme } from './theme.ts';
import { fitText } from './fit-text.ts';
import { escapeXml, px, visibleText } from './xml.ts';

/** Discord shows a picture at most this wide and high, and a larger one smaller. */
export const PREVIEW = { widthPx: 550, heightPx: 350 } as const;

/** The edge around a picture, and sizes of its text; the smallest is still read where the picture is shown whole. */
export const MARGIN_PX = 12;
const TITLE_PX = 14;
export const TEXT_PX = 12;
/** From one line of text to the next. */
export const LINE_PX = 15;

export interface TextLine {
  readonly x: number;
  /** Where the letters stand. */
  readonly y: number;
  readonly fill: string;
  readonly sizePx?: number;
  readonly weight?: Weight;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Turned around its point, to be read from below. */
  readonly turned?: boolean;
}

/** One line of outside text. */
export function textLine(
  text: string,
  { x, y, fill, sizePx = TEXT_PX, weight = 'normal', anchor = 'start', turned = false }: TextLine,
): string {
  const bold = weight === 'bold' ? ' font-weight="bold"' : '';
  const at = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const turn = turned ? ` transform="rotate(-90 ${px(x)} ${px(y)})"` : '';
  return `<text x="${px(x)}" y="${px(y)}" font-size="${sizePx}"${bold}${at}${turn} fill="${fill}">${escapeXml(text)}</text>`;
}

/** Lines of text after each other, the middle of all at `y`; at `x` where they are turned. */
export function textLines(lines: readonly string[], line: TextLine): string {
  const along = line.turned ? 'x' : 'y';
  const first = line[along] - ((lines.length - 1) * LINE_PX) / 2 + TEXT_PX * 0.36;
  return lines.map((text, i) => textLine(text, { ...line, [along]: first + i * LINE_PX })).join('');
}

/** From one line of a heading to the next. */
const HEADING_PX = LINE_PX + 3;

/** The heading of a picture that wide, in at most two lines, and how far down it reaches with the space below it. */
export function headingOf(words: string, widthPx: number): Heading {
  const room = { widthPx: widthPx - 2 * MARGIN_PX, lines: 2, sizePx: TITLE_PX, weight: 'bold' } as const;
  const lines = fitText(visibleText(words), room);
  return { lines, bottomPx: MARGIN_PX + lines.length * HEADING_PX + 4 };
}

export interface Heading {
  readonly lines: readonly string[];
  readonly bottomPx: number;
}

/** A heading in its place, a line a part. */
export function drawHeading({ lines }: Heading, fill: string): string[] {
  return lines.map((line, i) => {
    const y = MARGIN_PX + TITLE_PX + i * HEADING_PX;
    return textLine(line, { x: MARGIN_PX, y, fill, sizePx: TITLE_PX, weight: 'bold' });
  });
}

/** Lines of words below a picture. */
export function drawCaption(lines: readonly string[], y: number, fill: string): string[] {
  return lines.map((line, i) => textLine(line, { x: MARGIN_PX, y: y + i * LINE_PX, fill }));
}

export interface Picture {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Its name, and all that it shows in words. */
  readonly title: string;
  readonly description: string;
  readonly theme: Theme;
}

export interface Drawing {
  readonly svg: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A whole SVG document, which may also stand in a page: no styles, no ids, no scripts. */
export function svgDocument(picture: Picture, body: string): Drawing {
  const { widthPx, heightPx, title, description, theme } = picture;
  const [width, height] = [Math.ceil(widthPx), Math.ceil(heightPx)];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"` +
    ` role="img" font-family="${FONT_FAMILY}">` +
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>` +
    `<rect width="${width}" height="${height}" fill="${THEMES[theme].background}"/>${body}</svg>\n`;
  return { svg, widthPx: width, heightPx: height };
}
