import { pronounOfGiven } from '../../text/words/given-names.ts';
import {
  isExpert,
  isFormer,
  isRole,
  isTitleWord,
  pronounShown,
  singular,
  speaksForSide,
} from '../../attribution/who/role-words.ts';
import { foldWord, foldWords, scanWords, wordsIn, type Word } from '../../text/words/scan-words.ts';
import { isEnglishWord } from '../../text/words/english-words.ts';
import { textAt } from '../../text/span.ts';
import { findIntroductions, readRole, type Introduction } from './find-introductions.ts';
import { mergeNames, withoutTitle, type MergedName } from './merge-names.ts';
import { countryOf, isLetterParty, readCountry } from '../../parties/read-country.ts';
import { keyOf, readParty, type Party, type PartyNamed } from './read-party.ts';
import type { SaidArticle } from '../said-article.ts';

/** One person who is quoted, and what the articles tell of them. */
export interface FoundPerson {
  readonly name: string;
  readonly variants: readonly string[];
  readonly statements: number;
  readonly articles: ReadonlySet<string>;
  readonly introductions: readonly (Introduction & {
    readonly article: string;
    readonly parties: readonly PartyNamed[];
  })[];
  readonly pronoun: 'he' | 'she' | null;
  /** How many of the statements only ask. */
  readonly asks: number;
}

/** A party that speaks, or that somebody speaks for. */
export interface FoundParty {
  readonly party: Party;
  /** Statements whose source is the party, or people of it without a name. */
  statements: number;
  /** How it is written, and how often. */
  readonly forms: Map<string, number>;
  /** The country named with it, and how often. */
  readonly of: Map<string, number>;
  readonly articles: Set<string>;
}

export interface Gathered {
  readonly people: readonly FoundPerson[];
  readonly parties: ReadonlyMap<string, FoundParty>;
  readonly words: ReadonlyMap<string, readonly Word[]>;
  /** By what names the articles call each country, by its code. */
  readonly called: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What holders of these offices speak for, where nothing else is said. */
const OFFICE_OF: Readonly<Record<string, string>> = { mayor: 'city', governor: 'state', gov: 'state' };

/** The words of each article; a capital that only opens a sentence is none: "City officials". */
function readWords(articles: readonly SaidArticle[]): Map<string, readonly Word[]> {
  const scanned = articles.map(({ id, text }) => [id, scanWords(text)] as const);
  const [small, large] = [new Map<string, number>(), new Map<string, number>()];
  for (const [, words] of scanned)
    for (const { key, capital, joined } of words) {
      const counts = capital ? large : small;
      if (!capital || joined) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const isSmall = (key: string): boolean => (small.get(key) ?? 0) > (large.get(key) ?? 0);
  return new Map(
    scanned.map(([id, words]) => [
      id,
      words.map((word, i) => {
        const next = words[i + 1];
        const opens = word.capital && !word.joined && isSmall(word.key) && !(next?.joined && next.capital);
        return opens ? { ...word, capital: false } : word;
      }),
    ]),
  );
}

const isPersonName = (name: string): boolean => {
  const words = scanWords(name);
  // "RJR Norvale" is a firm.
  const [first, last] = [words[0]?.form ?? '', words.at(-1)?.form ?? ''];
  if (/^\p{Lu}{3,}$/u.test(first) && !/^\p{Lu}+$/u.test(last)) return false;
  return words.length > 0 && words.every((_, i) => readCountry(words, i) === null);
};

/** "Ann Roe and John Doe" are counted one by one. */
const namesOf = (speaker: string): string[] =>
  speaker.split(' and ').map((name) => name.replace(/,? (?:Jr|Sr|II|III|IV)\.?$/, ''));

const KIN = new Set([
  'mother',
  'father',
  'parent',
  'mom',
  'dad',
  'wife',
  'husband',
  'son',
  'daughter',
  'sister',
  'brother',
]);
/** One of several, and yet of a body: "a member of the union's board". */
const ONE_OF = new Set(['member', 'manager', 'organizer', 'candidate', 'director', 'nominee']);

/** Who has one of these speaks for somebody, not against them as "rival" does. */
const STAFF =
  /spokes|manager|aide|advis|lawyer|attorney|counsel|chief|director|secretary|strategist|chair|press|deputy|mate|^$/i;

const CANDIDATE = /\b(?:candidate|hopeful|nominee|contender|front-?runner)s?$/i;

/** Whether the words of a role are a private person's: an expert, somebody's mother, who was something once. */
export function isPrivate({ role, indefinite }: Pick<Introduction, 'role' | 'indefinite'>): boolean {
  const keys = role.split(' ').map((word) => singular(foldWord(word)));
  if (keys.some((key) => isExpert(key) || KIN.has(key) || isFormer(key))) return true;
  return indefinite && !keys.some((key) => speaksForSide(key) || ONE_OF.has(key));
}

/** Who speaks in the articles, each with every introduction, and the bodies and countries that speak or are spoken for. */
export function gatherSpeakers(articles: readonly SaidArticle[]): Gathered {
  const words = readWords(articles);
  const counted = countNames(articles, words);
  const merged = mergeNames([...counted].map(([name, { count }]) => ({ name, count })));
  const surnames = new Map<string, string>();
  const often = (names: MergedName): number =>
    [names.name, ...names.variants].reduce((sum, each) => sum + (counted.get(each)?.count ?? 0), 0);
  // Of two with one surname, the one named more is meant by it.
  for (const { name, variants } of merged.toSorted((a, b) => often(a) - often(b)))
    for (const each of [...variants, name]) surnames.set(foldWord(each.split(' ').at(-1) ?? ''), name);
  const surnameOf = (key: string): string | null => surnames.get(key) ?? null;
  const parties = new Map<string, FoundParty>();
  const enter = ({ party, of }: PartyNamed, form: string, article: string): FoundParty => {
    const key = keyOf(party);
    const found = parties.get(key) ?? {
      party,
      statements: 0,
      forms: new Map<string, number>(),
      of: new Map<string, number>(),
      articles: new Set<string>(),
    };
    parties.set(key, found);
    found.forms.set(form, (found.forms.get(form) ?? 0) + 1);
    if (of) found.of.set(of.code, (found.of.get(of.code) ?? 0) + 1);
    found.articles.add(article);
    return found;
  };

  const people = merged.map(({ name, variants }): FoundPerson => {
    const own = [name, ...variants].flatMap((each) => counted.get(each) ?? []);
    const called = [name, ...variants.filter((each) => withoutTitle(each) !== name)].flatMap((each) => [
      each,
      each.split(' ').at(-1) ?? each,
    ]);
    const introductions = articles.flatMap(({ id, text, statements }) => {
      const all = words.get(id) ?? [];
      const verbs = new Set(
        statements.flatMap(({ cue }) => cue.map((span) => textAt(text, span).toLowerCase())),
      );
      const isVerb = (word: Word): boolean => verbs.has(word.form.toLowerCase());
      const described = statements.flatMap((statement) =>
        describe(text, all, statement, [name, ...variants]),
      );
      return [...findIntroductions(text, all, called, isVerb), ...described].map((found) => {
        const owners = found.its ? [...lastParty(all, found.start), ...found.owners] : found.owners;
        let named: PartyNamed[] = owners.flatMap(
          (owner) => readParty(owner, surnameOf) ?? readHolder(owner, all, found.start, surnameOf) ?? [],
        );
        // "Norvale Sen. Roe": where somebody was elected is not for whom they speak.
        if (ELECTED_IN.test(found.role)) named = named.filter(({ party: { kind } }) => kind !== 'body');
        const letter = countryOf(
          found.party === 'R' ? 'Republicans' : found.party === 'D' ? 'Democrats' : '',
        );
        if (letter) named.push({ party: { kind: 'country', country: letter }, of: null });
        // "Gov. Roe", "the mayor": the office says of what.
        const office = found.role.split(' ').flatMap((word) => OFFICE_OF[foldWord(word)] ?? []);
        for (const of of named.some(({ party: { kind } }) => kind === 'body') ? [] : office)
          named.push({ party: { kind: 'noun', name: of }, of: null });
        named = named.filter(({ party: { kind } }) => kind !== 'person' || STAFF.test(found.role));
        // "White House hopeful": who stands for an office does not hold it.
        if (CANDIDATE.test(found.role))
          named = named.filter(({ party }) => party.kind !== 'country' || isLetterParty(party.country));
        for (const one of named)
          if (!isPrivate(found)) enter(one, owners[0]?.map(({ form }) => form).join(' ') ?? '', id);
        return { ...found, article: id, parties: named };
      });
    });
    const shown = introductions.flatMap(({ role }) =>
      role.split(' ').flatMap((word) => pronounShown(foldWord(word)) ?? []),
    );
    return {
      name,
      variants,
      asks: own.reduce((sum, { asks }) => sum + asks, 0),
      statements: own.reduce((sum, { statements }) => sum + statements, 0),
      articles: new Set(own.flatMap(({ articles: of }) => [...of])),
      introductions,
      pronoun: pronounOfGiven(foldWord(name.split(' ')[0] ?? '')) ?? mostOf(shown),
    };
  });

  const known = new Set(merged.flatMap(({ name, variants }) => [name, ...variants]));
  for (const { id, text, statements } of articles)
    for (const { speaker, source, denied } of statements) {
      if (denied || (speaker !== null && namesOf(speaker).some((name) => known.has(name)))) continue;
      const [first] = source;
      if (!first) continue;
      const phrase = untilClause(text, wordsIn(words.get(id) ?? [], first));
      const named = readParty(phrase, surnameOf);
      if (named && named.party.kind !== 'person')
        enter(named, phrase.map(({ form }) => form).join(' '), id).statements++;
    }
  return { people, parties, words, called: countriesCalled(words) };
}

function countriesCalled(words: Gathered['words']): Map<string, Set<string>> {
  const called = new Map<string, Set<string>>();
  for (const all of words.values())
    for (let i = 0; i < all.length; i++) {
      const found = readCountry(all, i);
      if (!found) continue;
      const names = called.get(found.country.code) ?? new Set<string>();
      called.set(found.country.code, names.add(found.name));
      i += found.length - 1;
    }
  return called;
}

interface NameCount {
  count: number;
  statements: number;
  asks: number;
  readonly articles: Set<string>;
}

const COLLECTIVE =
  /^(?:group|company|firm|union|organization|organisation|party|agency|newspaper|website|network|bank|maker)$/;

/** Members of a parliament, told with their constituency. */
const ELECTED_IN = /^(?:former )?(?:sen|senator|rep|representative|congressman|congresswoman)\.?$/i;

/** "the president's adviser": who was called President last. */
function readHolder(
  owner: readonly Word[],
  words: readonly Word[],
  position: number,
  surnameOf: (key: string) => string | null,
): PartyNamed | null {
  const title = owner.at(-1);
  if (owner.length > 2 || !title || !isTitleWord(title.key)) return null;
  for (let i = words.findLastIndex(({ start }) => start < position); i >= 0; i--) {
    if (words[i]?.key !== title.key || !words[i]?.capital) continue;
    for (let k = i + 1; words[k]?.capital && words[k]?.joined && k < i + 4; k++) {
      const name = surnameOf(words[k]?.key ?? '');
      if (name !== null) return { party: { kind: 'person', name }, of: null };
    }
  }
  return null;
}

/** How often each word with a capital stands without another capital beside it. */
function namedAlone(words: Gathered['words']): Map<string, number> {
  const alone = new Map<string, number>();
  for (const all of words.values())
    all.forEach((word, i) => {
      const [before, next] = [all[i - 1], all[i + 1]];
      if (!word.capital || (word.joined && before?.capital) || (next?.joined && next.capital)) return;
      alone.set(word.key, (alone.get(word.key) ?? 0) + 1);
    });
  return alone;
}

/** The names of the people who speak, and the longer ones that the articles give those of whom they have the surname alone. */
function countNames(
  articles: readonly SaidArticle[],
  words: ReadonlyMap<string, readonly Word[]>,
): Map<string, NameCount> {
  const counted = new Map<string, NameCount>();
  const count = (name: string, article: string, statements: number, asks = false): void => {
    const known = counted.get(name) ?? { count: 0, statements: 0, asks: 0, articles: new Set<string>() };
    counted.set(name, known);
    known.count++;
    known.statements += statements;
    if (asks) known.asks++;
    if (statements > 0) known.articles.add(article);
  };
  for (const { id, text, statements } of articles)
    for (const { speaker, speakerKind, denied, cue } of statements) {
      if (speaker === null || denied || speakerKind === 'body') continue;
      for (const name of namesOf(speaker))
        if (isPersonName(name) && (speakerKind === 'person' || name.split(' ').length === 1))
          count(
            name,
            id,
            1,
            cue.some((span) => /^ask/i.test(textAt(text, span))),
          );
    }
  // "Chicago Teachers Union", "Harbour Transit": what the articles write in small letters, too, is no surname.
  const small = new Set(
    [...words.values()].flatMap((all) => all.flatMap((word) => (word.capital ? [] : [word.key]))),
  );
  for (const name of counted.keys()) {
    const keys = name.split(' ').map(foldWord);
    const last = keys.at(-1) ?? '';
    if (keys.length > 1 && pronounOfGiven(keys[0] ?? '') === null && small.has(last) && isEnglishWord(last))
      counted.delete(name);
  }
  // People are called by their last name alone, bodies by the first: "Roe", "Lowland" of Lowland Steel.
  const alone = namedAlone(words);
  for (const name of counted.keys()) {
    const [first = '', ...rest] = name.split(' ').map(foldWord);
    const last = rest.at(-1);
    if (last === undefined || pronounOfGiven(first) !== null || !isEnglishWord(last)) continue;
    if ((alone.get(first) ?? 0) > (alone.get(last) ?? 0)) counted.delete(name);
  }
  // "the advocacy group Forward Norvale": called what it is.
  for (const all of words.values())
    all.forEach((word, i) => {
      const next = all[i + 1];
      if (COLLECTIVE.test(word.key) && word.joined && next?.joined && all[i + 2]?.joined)
        counted.delete(`${next.form} ${all[i + 2]?.form ?? ''}`);
    });
  // "Lowland Steel CEO Jane Roe": it has officers.
  for (const all of words.values())
    all.forEach((word, i) => {
      const [before, next] = [all[i - 1], all[i + 1]];
      if (!before || !next?.joined || !all[i + 2]?.capital || !(isRole(next.key) || next.key === 'ceo'))
        return;
      if (pronounOfGiven(before.key) === null && !word.possessive)
        counted.delete(`${before.form} ${word.form}`);
    });
  // "Ms. Roe's spokesman": she need not be quoted to be somebody.
  for (const all of words.values())
    all.forEach((word, i) => {
      if (
        word.capital &&
        word.joined &&
        /^(?:mr|mrs|ms)$/.test(all[i - 1]?.key ?? '') &&
        !all[i + 1]?.capital
      )
        count(word.form, '', 0);
    });
  const surnames = new Set([...counted.keys()].map((name) => foldWord(name.split(' ').at(-1) ?? '')));
  for (const { id } of articles) {
    const all = words.get(id) ?? [];
    all.forEach((word, i) => {
      const given = all[i - 1];
      if (!surnames.has(word.key) || !word.joined || !word.capital || !given?.capital || given.possessive)
        return;
      // "Barack Obama": what is given before a surname is a given name where it is known as one.
      if (pronounOfGiven(given.key) !== null) count(`${given.form} ${word.form}`, id, 0);
      // "Harry B. Roe"
      const early = all[i - 2];
      if (given.key.length === 1 && given.joined && early?.capital && pronounOfGiven(early.key) !== null)
        count(`${early.form} ${given.form} ${word.form}`, id, 0);
    });
  }
  // "President Enrique Doe Roe": whoever speaks as Doe Roe.
  const whole = new Map(
    [...counted.keys()].filter((name) => name.includes(' ')).map((name) => [foldWords(name), name]),
  );
  for (const { id } of articles) {
    const all = words.get(id) ?? [];
    all.forEach((word, i) => {
      const [title, given, first] = [all[i - 3], all[i - 2], all[i - 1]];
      const name = whole.get(`${first?.key ?? ''} ${word.key}`);
      if (name === undefined || !word.joined || !first?.joined || !given?.joined || !given.capital) return;
      if (title && isTitleWord(title.key) && !isTitleWord(given.key) && !isEnglishWord(given.key))
        count(`${given.form} ${name}`, id, 0);
    });
  }
  // A single word that is never somebody's surname is a body, or what opens a sentence.
  for (const name of counted.keys()) {
    if (name.includes(' ')) continue;
    const isSurname = [...counted.keys()].some((other) => other.includes(' ') && other.endsWith(` ${name}`));
    const titled = [...words.values()].some((all) =>
      all.some(
        (word, i) => word.form === name && word.joined && pronounShown(all[i - 1]?.key ?? '') !== null,
      ),
    );
    if (!isSurname && !titled && withoutTitle(name) === name) counted.delete(name);
  }
  return counted;
}

const mostOf = (shown: readonly ('he' | 'she')[]): 'he' | 'she' | null => {
  const women = shown.filter((one) => one === 'she').length;
  return shown.length === 0 ? null : 2 * women > shown.length ? 'she' : 'he';
};

/** "the Republican candidate said": what whoever is meant is called, where it names a country or a party. */
function describe(
  text: string,
  words: readonly Word[],
  { speaker, source, denied }: SaidArticle['statements'][number],
  names: readonly string[],
): Introduction[] {
  const [first] = source;
  if (!first || denied || speaker === null || !names.includes(namesOf(speaker).join(' and '))) return [];
  const phrase = untilClause(text, wordsIn(words, first));
  const called = new Set(names.map((name) => foldWord(name.split(' ').at(-1) ?? '')));
  const role = phrase.some(({ key }) => called.has(key)) ? null : readRole(phrase);
  // "Syrian refugees" are no one's description.
  const head = phrase.at(-1)?.key ?? '';
  if (singular(head) !== head) return [];
  const isOfCountry = role?.owners.some((owner) => owner.some((_, i) => readCountry(owner, i) !== null));
  return role && isOfCountry ? [{ ...role, indefinite: false, start: first.start, party: null }] : [];
}

/** "officials who took part in the talks" are the officials. */
function untilClause(text: string, words: readonly Word[]): Word[] {
  const stop = words.findIndex(
    ({ key, start }, i) =>
      i > 0 &&
      (/^(?:who|which|that|whose|and|or|in|on|from|before|after|close|familiar)$/.test(key) ||
        /[,;(—–]/.test(text.slice(words[i - 1]?.end, start))),
  );
  return (stop < 0 ? [...words] : words.slice(0, stop)).filter(
    ({ key }) => !/^(?:the|a|an|some|many|several|other|two|three)$/.test(key),
  );
}

const BACK_WORDS = 40;

/** The last country named before `position`: whose minister "its minister" is. */
function lastParty(words: readonly Word[], position: number): (readonly Word[])[] {
  const end = words.findIndex(({ start }) => start >= position);
  for (let i = end - 1; i >= Math.max(0, end - BACK_WORDS); i--) {
    const found = readCountry(words, i);
    if (found && found.form !== 'adjective') return [words.slice(i, i + found.length)];
  }
  return [];
}
