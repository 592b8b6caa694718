import { isEnglishWord } from '../../text/words/english-words.ts';
import { isStopWord, readTerms, type Term } from '../../text/words/words.ts';

/** Shorter words are not parted, but between letters and digits. */
const LEAST_LETTERS = 5;
/** Parts of letters have so many at least. */
const LEAST_PART = 2;

/** Where a word may be parted: between letters and digits, or, of letters only, anywhere. */
function partings(word: string): string[] {
  const mixed = word.match(/^(\p{L}+)(\p{N}+)$|^(\p{N}+)(\p{L}+)$/u);
  if (mixed) return [mixed.slice(1).filter(Boolean).join(' ')];
  if (!/^\p{L}+$/u.test(word) || word.length < LEAST_LETTERS) return [];
  const places = Array.from({ length: word.length - 2 * LEAST_PART + 1 }, (_, k) => k + LEAST_PART);
  return places
    .map((at) => [word.slice(0, at), word.slice(at)] as const)
    .filter((parts) =>
      // "Maybe" is more than "may be" is.
      isEnglishWord(word) ? !parts.some(isStopWord) : !parts.every(isStopWord),
    )
    .map((parts) => parts.join(' '));
}

/**
 * The question's words as the articles part them: a word that they do not have is parted where they have its parts one
 * behind the other ("eb5" where they have "EB-5", "redlines"), and two that they do not have so are joined where they have
 * them as one ("re-negotiate").
 *
 * @param frequencyOf how often a word of the question stands in the articles
 * @param frequencies the same of other words and of words in a row, looked up
 */
export async function mendCompounds(
  terms: readonly Term[],
  frequencyOf: (word: string) => number,
  frequencies: (words: readonly string[]) => Promise<readonly number[]>,
): Promise<readonly Term[]> {
  const isMissing = ({ word, content }: Term): boolean => content && frequencyOf(word) === 0;
  if (!terms.some(isMissing)) return terms;
  const ways = terms.flatMap((term, at) => {
    const parted = isMissing(term)
      ? partings(term.word.toLowerCase()).map((text) => ({ at, length: 1, text }))
      : [];
    const next = terms[at + 1];
    if (!next?.content || !(isMissing(term) || isMissing(next))) return parted;
    // "7.2" is not "72".
    if (/\p{N}$/u.test(term.word) && /^\p{N}/u.test(next.word)) return parted;
    const joined = `${term.word.toLowerCase()}${next.word.toLowerCase()}`;
    return [...parted, { at, length: 2, text: joined }];
  });
  const counts = await frequencies(ways.map(({ text }) => text));
  const mended: Term[] = [];
  for (let at = 0; at < terms.length;) {
    const here = ways.flatMap((way, i) => (way.at === at ? [{ ...way, count: counts[i] ?? 0 }] : []));
    const best = here.toSorted((a, b) => b.count - a.count)[0];
    const isFound = best !== undefined && best.count > 0;
    mended.push(...(isFound ? readTerms(best.text) : terms.slice(at, at + 1)));
    at += isFound ? best.length : 1;
  }
  return mended;
}
