import { Resvg } from '@resvg/resvg-js';
import { load } from 'cheerio';
import { FONT_FAMILY, FONT_FILES } from '../../src/pictures/font.ts';

/** Something in a picture and where it is drawn, in pixels. */
export interface Drawn {
  readonly what: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const font = { loadSystemFonts: false, fontFiles: [...FONT_FILES], defaultFontFamily: 'DejaVu Sans' };

/** Reads a picture as an XML parser does that forgives nothing. Throws for what is not well formed. */
export function wellFormed(svg: string): Resvg {
  return new Resvg(svg, { font });
}

/** The texts of a picture with the boxes of the letters that are drawn, each measured alone. */
export function textsOf(svg: string): Drawn[] {
  const { width, height } = wellFormed(svg);
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${FONT_FAMILY}">`;
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([element, what = '']) => {
    const box = wellFormed(`${open}${element}</svg>`).getBBox();
    if (box === undefined) throw new Error(`nothing is drawn of ${element}`);
    return { what, left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
  });
}

/** The filled and outlined boxes of a picture, but for its ground. */
export function rectsOf(svg: string): Drawn[] {
  const $ = load(svg, { xml: true });
  return $('rect')
    .toArray()
    .slice(1)
    .map((element) => {
      const [left, top, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
        Number($(element).attr(name)),
      );
      if (left === undefined || top === undefined || width === undefined || height === undefined)
        throw new Error('four were asked for');
      const what = `rect ${$(element).attr('fill') ?? ''}`;
      return { what, left, top, right: left + width, bottom: top + height };
    });
}

/** Pairs that lie on each other, as sentences; edges may touch. */
export function overlapsAmong(drawn: readonly Drawn[]): string[] {
  const sorted = drawn.toSorted((a, b) => a.left - b.left);
  return sorted.flatMap((one, i) => {
    const found: string[] = [];
    for (const other of sorted.slice(i + 1)) {
      if (other.left >= one.right - 0.1) break;
      if (one.top < other.bottom - 0.1 && other.top < one.bottom - 0.1)
        found.push(`"${one.what}" lies on "${other.what}"`);
    }
    return found;
  });
}

/** What is not wholly on the picture. */
export function outside(svg: string, drawn: readonly Drawn[]): string[] {
  const { width, height } = wellFormed(svg);
  return drawn
    .filter(({ left, top, right, bottom }) => left < 0 || top < 0 || right > width || bottom > height)
    .map(({ what }) => what);
}

/** What a page with a strict content security policy shows and what needs no id: shapes, texts, names, links. */
const PLAIN = new Set(
  (
    'svg title desc rect g a path text xmlns width height viewBox role font-family x y rx fill d href stroke ' +
    'stroke-width stroke-dasharray transform font-size font-weight text-anchor aria-label'
  ).split(' '),
);

/** Names of elements and attributes of a picture that are not among the plain ones. */
export function unexpectedNames(svg: string): string[] {
  const elements = load(svg, { xml: true })('*')
    .toArray()
    .flatMap((node) => ('attribs' in node ? [node] : []));
  const names = elements.flatMap(({ name, attribs }) => [name, ...Object.keys(attribs)]);
  return [...new Set(names)].filter((name) => !PLAIN.has(name));
}
