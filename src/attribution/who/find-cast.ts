import { type Span, indexAt } from '../../text/span.ts';
import { appositionAfter, delegationBefore, nameEnd, startsName, titleBefore } from './read-names.ts';
import { pronounOfGiven } from './given-names.ts';
import { foldWord, type Word } from '../../text/scan-words.ts';
import type { People, Person } from './find-person.ts';
import {
  EXPERTS,
  isFormer,
  isRole,
  isTitleWord,
  pronounShown,
  singular,
  speaksForSide,
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
}

/** Whether one of the words says what somebody is: "minister", "analysts", "Ms.". */
const saysRole = (phrase: readonly Word[]): boolean =>
  phrase.some(
    ({ key }) => isRole(key) || isRole(singular(key)) || pronounShown(key) !== null || key === 'dr',
  );

/** Adds to a person what a title or apposition tells: role, pronoun, and the side where the role speaks for one. */
function describe(person: Person, phrase: readonly Word[], sides: Sides): void {
  const keys = phrase.map(({ key }) => singular(key));
  for (const key of keys) if ((isTitleWord(key) && key.length > 3) || isFormer(key)) person.roles.add(key);
  person.pronoun ??= phrase.reduce<Person['pronoun']>((shown, { key }) => shown ?? pronounShown(key), null);
  if (person.listed || person.side !== null || !keys.some(speaksForSide)) return;
  if (keys.some((key) => EXPERTS.has(key) || isFormer(key))) return;
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
    if (!source || name.length < 2 || name.length > 3 || name.some(({ form }) => /^\p{Lu}{2,}$/u.test(form)))
      return false;
    if (words[first]?.joined && words[first - 1]?.key === 'the') return false;
    return end >= source.end || !words[last + 1]?.joined;
  };

  /** The person whose name is words `[first, last]`, entered if it must be one; null for other names. */
  const personOf = (first: number, last: number, title: readonly Word[]): Person | null => {
    const name = words.slice(first, last + 1);
    const keys = name.map(({ key }) => key);
    const apposition = appositionAfter(text, words, last, sides);
    const titled = saysRole(title);
    const shown = titled || apposition.length > 0;
    const start = name[0]?.start ?? 0;
    let person = people.find(keys, shown || sourceAt(start) !== null);
    // "Minister for Climate Change Jane Roe": the name is the end of a longer run of capitals.
    for (let k = 1; !person && k < keys.length - 1; k++) person = people.find(keys.slice(k), false);
    if (!person && !isOfficialBody(name)) {
      const namesPerson = keys.length > 1 && pronounOfGiven(keys[0] ?? '') !== null;
      const from = name.at(name.filter(({ capital }) => capital).length > 3 ? -2 : 0)?.start;
      if (shown || namesPerson || isWholeSource(first, last))
        person = people.add(text.slice(from, name.at(-1)?.end));
    }
    if (person) describe(person, [...title, ...apposition], sides);
    if (person && !person.listed) {
      person.side ??= delegationBefore(words, first, sides, shown);
      person.pronoun ??= pronounOfGiven(foldWord(person.name.split(' ')[0] ?? ''));
    }
    return person;
  };

  const introduced: { readonly last: number; readonly title: readonly Word[] } = { last: -9, title: [] };
  let before = introduced;
  const found: { person: Person | null; first: number; last: number }[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!startsName(words, i, sides)) {
      i += (sides.at(words, i)?.length ?? 1) - 1;
      continue;
    }
    const last = nameEnd(words, i, sides);
    let title = titleBefore(text, words, i, sides);
    // "analysts Thomas Graham and Rajan Menon": the title is both's.
    if (title.length === 0 && words[i - 1]?.key === 'and' && before.last === i - 2) title = before.title;
    const person = personOf(i, last, title);
    const plural = title.some(({ key }) => singular(key) !== key && isRole(singular(key)));
    if (person) before = { last, title: plural ? title : [] };
    found.push({ person, first: i, last });
    i = last;
  }

  // A second look: names that stood before their introduction.
  const mentions = found.flatMap(({ person, first, last }): Mention[] => {
    const keys = words.slice(first, last + 1).map(({ key }) => key);
    const whom = person ?? people.find(keys, false);
    if (!whom) return [];
    whom.mentions++;
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
  };
}
