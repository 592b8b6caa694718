import { FONT_FILES } from './font.ts';

/** Twice as many pixels as the picture measures: sharp on dense screens. */
const ZOOM = 2;

/** The PNG of a picture of ours; it is drawn beside the main thread. */
export async function pngOf(svg: string): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { loadSystemFonts: false, fontFiles: [...FONT_FILES], defaultFontFamily: 'DejaVu Sans' },
  });
  return image.asPng();
}
