import { createIntroduction, isAlone } from './introduce-person.ts';
import { describe, distinguishes } from './describe-person.ts';
import { createUnshown, type Unshown } from './find-unshown.ts';
import { findRuns, type Run } from './find-runs.ts';
import { createCalled, titleWordsOf } from './common-titles.ts';
import { type Span, indexAt } from '../../../text/span.ts';
import { withParticles } from '../name-bounds.ts';
import { titleBefore } from '../read-titles.ts';
import { likelyPronoun } from '../../../text/words/likely-pronoun.ts';
import { isEnglishWord } from '../../../text/words/english-words.ts';
import { isSameGivenName, pronounOfGiven } from '../../../text/words/given-names.ts';
import { foldWord, type Word } from '../../../text/words/scan-words.ts';
import type { Hint, People, Person } from './find-person.ts';
import { isRole, pronounShown, singular } from '../role-words.ts';
import { isOfficialBody, type Sides } from '../side-words.ts';

/** Where a person is named. */
export interface Mention extends Span {
  readonly person: Person;
  /** "Ryabkov's": named, but hardly whom the sentence is about. */
  readonly possessive: boolean;
}

/** The people of one article and every place where it names them, in order. */
export interface Cast extends Unshown {
  readonly mentions: readonly Mention[];
  /** The mentions that start in `span`. */
  within(span: Span): readonly Mention[];
  /** Whether the words end with a name that several people of the article have. */
  isUnclear(phrase: readonly Word[]): boolean;
  /** The only one whom a common word beside the name calls so: "gardener Jane Roe". */
  called(key: string): Person | null;
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

  const runs = findRuns(words, sides, sourceAt);
  const introduce = createIntroduction({ text, words, sides, people, sourceAt, runs });
  let before: { readonly last: number; readonly title: readonly Word[] } = { last: -9, title: [] };
  const titleOf = (first: number): readonly Word[] => {
    const title = titleBefore(text, words, first, sides);
    // "analysts Thomas Graham and Rajan Menon": the title is both's.
    // "ministers Jane Roe of Lowland and John Doe of Genoa": so it is.
    const [of, ...place] = words.slice(before.last + 1, Math.max(before.last + 1, first - 1));
    const isNext =
      !of || (/^(?:of|from)$/.test(of.key) && place.every(({ capital, joined }) => capital && joined));
    return title.length === 0 && words[first - 1]?.key === 'and' && before.last < first - 1 && isNext
      ? before.title
      : title;
  };
  /** The given names that have stood before each surname, whether or not anything showed a person. */
  const givenBefore = new Map<string, Set<string>>();
  const isAlreadyTwo = (surname: string): boolean => {
    const [first = '', ...others] = givenBefore.get(surname) ?? [];
    return others.some((other) => !isSameGivenName(first, other));
  };
  const surnames = new Set(runs.flatMap((run) => (isAlone(words, run) ? [] : (words[run.last]?.key ?? ''))));
  /** "Jo and Ann Roe", two who share a surname, from the first of two names on; none for other names. */
  const sharing = ({ first, last }: Run, next: Run | undefined): readonly string[] => {
    const [given, other, surname] = [words[first], words[next?.first ?? -1], words[next?.last ?? -1]];
    if (first !== last || !next || next.last !== next.first + 1 || !given || !other || !surname) return [];
    const isOf = /^(?:of|in|from|at|to)$/.test(words[first - 1]?.key ?? '');
    if (isOf || text.slice(given.end, other.start) !== ' and ') return [];
    if (surnames.has(given.key) || people.isSurname(given.key)) return [];
    const names = [given, other].map(({ form }) => `${form} ${surname.form}`);
    return names.every((name) => likelyPronoun(name) !== null) ? names : [];
  };
  let shared: readonly string[] = [];
  const found = runs.map(({ first, last }, i) => {
    const title = titleOf(first);
    const [, second] = shared;
    shared = sharing({ first, last }, runs[i + 1]);
    const [own = second] = shared;
    const person = introduce({ first, last }, title) ?? (own === undefined ? null : people.add(own));
    const plural = title.some(({ key }) => singular(key) !== key && isRole(singular(key)));
    if (person) before = { last, title: plural ? title : [] };
    if (person && last > first) person.mentions++;
    const surname = words[last]?.key ?? '';
    // Of "Widow Jane Roe" it is "Jane".
    const given = person ? foldWord(person.name.split(' ')[0] ?? '') : (words[first]?.key ?? '');
    if (!isAlone(words, { first, last }))
      givenBefore.set(surname, (givenBefore.get(surname) ?? new Set()).add(given));
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
        return isAlone(words, { first, last }) && word && called && !isDefinite && sourceAt(word.start)
          ? [called]
          : [];
      }),
    );
    for (const place of found) {
      const { first, last } = place;
      const name = words.slice(first, last + 1);
      // "Skyline Flight 804": a thing with a number.
      if (words[last + 1]?.joined && /^\d/.test(words[last + 1]?.form ?? '')) continue;
      if (place.person || isAlone(words, { first, last }) || name.length > 4 || isOfficialBody(name))
        continue;
      if (words[first]?.joined && words[first - 1]?.key === 'the') continue;
      const surname = words[last]?.key ?? '';
      const called = words[first]?.key ?? '';
      const first2 =
        alone.has(called) &&
        !people.isSurname(called) &&
        !alone.has(surname) &&
        !(surname.length > 3 && isEnglishWord(surname));
      if (!alone.has(surname) && !first2) continue;
      const same = people.exact(name.map(({ key }) => key));
      const titles = titleWordsOf(name);
      const from = words[titles > 0 ? first + titles : withParticles(words, first)]?.start;
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
      roles: title.filter(distinguishes),
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
  return {
    mentions,
    within: ({ start, end }) => mentions.slice(indexAt(mentions, start), indexAt(mentions, end)),
    isUnclear: (phrase) => {
      const last = phrase.at(-1);
      return last !== undefined && last.capital && people.isUnclear([last.key]);
    },
    called: createCalled(text, words, people, found),
    ...createUnshown({ text, words, people, found }),
  };
}
