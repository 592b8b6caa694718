import type { StatementType } from '../statement.ts';

const OPENING = /^["“]/;
const SENTENCE_QUOTED = /[,.!?]$/;
const MARK = /["“”]/;
/** Whom it is told. */
const TOLD = /\btold (?:(?:\p{Lu}[\p{L}\p{N}'’]*|\d+) ?)+/gu;

/** Of the same length: without who says it and when, where it is somebody's own words, and without whom it is told. */
export function ownWords(text: string, type: StatementType): string {
  return withoutFrame(text, type).replace(TOLD, (told) => ' '.repeat(told.length));
}

/** In somebody's own words, who says it and when stands outside the quotation marks. */
function withoutFrame(text: string, type: StatementType): string {
  const [, quoted = ''] = text.split(MARK);
  const isWhole = type === 'direct' || (type === 'mixed' && SENTENCE_QUOTED.test(quoted));
  if (!isWhole || !OPENING.test(text)) return text;
  return text
    .split(MARK)
    .map((piece, i) => (i % 2 === 0 ? ' '.repeat(piece.length) : piece))
    .join('"');
}
