import type { Mention } from '../../parties/name-patterns.ts';
import { inOrder, meets } from '../../parties/mentions-in.ts';
import { isEnglishWord } from '../../text/english-words.ts';
import type { Term } from '../../text/words.ts';
import { asksForSpeech, AUXILIARIES } from './parties-asked.ts';

/**
 * The mentions with those added whose name no article has, or, of a question for something said, who says nothing.
 *
 * @param units of the question, with how often each stands in the articles
 * @param speaks whether the stem stands in the source of a statement
 */
export function withUnknownNames(
  terms: readonly Term[],
  mentions: readonly Mention[],
  units: readonly { readonly stem: string; readonly name: boolean; readonly frequency: number }[],
  speaks: (stem: string) => boolean,
): Mention[] {
  const known = new Map(units.map((unit) => [unit.stem, unit]));
  const isFree = (i: number): boolean => !mentions.some(({ start, end }) => start <= i && i < end);
  const isCapital = (i: number): boolean => i > 0 && isFree(i) && /^\p{Lu}/u.test(terms[i]?.word ?? '');
  const someCapital = terms.some((_, i) => i > 0 && /^\p{Lu}/u.test(terms[i]?.word ?? ''));
  const forSpeech = asksForSpeech(terms);
  const isNameOfNobody = (i: number): boolean => {
    const unit = known.get(terms[i]?.stem ?? '');
    if (!unit || !isFree(i)) return false;
    // "The Geneva talks": a name behind "the" may belong to a thing.
    const ofThing = terms[i - 1]?.word.toLowerCase() === 'the';
    if (unit.name) return unit.frequency === 0 || (forSpeech && !ofThing && !speaks(unit.stem));
    // Typed without capitals: "what did macron say".
    const after = terms[i - 1]?.word.toLowerCase() ?? '';
    return !someCapital && unit.frequency === 0 && AUXILIARIES.has(after);
  };
  const found: Mention[] = [];
  for (let i = 0; i < terms.length; i++) {
    if (!isNameOfNobody(i)) continue;
    let start = i;
    let end = i + 1;
    while (isCapital(start - 1)) start--;
    const isUnheard = (k: number): boolean =>
      !someCapital &&
      isFree(k) &&
      (known.get(terms[k]?.stem ?? '')?.frequency ?? 1) === 0 &&
      !isEnglishWord(terms[k]?.word.toLowerCase() ?? '');
    while (isCapital(end) || (end < terms.length && isUnheard(end))) end++;
    // The last of several names is the one that tells: an unheard-of first name is no other person.
    if (!isNameOfNobody(end - 1)) continue;
    const id = terms
      .slice(start, end)
      .map(({ word }) => word)
      .join(' ');
    found.push({ party: { kind: 'unknown', id }, start, end, adjective: false });
    i = end - 1;
  }
  return inOrder([...mentions, ...found.filter((one, k) => !found.slice(0, k).some((b) => meets(one, b)))]);
}
