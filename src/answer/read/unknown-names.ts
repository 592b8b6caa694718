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

interface Unit {
  readonly stem: string;
  readonly name: boolean;
  readonly frequency: number;
}

/** A question as it is looked through for names of nobody. */
interface Looked {
  readonly terms: readonly Term[];
  readonly mentions: readonly Mention[];
  readonly unitAt: (i: number) => Unit | undefined;
  /** Whether a term of the question stands in the source of a statement. */
  readonly speaksAt: (i: number) => boolean;
  /** Whether no mention has the term. */
  readonly isFree: (i: number) => boolean;
  /** Whether it asks for something said or held. */
  readonly forSpeech: boolean;
}

function nobodyAt(terms: readonly Term[], { start, end }: Words): Mention {
  const words = terms
    .slice(start, end)
    .flatMap(({ word, content }) => (content || /^\p{Lu}/u.test(word) ? [word] : []));
  return { party: { kind: 'unknown', id: words.join(' ') }, start, end, adjective: false };
}

/** Names with capitals that no article has, or of a question for something said, who says nothing. */
function capitalsOfNobody({ terms, unitAt, speaksAt, isFree, forSpeech }: Looked, tells: boolean): Words[] {
  const isCapital = (i: number): boolean => i > 0 && isFree(i) && /^\p{Lu}/u.test(terms[i]?.word ?? '');
  const isNameOfNobody = (i: number): boolean => {
    const unit = unitAt(i);
    if (!unit?.name || !isFree(i)) return false;
    // "The Geneva talks": a name behind "the" may belong to a thing.
    const ofThing = terms[i - 1]?.word.toLowerCase() === 'the';
    return unit.frequency === 0 || (forSpeech && !ofThing && !speaksAt(i));
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
    return terms.slice(i, endOfCapitals(i)).some((_, k) => !speaksAt(i + k));
  };
  const found: Words[] = [];
  for (let i = 0; i < terms.length; i++) {
    const end = endOfCapitals(i);
    if (isPersonUnheard(i)) {
      found.push({ start: i, end });
      i = end - 1;
      continue;
    }
    // The last of several names is the one that tells: an unheard-of first name is no other person.
    if (!isNameOfNobody(i) || !isNameOfNobody(end - 1)) continue;
    let start = i;
    while (isCapital(start - 1)) start--;
    found.push({ start, end });
    i = end - 1;
  }
  return found;
}

/** "Marla Maples", where "Marla" was taken for a misspelt Carla: she has another surname. */
function isRestOfAnother({ party, end, how }: Mention, subject: Words, terms: readonly Term[]): boolean {
  const isOfOthers = ({ word, stem, content }: Term): boolean =>
    content && !isRoleNoun(stem) && !hasWord(party.id, word);
  const isRepaired = party.kind === 'actor' && how === 'repaired' && end < subject.end;
  return isRepaired && terms.slice(end, subject.end).every(isOfOthers);
}

/** "What did the farmers say", "does turkey want": words for people that are no name, and names that are words. */
function isGroup({ start, end, isOpened }: Subject, terms: readonly Term[]): boolean {
  const first = terms[start]?.content ? start : start + 1;
  const head = terms[end - 1];
  const word = head?.word.toLowerCase() ?? '';
  const isOfPeople = isOffices(word) || (!isRoleNoun(head?.stem ?? '') && isPeopleWord(word));
  return isOpened && (countryAt(terms, first)?.length === end - first || isOfPeople);
}

function isNoEnglishWord({ content, word, stem }: Term): boolean {
  return content && /^\p{L}{2,}$/u.test(word) && !isEnglishWord(word.toLowerCase()) && !isRoleNoun(stem);
}

/** Typed without capitals: "what did judge macron say", "emmanuel macron on trade", "michelle obama" where he is known. */
function nobodyInSmallLetters({
  terms,
  mentions,
  unitAt,
  speaksAt,
  isFree,
  forSpeech,
}: Looked): Words | null {
  const isUnheard = (i: number): boolean => unitAt(i)?.frequency === 0 || !speaksAt(i);
  /** Whether a given name stands right before the surname of somebody who has another: "michelle obama". */
  const isOfAnother = (given: number, { party, start }: Mention): boolean =>
    party.kind === 'actor' &&
    party.id.includes(' ') &&
    start === given + 1 &&
    (unitAt(given)?.frequency ?? 0) > 0 &&
    !hasWord(party.id, terms[given]?.word ?? '');
  for (const subject of subjectsIn(terms)) {
    const { start, end } = subject;
    const opens =
      start === 0 &&
      /^(?:on|about)$/i.test(terms[end]?.word ?? '') &&
      terms.slice(0, end).every(isNoEnglishWord);
    if (!opens && (start === 0 || !(forSpeech || unitAt(end - 1)?.frequency === 0))) continue;
    const mentioned = mentions.find((mention) => meets(mention, subject));
    if (mentioned && isRestOfAnother(mentioned, subject, terms)) return subject;
    const words = terms.slice(start, end).map((term, k) => ({ term, at: start + k }));
    if (words.some(({ term }) => /^\p{Lu}\p{Ll}/u.test(term.word))) continue;
    if (!mentioned && isUnheard(end - 1) && isGroup(subject, terms)) return subject;
    const names = words.flatMap(({ term, at }) => (isFree(at) && isNoEnglishWord(term) ? [at] : []));
    const last = names.at(-1);
    if (last === undefined) continue;
    if (mentioned ? isOfAnother(last, mentioned) : names.every(isUnheard)) return subject;
  }
  return null;
}

/**
 * The mentions with those added whose name no article has, or, of a question for something said, who says nothing.
 *
 * @param units of the question, with how often each stands in the articles
 * @param speaks whether the stem stands in the source of a statement
 */
export function withUnknownNames(
  terms: readonly Term[],
  mentions: readonly Mention[],
  units: readonly Unit[],
  speaks: (stem: string) => boolean,
): Mention[] {
  const known = new Map(units.map((unit) => [unit.stem, unit]));
  const looked: Looked = {
    terms,
    mentions,
    unitAt: (i) => known.get(terms[i]?.stem ?? ''),
    speaksAt: (i) => speaks(terms[i]?.stem ?? ''),
    isFree: (i) => !mentions.some(({ start, end }) => start <= i && i < end),
    forSpeech: asksForSpeech(terms),
  };
  const capitals = capitalsOfNobody(
    looked,
    units.some(({ name }) => name),
  );
  const small = nobodyInSmallLetters(looked);
  const found = [...capitals, ...(small ? [small] : [])];
  const others = found
    .filter((one, k) => !found.slice(0, k).some((before) => meets(one, before)))
    .map((words) => nobodyAt(terms, words));
  return inOrder([...mentions.filter((mention) => !others.some((one) => meets(mention, one))), ...others]);
}
