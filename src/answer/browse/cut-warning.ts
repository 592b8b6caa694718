import { comparedWords, type FoldedToken } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import { readTerms, stemOf } from '../../text/words/words.ts';
import { isNegation } from './is-reversed.ts';

/** Words before and after a quote that are looked at. */
const WORDS = 3;
/** How much of the text holds so many. */
const CHARACTERS = 120;
/** These turn only what they say "to" or "that" of: "refused to", "denied that". */
const VERBS = new Set('refuse reject deny decline fail unwilling unable unlikely'.split(' ').map(stemOf));
const PARTICLES = new Set(
  'not no never none nobody nothing neither nor without cannot hardly scarcely barely'.split(' '),
);

/**
 * What to say of a quote that is cut off a negation: "the article has “not” right before it". Null where it is not.
 *
 * @param span where the quote stands in `text`
 */
export function cutWarning(text: string, span: Span): string | null {
  const from = Math.max(0, span.start - CHARACTERS);
  const before = comparedWords(text.slice(from, span.start)).map((word) => shifted(word, from));
  const after = comparedWords(text.slice(span.end, span.end + CHARACTERS)).map((word) =>
    shifted(word, span.end),
  );
  const [first] = comparedWords(text.slice(span.start, span.end));
  const ahead = nearestNegation(text, before.toReversed(), span.start, first?.folded ?? '');
  if (ahead) return `The article has “${textOf(text, ahead)}” right before these words.`;
  const behind = nearestNegation(text, after, span.end, '');
  return behind && `The article has “${textOf(text, behind)}” right after these words.`;
}

/** The first negation among the words next to the quote, past words that carry nothing, in the same clause. */
function nearestNegation(
  text: string,
  words: readonly FoldedToken[],
  edge: number,
  next: string,
): FoldedToken | null {
  let near = edge;
  let neighbour = next;
  for (const word of words.slice(0, WORDS)) {
    const gap = word.end <= near ? text.slice(word.end, near) : text.slice(near, word.start);
    // Quotation marks part no clause.
    if (/[^\s"“”„«»'‘’\u00AD-]/.test(gap) || /\n\s*\n/.test(gap)) return null;
    if (turnsHere(word.folded, neighbour, word.end <= near)) return word;
    const isLight = !readTerms(word.folded).some(({ content }) => content) || word.folded.endsWith('ly');
    if (!isLight) return null;
    near = word.end <= near ? word.start : word.end;
    neighbour = word.folded;
  }
  return null;
}

/** @param next the word behind it */
function turnsHere(word: string, next: string, isBefore: boolean): boolean {
  if (!isNegation(word)) return false;
  if (VERBS.has(stemOf(word))) return isBefore && /^(?:to|that)$/.test(next);
  return PARTICLES.has(word) || word.endsWith('nt');
}

function shifted({ folded, start, end }: FoldedToken, by: number): FoldedToken {
  return { folded, start: start + by, end: end + by };
}

function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
