import { pronounOfGiven } from '../../text/words/given-names.ts';
import { pronounShown } from '../../attribution/who/role-words.ts';
import { foldWord, wordsIn, type Word } from '../../text/words/scan-words.ts';
import { textAt } from '../../text/span.ts';
import { countryOf, isLetterParty } from '../../parties/read-country.ts';
import { countNames, namesOf } from './count-names.ts';
import { describeBySource, unnamedSources, untilClause } from './introductions/describe-by-source.ts';
import { countriesCalled, readWords, titlesOf } from './read-words.ts';
import { findOwnedOffices } from './introductions/find-owned-offices.ts';
import { findIntroductions } from './introductions/find-introductions.ts';
import { isPrivate, type Introduction } from './introductions/read-introduced-role.ts';
import { mergeNames, withoutTitle, type MergedName } from './merge-names.ts';
import { lastParty, readHolder } from './introductions/read-holder.ts';
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
const OFFICE_OF: ReadonlyMap<string, string> = new Map([
  ['mayor', 'city'],
  ['governor', 'state'],
  ['gov', 'state'],
]);

/** Who has one of these speaks for somebody, not against them as "rival" does. */
const STAFF =
  /spokes|manager|aide|advis|lawyer|attorney|counsel|chief|director|secretary|strategist|chair|press|deputy|mate|^$/i;

const CANDIDATE = /\b(?:candidate|hopeful|nominee|contender|front-?runner)s?$/i;

/** Who speaks in the articles, each with every introduction, and the bodies and countries that speak or are spoken for. */
export function gatherSpeakers(articles: readonly SaidArticle[]): Gathered {
  const words = readWords(articles);
  const counted = countNames(articles, words);
  const titles = titlesOf(words);
  const merged = mergeNames(
    [...counted].map(([name, { count }]) => ({ name, count })),
    (surname) => mostOf(titles.get(surname) ?? []),
  );
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

  const sources = new Map(
    articles.map(({ id, text, statements }) => [id, unnamedSources(text, words.get(id) ?? [], statements)]),
  );
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
        describeBySource(text, all, statement, [name, ...variants]),
      );
      const introduced = findIntroductions(text, all, called, isVerb);
      // "Mayor Roe", and elsewhere "the mayor of Norvale".
      const offices = introduced.some(({ owners, party }) => owners.length > 0 || party !== null)
        ? []
        : new Set(introduced.map(({ role }) => foldWord(role.split(' ').at(-1) ?? '')));
      const owned = [...offices].flatMap((office) =>
        OFFICE_OF.has(office) ? findOwnedOffices(all, office) : [],
      );
      return [...introduced, ...owned, ...described].map((found) => {
        const owners = found.its
          ? [...lastParty(all, found.start, sources.get(id) ?? []), ...found.owners]
          : found.owners;
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
        const office = found.role.split(' ').flatMap((word) => OFFICE_OF.get(foldWord(word)) ?? []);
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

/** Members of a parliament, told with their constituency. */
const ELECTED_IN = /^(?:former )?(?:sen|senator|rep|representative|congressman|congresswoman)\.?$/i;

const mostOf = (shown: readonly ('he' | 'she')[]): 'he' | 'she' | null => {
  const women = shown.filter((one) => one === 'she').length;
  return shown.length === 0 ? null : 2 * women > shown.length ? 'she' : 'he';
};
