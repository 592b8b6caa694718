import type { Evidence } from '../../../domain/answer.ts';
import { foldTokens, isWord } from '../../../text/fold.ts';

/** Words between double marks of any kind, or between single ones that are no apostrophes. */
const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]|(?<![\p{L}\p{N}])['‘’‚`]([^"“”„«»]*?)['’‘`](?![\p{L}\p{N}])/gu;
const MARK = /["“”„«»]/;
/** Fewer words are no quotation but a name or a term: "NATO". */
const INSIDE = /["“”„«»]([^"“”„«»]+)(?:["“”„«»]|$)/g;

/**
 * The claim with only such quotation marks as the evidence bears out: what stands between them is then the evidence's own
 * text, cut from it. Marks around words that are there, but are the reporter's, are taken away. Null where words in
 * marks are in none of the evidence, or a mark has no partner.
 */
export function withTrueQuotations(claim: string, cited: readonly Evidence[]): string | null {
  let invented = false;
  let text = claim.replace(QUOTED, (_, double?: string, single?: string) => {
    const words = (double ?? single ?? '').trim();
    const [end = ''] = /[.,!?]*$/.exec(words) ?? [];
    const spoken = findIn(words, cited.flatMap(spokenTexts));
    if (spoken !== null) return `“${spoken}”${end}`;
    const reported = findIn(
      words,
      cited.map((item) => item.text),
    );
    if (reported === null) invented = true;
    return `${reported ?? ''}${end}`;
  });
  // "…policy.”." where the sentence had a full stop of its own.
  text = text.replace(/([.,!?])[.,]/g, '$1');
  const marksLeft = text.replace(/“[^“”]*”/g, '');
  return invented || MARK.test(marksLeft) ? null : text;
}

/** What of the evidence stands in quotation marks: all of direct speech, else what is between marks. */
function spokenTexts({ type, text }: Evidence): string[] {
  return type === 'direct' ? [text] : Array.from(text.matchAll(INSIDE), ([, words = '']) => words);
}

/** The words as they stand in the first text that has them, white space, case and the looks of marks folded; else null. */
function findIn(words: string, texts: readonly string[]): string | null {
  const wanted = foldTokens(words);
  while (wanted.length > 0 && !isWord(wanted.at(-1)?.folded ?? '')) wanted.pop();
  if (wanted.length === 0) return null;
  for (const text of texts) {
    const tokens = foldTokens(text);
    for (let at = 0; at + wanted.length <= tokens.length; at++) {
      if (!wanted.every(({ folded }, k) => tokens[at + k]?.folded === folded)) continue;
      const found = text.slice(tokens[at]?.start, tokens[at + wanted.length - 1]?.end);
      // Marks within would make two quotations of one.
      return MARK.test(found) ? null : found.replace(/\s+/g, ' ');
    }
  }
  return null;
}
