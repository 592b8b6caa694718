import { INVISIBLE, type FoldedToken } from '../fold.ts';

/** Three full stops, or the one sign for them. */
export const ELLIPSIS = '…';

/**
 * A word with what may stand within it (an apostrophe, what cannot be seen, the points of a number), a sign that is read
 * aloud ("€", "%"), or an ellipsis. Other marks say how a text is set, not what is said.
 */
const WORD =
  /\.{3,}|…|[\p{L}\p{N}\p{M}]+(?:(?:['’\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{N}\p{M}]+)*|[\p{Sc}\p{So}%‰§&+=]/gu;

/**
 * The words of `text` as a quotation is compared by: without case, apostrophes, the commas of thousands, and all marks
 * but an ellipsis (`…`, also for three full stops). Offsets are those of `text`; time linear in its length.
 */
export function comparedWords(text: string): FoldedToken[] {
  return Array.from(text.matchAll(WORD), (match) => {
    const [word] = match;
    const folded = /^(?:\.{3,}|…)$/.test(word) ? ELLIPSIS : fold(word);
    return { folded, start: match.index, end: match.index + word.length };
  });
}

function fold(word: string): string {
  const seen = word.replace(INVISIBLE, '').replace(/['’]/g, '');
  return seen
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{N}),(?=\p{N}{3}(?!\p{N}))/gu, '');
}
