import type { FoldedToken } from '../fold.ts';

/** Parts that a compound may have: "U.S.A.". */
const MOST_PARTS = 4;
/** A hyphen (also one that parts a line), or the point of an abbreviation. */
const JOINT = /^[\u00AD\u200B-\u200F\u2060\uFEFF]*(?:[-‐‑]\s*|\.)[\u00AD\u200B-\u200F\u2060\uFEFF]*$/;

/**
 * The words of `text` with those made one that hyphens or points join and the other text writes as one: "re-negotiate"
 * where the other has "renegotiate", "U.S." for "US". Never two numbers: "7.2" is not "72".
 */
export function joinCompounds(
  text: string,
  words: readonly FoldedToken[],
  others: ReadonlySet<string>,
): FoldedToken[] {
  const joined: FoldedToken[] = [];
  for (let i = 0; i < words.length; i++) {
    const parts = partsFrom(text, words, i);
    let length = parts.length;
    while (length > 1 && !others.has(foldedOf(parts.slice(0, length)))) length--;
    const [first] = parts;
    const last = parts[length - 1];
    if (!first || !last) continue;
    joined.push(length === 1 ? first : { ...first, folded: foldedOf(parts.slice(0, length)), end: last.end });
    i += length - 1;
  }
  return joined;
}

function partsFrom(text: string, words: readonly FoldedToken[], from: number): FoldedToken[] {
  const parts = words.slice(from, from + 1);
  for (let i = from + 1; i < Math.min(words.length, from + MOST_PARTS); i++) {
    const [before, word] = [words[i - 1], words[i]];
    if (!before || !word || word.start - before.end > 8) break;
    if (!JOINT.test(text.slice(before.end, word.start))) break;
    if (/\p{N}$/u.test(before.folded) && /^\p{N}/u.test(word.folded)) break;
    parts.push(word);
  }
  return parts;
}

function foldedOf(parts: readonly FoldedToken[]): string {
  return parts.map(({ folded }) => folded).join('');
}
