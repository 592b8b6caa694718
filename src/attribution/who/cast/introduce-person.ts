import { isEnglishWord } from '../../../text/words/english-words.ts';
import { type Span } from '../../../text/span.ts';
import { isCommonTitle, isNameLike, titleWordsOf } from './common-titles.ts';
import { withParticles } from '../name-bounds.ts';
import { appositionAfter, delegationBefore, serviceAfter } from '../read-titles.ts';
import { isParticle } from '../particles.ts';
import { pronounOfGiven } from '../../../text/words/given-names.ts';
import { foldWord, type Word } from '../../../text/words/scan-words.ts';
import type { People, Person } from './find-person.ts';
import type { Run } from './find-runs.ts';
import { describe, distinguishes } from './describe-person.ts';
import { isExpert, isFormer, isRole, pronounShown, singular, speaksForSide } from '../role-words.ts';
import { isOfficialBody, type Sides } from '../side-words.ts';

/** Whether one of the words says what somebody is: "minister", "analysts", "Ms.". */
const saysRole = (phrase: readonly Word[]): boolean =>
  phrase.some(
    ({ key }) => isRole(key) || isRole(singular(key)) || pronounShown(key) !== null || key === 'dr',
  );

/** Words of a name, with what a particle leads counted to what stands before it: "Khalid bin Rashid al-Thani" has one. */
const unitsOf = (name: readonly Word[]): number =>
  name.filter(({ capital, key }, i) => capital && !isParticle(key) && !isParticle(name[i - 1]?.key ?? ''))
    .length;

/** Whether there are too many words for a name, "Police Sergeant" in front of it not counted. */
function isLong(name: readonly Word[]): boolean {
  const own = name.slice(titleWordsOf(name));
  return unitsOf(own.every((word) => !word.capital || isNameLike(word)) ? own : name) > 3;
}

/** Titles that stand before the first name alone. */
const GOES_WITH_GIVEN = /^(?:sir|dame|lord|lady|prince|princess|king|queen|pope|father|sister|brother|don)$/;

const AGE = /^, \d{1,3}[,.]/;

export interface IntroductionDependencies {
  readonly text: string;
  readonly words: readonly Word[];
  readonly sides: Sides;
  readonly people: People;
  /** The source of a statement that a position is in. */
  readonly sourceAt: (position: number) => Span | null;
  readonly runs: readonly Run[];
}

/** Whether the run is one name by itself, small words in front of it counted in: "Roe", "Van der Roe". */
export const isAlone = (words: readonly Word[], { first, last }: Run): boolean =>
  words.slice(first, last).every(({ key }) => isParticle(key));

/** The person whom a run names, with the title in front of it; entered if it must be one, null for other names. */
export type Introduce = (run: Run, title: readonly Word[]) => Person | null;

/** Creates what enters the people of one article as they are introduced. */
export function createIntroduction({
  text,
  words,
  sides,
  people,
  sourceAt,
  runs,
}: IntroductionDependencies): Introduce {
  /** Whether a name of several words stands as a source by itself, not as part of what "the New York officers" are called. */
  const isWholeSource = (first: number, last: number): boolean => {
    const name = words.slice(first, last + 1);
    const source = sourceAt(name[0]?.start ?? 0);
    if (!source) return false;
    const end = name.at(-1)?.end ?? 0;
    const length = name.filter(({ capital }) => capital).length;
    const before = text.slice(source.start, name[0]?.start);
    // "spokeswoman for Lowland Steel"
    if (/\b(?:for|of|to|at|with|from|by)\s+(?:the\s+)?$/i.test(before)) return false;
    if (length < 2 || isLong(name) || name.some(({ form }) => /^\p{Lu}{2,}$/u.test(form))) return false;
    if (words[first]?.joined && words[first - 1]?.key === 'the') return false;
    // "Iris Roe and John Doe", "Iris Roe and brewer John Doe"
    const goesOn =
      words[last + 1]?.key === 'and' &&
      (words[last + 2]?.capital || (words[last + 3]?.joined && words[last + 3]?.capital));
    // "Iris Roe of the allotment society": no body is called so in small letters.
    const ofWhat =
      !before.includes(',') &&
      /^\s+(?:(?:of|from|with)\s+(?:(?:the|an?|his|her|their)\s+)?\p{Ll}|in\s+\d)/u.test(
        text.slice(end, end + 20),
      ) &&
      !isEnglishWord(words[last]?.key ?? '');
    return end >= source.end || !words[last + 1]?.joined || goesOn === true || ofWhat;
  };

  const keysOf = (first: number, last: number): string[] =>
    words.slice(first, last + 1).map(({ key }) => key);
  const surnames = new Set(
    runs.flatMap(({ first, last }) => (!isAlone(words, { first, last }) ? (words[last]?.key ?? '') : [])),
  );
  const runNames = new Set(runs.map(({ first, last }) => keysOf(first, last).join(' ')));

  /** The longer name of the article that "Bishop Roe" is short for: "Orla Roe". */
  const wholeName = ([title, surname]: readonly Word[]): string | null => {
    if (!title || !surname || !isCommonTitle(title) || !isNameLike(surname)) return null;
    for (const { first, last } of runs) {
      if (words[last]?.key !== surname.key) continue;
      const name = words.slice(first, last + 1);
      const own = name.slice(titleWordsOf(name));
      if (own.length > 1 && own[0]?.key !== title.key && isNameLike(own[0]))
        return text.slice(own[0]?.start, own.at(-1)?.end);
    }
    return null;
  };

  /** "His widow, Jane Roe,": what stands in front of the comma tells who that is. */
  const kinBefore = (first: number): readonly Word[] => {
    const [before, name] = [words[first - 1], words[first]];
    const isKin = before && name && !before.capital && pronounShown(before.key) !== null;
    return isKin && text.slice(before.end, name.start) === ', ' ? [before] : [];
  };

  /** The person whose name is words `[first, last]`, entered if it must be one; null for other names. */
  const personOf = (first: number, last: number, title: readonly Word[]): Person | null => {
    const name = words.slice(first, last + 1);
    const keys = name.map(({ key }) => key);
    const behind = appositionAfter(text, words, last, sides);
    // "On a visit to Lowford, the mayor said": who speaks, and nothing that Lowford is.
    const isNext = behind[0] !== undefined && sourceAt(behind[0].start)?.start === behind[0].start;
    const apposition = isNext ? [] : behind;
    // "fellow Democrats": many of a kind, nobody's name.
    const titled = saysRole(title) && !(first === last && title.at(-1)?.key === 'fellow');
    // "Jane Roe, 68, …": only people have an age behind their names.
    const aged = keys.length > 1 && AGE.test(text.slice(name.at(-1)?.end, (name.at(-1)?.end ?? 0) + 6));
    const kin = kinBefore(first);
    const shown = titled || aged || apposition.length + kin.length > 0;
    const start = name[0]?.start ?? 0;
    const described = [...title, ...apposition, ...kin];
    const hint = {
      pronoun: described.reduce<Person['pronoun']>((known, { key }) => known ?? pronounShown(key), null),
      roles: described.map(({ key }) => singular(key)).filter(distinguishes),
    };
    const titleEnd = title.at(-1)?.key;
    let person = titleEnd === undefined ? null : people.exact([titleEnd, ...keys]);
    person ??= people.find(keys, shown || sourceAt(start) !== null, hint);
    // "Minister for Climate Change Jane Roe": the name is the end of a longer run of capitals.
    for (let k = 1; !person && k < keys.length - 1; k++) person = people.find(keys.slice(k), false);
    // "Headmaster Julian Roe", "Bishop Roe": what everybody may be is no name.
    const full = keys.length === 2 && !person ? wholeName(name) : null;
    const called = full === null ? titleWordsOf(name) : 1;
    if (!person && called > 0) person = people.find(keys.slice(called), false);
    // "Sir Alan": by the first name.
    if (first === last && GOES_WITH_GIVEN.test(titleEnd ?? '')) person ??= people.called(keys[0] ?? '');
    if (
      !person &&
      !isOfficialBody(name) &&
      !(isAlone(words, { first, last }) && (people.isUnclear(keys) || surnames.has(keys.at(-1) ?? '')))
    ) {
      const namesPerson = keys.length > 1 && pronounOfGiven(keys[0] ?? '') !== null;
      // "Judge Jane Roe", where the text has "Jane Roe" too.
      const shorter = keys.findIndex(
        (key, k) => k > 0 && !isParticle(key) && k < keys.length - 1 && runNames.has(keys.slice(k).join(' ')),
      );
      const long = isLong(name);
      const from = name.at(shorter > 0 ? shorter : long ? -2 : called);
      const opens = from === name[0] ? words[withParticles(words, first)]?.start : from?.start;
      if (shown || namesPerson || isWholeSource(first, last))
        person = people.add(full ?? text.slice(opens, name.at(-1)?.end));
    }
    // Whoever was an ambassador once may be an envoy now.
    if (person) for (const phrase of [title, apposition, kin]) describe(person, phrase, sides);

    if (person && !person.listed) {
      person.side ??=
        delegationBefore(words, first, sides, shown) ??
        serviceAfter(
          words,
          last,
          sides,
          title.some(({ key }) => speaksForSide(key)) &&
            !title.some(({ key }) => isFormer(key) || isExpert(key)),
        );
      person.pronoun ??= pronounOfGiven(foldWord(person.name.split(' ')[0] ?? ''));
    }
    return person;
  };

  return ({ first, last }, title) => personOf(first, last, title);
}
