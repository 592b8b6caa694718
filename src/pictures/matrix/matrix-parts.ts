import type { MatrixAnswer } from '../../domain/matrix-answer.ts';
import { PREVIEW, TEXT_PX } from '../draw.ts';
import { drawMatrix } from './draw-matrix.ts';
import type { Theme } from '../theme.ts';
import type { Labels } from '../../show/show-speaker.ts';

/** Smaller text is not read. */
const LEAST_TEXT_PX = 11;

/** Some topics of a matrix, drawn. */
export interface MatrixPart {
  readonly answer: MatrixAnswer;
  readonly svg: string;
}

/** The matrix in as few pictures as it takes for each to be read in Discord's preview, and in at most `most`. */
export function matrixParts(
  answer: MatrixAnswer,
  labels: Labels,
  { theme, most }: { readonly theme: Theme; readonly most: number },
): MatrixPart[] {
  for (let count = 1; ; count++) {
    const drawn = divided(answer, count).map((part) => ({
      answer: part,
      ...drawMatrix(part, labels, { theme }),
    }));
    const isRead = drawn.every(
      ({ widthPx, heightPx }) =>
        TEXT_PX * Math.min(1, PREVIEW.widthPx / widthPx, PREVIEW.heightPx / heightPx) >= LEAST_TEXT_PX,
    );
    if (isRead || count >= Math.min(most, answer.topics.length))
      return drawn.map(({ answer: part, svg }) => ({ answer: part, svg }));
  }
}

/** The topics in so many parts of the same size, but for the last. */
function divided(answer: MatrixAnswer, count: number): MatrixAnswer[] {
  const each = Math.ceil(answer.topics.length / count);
  return Array.from({ length: Math.ceil(answer.topics.length / each) }, (_, i) => {
    const topics = answer.topics.slice(i * each, (i + 1) * each);
    return { ...answer, topics, cells: answer.cells.filter(({ topic }) => topics.includes(topic)) };
  });
}
