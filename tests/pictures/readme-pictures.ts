import path from 'node:path';
import type { App } from '../../src/app.ts';
import { matrixSvg } from '../../src/pictures/matrix/draw-matrix.ts';
import { timelineSvg } from '../../src/pictures/timeline/draw-timeline.ts';

/** Where the README's pictures lie. */
export const PICTURES = path.resolve(import.meta.dirname, '../../.github/pictures');

/** The pictures that the README shows, made of the collection: file names and SVG documents. */
export async function readmePictures(app: App): Promise<ReadonlyMap<string, string>> {
  const [matrix, timeline] = await Promise.all([app.matrix(), app.timeline('missiles')]);
  return new Map(
    (['light', 'dark'] as const).flatMap((theme) => [
      [`matrix-${theme}.svg`, matrixSvg(matrix, app, { theme })],
      [`timeline-missiles-${theme}.svg`, timelineSvg(timeline, app, { theme, of: null })],
    ]),
  );
}
