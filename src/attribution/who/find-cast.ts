import { type Span, indexAt } from '../../text/span.ts';
import {
  appositionAfter,
  delegationBefore,
  serviceAfter,
  nameEnd,
  startsName,
  titleBefore,
  withParticles,
} from './read-names.ts';
import { isParticle } from './particles.ts';
import { isSameGivenName, pronounOfGiven } from '../../text/words/given-names.ts';
import { foldWord, type Word } from '../../text/words/scan-words.ts';
import type { Hint, People, Person } from './find-person.ts';
import {
  isExpert,
  isFormer,
  isRole,
  isTitleWord,
  pronounShown,
  singular,
  speaksForSide,
  writtenOut,
} from './role-words.ts';
import { isOfficialBody, type Sides } from './side-words.ts';

/** Where a person is named. */
export interface Mention extends Span {
  readonly person: Person;
  /** "Ryabkov's": named, but hardly whom the sentence is about. */
  readonly possessive: boolean;
}

/** The people of one article and every place where it names them, in order. */
export interface Cast {
  readonly mentions: readonly Mention[];
  /** The mentions that start in `span`. */
  within(span: Span): readonly Mention[];
  /** Whether the words end with a name that several people of the article have. */
  isUnclear(phrase: readonly Word[]): boolean;
  /** Who is the subject of a sentence in `span`, though nothing else shows that it is a person; null unless it is only one. */
  subjectWithin(span: Span): Person | null;
}

/** Whether one of the words says what somebody is: "minister", "analysts", "Ms.". */
const saysRole = (phrase: readonly Word[]): boolean =>
  phrase.some(
    ({ key }) => isRole(key) || isRole(singular(key)) || pronounShown(key) !== null || key === 'dr',
  );

/** Words of a name, with what a particle leads counted to what stands before it: "Khalid bin Rashid al-Thani" has one. */
const unitsOf = (name: readonly Word[]): number =>
  name.filter(({ capital, key }, i) => capital && !isParticle(key) && !isParticle(name[i - 1]?.key ?? ''))
    .length;

/** Titles that stand before the first name alone. */
const GOES_WITH_GIVEN = /^(?:sir|dame|lord|lady|prince|princess|king|queen|pope|father|sister|brother|don)$/;

const AGE = /^, \d{1,3}[,.]/;

/** Adds to a person what a title or apposition tells: role, pronoun, and the side where the role speaks for one. */
function describe(person: Person, phrase: readonly Word[], sides: Sides): void {
  const keys = phrase.map(({ key }) => writtenOut(singular(key)));
  for (const key of keys) if ((isTitleWord(key) && key.length > 3) || isFormer(key)) person.roles.add(key);
  person.pronoun ??= phrase.reduce<Person['pronoun']>((shown, { key }) => shown ?? pronounShown(key), null);
  if (person.listed || person.side !== null || !keys.some(speaksForSide)) return;
  if (keys.some((key) => isExpert(key) || isFormer(key))) return;
  person.side = sides.named(phrase)[0] ?? null;
}

/**
 * Finds who is named in the text and what the text calls them. Somebody new is believed to be a person with a title or an
 * apposition, or as the source of a statement; later a surname is enough.
 *
 * @param sources the sources of the article's statements, sorted
 */
export function createCast(
  text: string,
  words: readonly Word[],
  sides: Sides,
  people: People,
  sources: readonly Span[],
): Cast {
  const sourceAt = (position: number): Span | null => {
    const source = sources[indexAt(sources, position + 1) - 1];
    return source !== undefined && position < source.end ? source : null;
  };

  /** Whether a name of several words stands as a source by itself, not as part of what "the New York officers" are called. */
  const isWholeSource = (first: number, last: number): boolean => {
    const name = words.slice(first, last + 1);
    const source = sourceAt(name[0]?.start ?? 0);
    const end = name.at(-1)?.end ?? 0;
    const length = name.filter(({ capital }) => capital).length;
    const before = text.slice(source?.start, name[0]?.start);
    // "spokeswoman for Lowland Steel"
    if (/\b(?:for|of|to|at|with|from|by)\s+(?:the\s+)?$/i.test(before)) return false;
    if (!source || length < 2 || unitsOf(name) > 3 || name.some(({ form }) => /^\p{Lu}{2,}$/u.test(form)))
      return false;
    if (words[first]?.joined && words[first - 1]?.key === 'the') return false;
    // "Iris Roe and John Doe"
    const goesOn = words[last + 1]?.key === 'and' && words[last + 2]?.capital;
    return end >= source.end || !words[last + 1]?.joined || goesOn === true;
  };

  /** Runs of capitals that may be names, by where they begin and end. */
  const runs: { readonly first: number; readonly last: number }[] = [];
  for (let i = 0; i < words.length; i++) {
    if (startsName(words, i, sides)) {
      const last = nameEnd(words, i, sides);
      runs.push({ first: i, last });
      i = last;
    } else i += (sides.at(words, i)?.length ?? 1) - 1;
  }
  const keysOf = (first: number, last: number): string[] =>
    words.slice(first, last + 1).map(({ key }) => key);
  /** Whether the run is one name by itself, small words in front of it counted in: "Roe", "Van der Roe". */
  const isAlone = (first: number, last: number): boolean =>
    words.slice(first, last).every(({ key }) => isParticle(key));
  const surnames = new Set(
    runs.flatMap(({ first, last }) => (!isAlone(first, last) ? (words[last]?.key ?? '') : [])),
  );
  const runNames = new Set(runs.map(({ first, last }) => keysOf(first, last).join(' ')));

  /** The person whose name is words `[first, last]`, entered if it must be one; null for other names. */
  const personOf = (first: number, last: number, title: readonly Word[]): Person | null => {
    const name = words.slice(first, last + 1);
    const keys = name.map(({ key }) => key);
    const behind = appositionAfter(text, words, last, sides);
    // "On a visit to Lowford, the mayor said": who speaks, and nothing that Lowford is.
    const isNext = behind[0] !== undefined && sourceAt(behind[0].start)?.start === behind[0].start;
    const apposition = isNext ? [] : behind;
    const titled = saysRole(title);
    // "Jane Roe, 68, …": only people have an age behind their names.
    const aged = keys.length > 1 && AGE.test(text.slice(name.at(-1)?.end, (name.at(-1)?.end ?? 0) + 6));
    const shown = titled || aged || apposition.length > 0;
    const start = name[0]?.start ?? 0;
    const described = [...title, ...apposition];
    const hint = {
      pronoun: described.reduce<Person['pronoun']>((known, { key }) => known ?? pronounShown(key), null),
      roles: described.map(({ key }) => singular(key)).filter((key) => isRole(key) && key.length > 3),
    };
    const titleEnd = title.at(-1)?.key;
    let person = titleEnd === undefined ? null : people.exact([titleEnd, ...keys]);
    person ??= people.find(keys, shown || sourceAt(start) !== null, hint);
    // "Minister for Climate Change Jane Roe": the name is the end of a longer run of capitals.
    for (let k = 1; !person && k < keys.length - 1; k++) person = people.find(keys.slice(k), false);
    // "Sir Alan": by the first name.
    if (first === last && GOES_WITH_GIVEN.test(titleEnd ?? '')) person ??= people.called(keys[0] ?? '');
    if (
      !person &&
      !isOfficialBody(name) &&
      !(isAlone(first, last) && (people.isUnclear(keys) || surnames.has(keys.at(-1) ?? '')))
    ) {
      const namesPerson = keys.length > 1 && pronounOfGiven(keys[0] ?? '') !== null;
      // "Judge Jane Roe", where the text has "Jane Roe" too.
      const shorter = keys.findIndex(
        (key, k) => k > 0 && !isParticle(key) && k < keys.length - 1 && runNames.has(keys.slice(k).join(' ')),
      );
      const long = unitsOf(name) > 3;
      const from = shorter > 0 ? name.at(shorter) : name.at(long ? -2 : 0);
      const opens = from === name[0] ? words[withParticles(words, first)]?.start : from?.start;
      if (shown || namesPerson || isWholeSource(first, last))
        person = people.add(text.slice(opens, name.at(-1)?.end));
    }
    if (person) describe(person, described, sides);
    if (person && !person.listed) {
      person.side ??= delegationBefore(words, first, sides, shown) ?? serviceAfter(words, last, sides);
      person.pronoun ??= pronounOfGiven(foldWord(person.name.split(' ')[0] ?? ''));
    }
    return person;
  };

  let before: { readonly last: number; readonly title: readonly Word[] } = { last: -9, title: [] };
  const titleOf = (first: number): readonly Word[] => {
    const title = titleBefore(text, words, first, sides);
    // "analysts Thomas Graham and Rajan Menon": the title is both's.
    return title.length === 0 && words[first - 1]?.key === 'and' && before.last === first - 2
      ? before.title
      : title;
  };
  /** The given names that have stood before each surname, whether or not anything showed a person. */
  const givenBefore = new Map<string, Set<string>>();
  const isAlreadyTwo = (surname: string): boolean => {
    const [first = '', ...others] = givenBefore.get(surname) ?? [];
    return others.some((other) => !isSameGivenName(first, other));
  };
  const found = runs.map(({ first, last }) => {
    const title = titleOf(first);
    const person = personOf(first, last, title);
    const plural = title.some(({ key }) => singular(key) !== key && isRole(singular(key)));
    if (person) before = { last, title: plural ? title : [] };
    if (person && last > first) person.mentions++;
    const surname = words[last]?.key ?? '';
    if (!isAlone(first, last))
      givenBefore.set(surname, (givenBefore.get(surname) ?? new Set()).add(words[first]?.key ?? ''));
    else if (person?.surname === surname && title.length === 0 && !isAlreadyTwo(surname))
      people.claim(person);
    return { person, first, last };
  });

  /** Enters those whose whole name the text has, and one of its words alone as who says something: "Nair", "Xi". */
  const enterCalled = (): void => {
    const alone = new Set(
      found.flatMap(({ first, last }) => {
        const word = words[first];
        const isDefinite = word?.joined && words[first - 1]?.key === 'the';
        const called = words[last]?.key;
        return isAlone(first, last) && word && called && !isDefinite && sourceAt(word.start) ? [called] : [];
      }),
    );
    for (const place of found) {
      const { first, last } = place;
      const name = words.slice(first, last + 1);
      // "Skyline Flight 804": a thing with a number.
      if (words[last + 1]?.joined && /^\d/.test(words[last + 1]?.form ?? '')) continue;
      if (place.person || isAlone(first, last) || name.length > 4 || isOfficialBody(name)) continue;
      if (words[first]?.joined && words[first - 1]?.key === 'the') continue;
      const surname = words[last]?.key ?? '';
      const called = words[first]?.key ?? '';
      const first2 = alone.has(called) && !people.isSurname(called) && !alone.has(surname);
      if (!alone.has(surname) && !first2) continue;
      const same = people.exact(name.map(({ key }) => key));
      const from = words[withParticles(words, first)]?.start;
      place.person = same ?? people.add(text.slice(from, words[last]?.end), first2 ? called : undefined);
      place.person.mentions++;
      describe(place.person, titleBefore(text, words, first, sides), sides);
      place.person.pronoun ??= pronounOfGiven(called);
    }
  };
  enterCalled();

  /** Whether the word is all of a source: "Kim". */
  const isSource = (index: number): boolean => {
    const word = words[index];
    const source = word && sourceAt(word.start);
    return source?.start === word?.start && source?.end === word?.end;
  };

  // A second look: names that stood before their introduction.
  const hintAt = (first: number): Hint => {
    const title = titleBefore(text, words, first, sides).map(({ key }) => singular(key));
    return {
      pronoun: title.reduce<Person['pronoun']>((known, key) => known ?? pronounShown(key), null),
      roles: title.filter((key) => isRole(key) && key.length > 3),
    };
  };
  const mentions = found.flatMap(({ person, first, last }): Mention[] => {
    const keys = words.slice(first, last + 1).map(({ key }) => key);
    const alone = first === last && people.isUnclear(keys);
    const whom =
      (alone ? null : person) ??
      people.find(keys, false, hintAt(first)) ??
      (first === last && isSource(first) ? people.called(keys[0] ?? '') : null);
    if (!whom) return [];
    if (first === last || !person) whom.mentions++;
    return [
      {
        person: whom,
        start: words[first]?.start ?? 0,
        end: words[last]?.end ?? 0,
        possessive: words[last]?.possessive ?? false,
      },
    ];
  });
  const places = found.map(({ first, last }) => ({
    start: words[first]?.start ?? 0,
    end: words[last]?.end ?? 0,
  }));
  return {
    mentions,
    within: ({ start, end }) => mentions.slice(indexAt(mentions, start), indexAt(mentions, end)),
    isUnclear: (phrase) => {
      const last = phrase.at(-1);
      return last !== undefined && last.capital && people.isUnclear([last.key]);
    },
    subjectWithin({ start, end }) {
      const subjects = found
        .slice(indexAt(places, start), indexAt(places, end))
        .filter(({ person, first, last }) => {
          const after = words[last + 1];
          // "Nurse Jane Roe": what opens the sentence is a common word with its capital.
          const opens = !words[first]?.joined || (words[first - 1]?.capital && !words[first - 1]?.joined);
          return person !== null || (last > first && opens && after?.joined && !after.capital);
        });
      const [only] = subjects;
      const name = only && text.slice(words[only.first]?.start, words[only.last]?.end);
      if (
        !only ||
        !name ||
        subjects.some(({ first, last }) => text.slice(words[first]?.start, words[last]?.end) !== name)
      )
        return null;
      if (only.person) return null;
      return isOfficialBody(words.slice(only.first, only.last + 1)) ? null : people.add(name);
    },
  };
}
