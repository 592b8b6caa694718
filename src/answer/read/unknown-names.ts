import type { Mention } from '../../parties/name-patterns.ts';
import { inOrder, meets } from '../../parties/mentions-in.ts';
import { countryAt } from '../../parties/read-country.ts';
import { pronounOfGiven } from '../../text/words/given-names.ts';
import { isEnglishWord } from '../../text/words/english-words.ts';
import { isPeopleWord } from '../../text/words/people-words.ts';
import type { Term } from '../../text/words/words.ts';
import { asksForSpeech, AUXILIARIES, isOffices, isRoleNoun } from './asking-words.ts';
import { subjectsIn, type Subject, type Words } from './source-asked.ts';

/** Letters of words that a title may write small. */
const SMALL_IN_TITLES = 3;

/** Whether the question's capitals mean something: not where all words have them, nor where none has. */
export function capitalsTell(terms: readonly Term[]): boolean {
  const words = terms
    .slice(1)
    .filter(({ word }) => word.length > SMALL_IN_TITLES || AUXILIARIES.has(word.toLowerCase()));
  const content = terms.slice(1).filter((term) => term.content);
  const capital = words.filter(({ word }) => /^\p{Lu}/u.test(word)).length;
  return content.length <= 2 || capital < words.length;
}

const hasWord = (name: string, word: string): boolean => name.toLowerCase().includes(word.toLowerCase());

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
  const tells = units.some(({ name }) => name);
  const known = new Map(units.map((unit) => [unit.stem, unit]));
  const isFree = (i: number): boolean => !mentions.some(({ start, end }) => start <= i && i < end);
  const isCapital = (i: number): boolean => i > 0 && isFree(i) && /^\p{Lu}/u.test(terms[i]?.word ?? '');
  const forSpeech = asksForSpeech(terms);
  const isNameOfNobody = (i: number): boolean => {
    const unit = known.get(terms[i]?.stem ?? '');
    if (!unit || !isFree(i)) return false;
    // "The Geneva talks": a name behind "the" may belong to a thing.
    const ofThing = terms[i - 1]?.word.toLowerCase() === 'the';
    if (unit.name) return unit.frequency === 0 || (forSpeech && !ofThing && !speaks(unit.stem));
    return false;
  };
  const isName = (i: number): boolean => {
    const { content = false, word: typed = '', stem = '' } = terms[i] ?? {};
    return content && /^\p{L}{2,}$/u.test(typed) && !isEnglishWord(typed.toLowerCase()) && !isRoleNoun(stem);
  };
  const isUnheard = (i: number): boolean =>
    known.get(terms[i]?.stem ?? '')?.frequency === 0 || !speaks(terms[i]?.stem ?? '');
  /** Whether a given name stands right before the surname of somebody who has another: "michelle obama". */
  const isOfAnother = (given: number, { party, start }: Mention): boolean =>
    party.kind === 'actor' &&
    party.id.includes(' ') &&
    start === given + 1 &&
    (known.get(terms[given]?.stem ?? '')?.frequency ?? 0) > 0 &&
    !hasWord(party.id, terms[given]?.word ?? '');
  /** "Marla Maples", where "Marla" was taken for a misspelt Carla: she has another surname. */
  const isRestOfAnother = ({ party, end, how }: Mention, subject: Words): boolean =>
    party.kind === 'actor' &&
    how === 'repaired' &&
    end < subject.end &&
    terms
      .slice(end, subject.end)
      .every(({ word, stem, content }) => content && !isRoleNoun(stem) && !hasWord(party.id, word));
  /** "What did the farmers say", "does turkey want": words for people that are no name, and names that are words. */
  const isGroup = ({ start, end, isOpened }: Subject): boolean => {
    const first = terms[start]?.content ? start : start + 1;
    const head = terms[end - 1];
    const word = head?.word.toLowerCase() ?? '';
    const isOfPeople = isOffices(word) || (!isRoleNoun(head?.stem ?? '') && isPeopleWord(word));
    return isOpened && (countryAt(terms, first)?.length === end - first || isOfPeople);
  };
  /** Typed without capitals: "what did judge macron say", "emmanuel macron on trade", "michelle obama" where he is known. */
  function subjectInSmallLetters(): Words | null {
    for (const subject of subjectsIn(terms)) {
      const { start, end } = subject;
      const isUnheardOf = known.get(terms[end - 1]?.stem ?? '')?.frequency === 0;
      const opens =
        start === 0 &&
        /^(?:on|about)$/i.test(terms[end]?.word ?? '') &&
        terms.slice(0, end).every((_, i) => isName(i));
      if (!opens && (start === 0 || !(forSpeech || isUnheardOf))) continue;
      const mentioned = mentions.find((mention) => meets(mention, subject));
      if (mentioned && isRestOfAnother(mentioned, subject)) return subject;
      const places = terms.slice(start, end).map((_, k) => start + k);
      if (places.some((i) => /^\p{Lu}\p{Ll}/u.test(terms[i]?.word ?? ''))) continue;
      if (!mentioned && isUnheard(end - 1) && isGroup(subject)) return subject;
      const names = places.filter((i) => isFree(i) && isName(i));
      const [first, last] = [names[0], names.at(-1)];
      if (first === undefined || last === undefined) continue;
      if (mentioned ? isOfAnother(last, mentioned) : names.every(isUnheard)) return subject;
    }
    return null;
  }
  const nobody = (start: number, end: number): Mention => {
    const words = terms
      .slice(start, end)
      .flatMap(({ word, content }) => (content || /^\p{Lu}/u.test(word) ? [word] : []));
    return { party: { kind: 'unknown', id: words.join(' ') }, start, end, adjective: false };
  };
  /** Behind the last of the words with capitals from `at` on. */
  const endOfCapitals = (at: number): number => {
    let end = at + 1;
    while (isCapital(end)) end++;
    return end;
  };
  /** "Theresa May", "Kim Jong Un": a given name with capitals behind it, of which some stand in the source of no statement. */
  const isPersonUnheard = (i: number): boolean => {
    if (!tells || !forSpeech || !isCapital(i) || !isCapital(i + 1)) return false;
    if (isCapital(i - 1) || pronounOfGiven(terms[i]?.word.toLowerCase() ?? '') === null) return false;
    return terms.slice(i, endOfCapitals(i)).some(({ stem }) => !speaks(stem));
  };
  const found: Mention[] = [];
  for (let i = 0; i < terms.length; i++) {
    if (isPersonUnheard(i)) {
      found.push(nobody(i, endOfCapitals(i)));
      i = endOfCapitals(i) - 1;
      continue;
    }
    if (!isNameOfNobody(i)) continue;
    let start = i;
    while (isCapital(start - 1)) start--;
    const end = endOfCapitals(i);
    // The last of several names is the one that tells: an unheard-of first name is no other person.
    if (!isNameOfNobody(end - 1)) continue;
    found.push(nobody(start, end));
    i = end - 1;
  }
  const small = subjectInSmallLetters();
  if (small) found.push(nobody(small.start, small.end));
  const others = found.filter((one, k) => !found.slice(0, k).some((before) => meets(one, before)));
  return inOrder([...mentions.filter((mention) => !others.some((one) => meets(one, mention))), ...others]);
}
