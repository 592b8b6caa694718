import type { Mention } from '../../parties/name-patterns.ts';
import { inOrder, meets } from '../../parties/mentions-in.ts';
import { isEnglishWord } from '../../text/words/english-words.ts';
import type { Term } from '../../text/words/words.ts';
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
    return false;
  };
  const word = (i: number): string => terms[i]?.word.toLowerCase() ?? '';
  const isUnheard = (i: number): boolean => known.get(terms[i]?.stem ?? '')?.frequency === 0;
  const isLike = (i: number): boolean =>
    (terms[i]?.content ?? false) && isFree(i) && /^\p{L}{2,}$/u.test(word(i)) && !isEnglishWord(word(i));
  /** Typed without capitals: "what did macron say", "emmanuel macron on trade"; `[start, end)`, or null. */
  function subjectInSmallLetters(): readonly [number, number] | null {
    if (someCapital) return null;
    for (let start = 0; start < terms.length; start++) {
      const isSubject =
        AUXILIARIES.has(word(start - 1)) ||
        /^(?:what|how)s$/.test(word(start - 1)) ||
        (word(start - 1) === 's' && /^(?:what|how)$/.test(word(start - 2)));
      if (!isSubject && start > 0) continue;
      let end = isSubject && isFree(start) && isUnheard(start) ? start + 1 : start;
      while (isLike(end)) end++;
      if (end === start || (start === 0 && !/^(?:on|about)$/.test(word(end)))) continue;
      const stem = terms[end - 1]?.stem ?? '';
      if (isUnheard(end - 1) || ((forSpeech || start === 0) && !speaks(stem))) return [start, end];
    }
    return null;
  }
  const nobody = (start: number, end: number): Mention => {
    const words = terms.slice(start, end).map((term) => term.word);
    return { party: { kind: 'unknown', id: words.join(' ') }, start, end, adjective: false };
  };
  const found: Mention[] = [];
  for (let i = 0; i < terms.length; i++) {
    if (!isNameOfNobody(i)) continue;
    let start = i;
    let end = i + 1;
    while (isCapital(start - 1)) start--;
    while (isCapital(end)) end++;
    // The last of several names is the one that tells: an unheard-of first name is no other person.
    if (!isNameOfNobody(end - 1)) continue;
    found.push(nobody(start, end));
    i = end - 1;
  }
  const small = subjectInSmallLetters();
  if (small) found.push(nobody(...small));
  return inOrder([...mentions, ...found.filter((one, k) => !found.slice(0, k).some((b) => meets(one, b)))]);
}
