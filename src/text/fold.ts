import type { Span } from './span.ts';

/** A word or a mark of a text, as it is compared and where it stands. */
export interface FoldedToken extends Span {
  /** Lower case, quotation marks straight, dashes one hyphen. */
  readonly folded: string;
}

const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/[“”„«»]/g, '"'],
  [/[‘’‚`´]/g, "'"],
  [/[‐‑‒–—―]/g, '-'],
];
/** Soft hyphens, zero-width and direction characters: there, but not to be seen. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

function fold(token: string): string {
  return FOLDS.reduce((folded, [from, to]) => folded.replace(from, to), token.toLowerCase());
}

/**
 * The words and marks of `text` with white space, case, and the looks of quotation marks and dashes folded away. Three
 * full stops and `…` are the same one token.
 */
export function foldTokens(text: string): FoldedToken[] {
  const tokens: FoldedToken[] = [];
  for (const match of text.matchAll(/\.{3,}|…|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu)) {
    const [token] = match;
    const folded = /^(?:\.{3,}|…)$/.test(token) ? '…' : fold(token.replace(INVISIBLE, ''));
    if (folded !== '') tokens.push({ folded, start: match.index, end: match.index + token.length });
  }
  return tokens;
}

/** Whether a folded token is a word rather than a mark. */
export function isWord(folded: string): boolean {
  return /[\p{L}\p{N}]/u.test(folded);
}

/** Letters and digits only, lower case, accents folded, no leading "the": how names that people type are compared. */
export function foldName(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}

/** The text with its first letter as a capital. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
    const folded = /^(?:\.{3,}|…)$/.test(word) ? ELLIPSIS : foldWord(word);
    return { folded, start: match.index, end: match.index + word.length };
  });
}

function foldWord(word: string): string {
  const seen = word.replace(INVISIBLE, '').replace(/['’]/g, '');
  return seen
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{N}),(?=\p{N}{3}(?!\p{N}))/gu, '');
}
