import { foldWord, type Word } from '../../text/words/scan-words.ts';
import { isFormer, isTitleWord, singular, isRole } from '../../attribution/who/role-words.ts';
import type { FoundParty, FoundPerson, Gathered } from './gather-speakers.ts';
import { isPrivate } from './gather-speakers.ts';
import { countryOf, readCountry, type Country } from './read-country.ts';
import { keyOf } from './read-party.ts';

/** Parties that are one side, by what the articles tell. */
export interface JoinedParty {
  readonly keys: ReadonlySet<string>;
  readonly parties: readonly FoundParty[];
  readonly country: Country | null;
  /** The people who speak for it. */
  readonly people: readonly string[];
  /** Statements of the people and of the parties themselves. */
  readonly statements: number;
}

/** Sets of keys that grow together (Galler & Fischer 1964); two with different countries stay apart. */
class Sets {
  readonly #parent = new Map<string, string>();
  readonly #country = new Map<string, string>();

  find(key: string): string {
    const parent = this.#parent.get(key);
    if (parent === undefined || parent === key) return key;
    const root = this.find(parent);
    this.#parent.set(key, root);
    return root;
  }

  add(key: string): void {
    if (this.#parent.has(key)) return;
    this.#parent.set(key, key);
    if (key.startsWith('country:')) this.#country.set(key, key);
  }

  join(a: string, b: string): void {
    this.add(a);
    this.add(b);
    const [x, y] = [this.find(a), this.find(b)];
    const [of, other] = [this.#country.get(x), this.#country.get(y)];
    if (x === y || (of !== undefined && other !== undefined && of !== other)) return;
    this.#parent.set(y, x);
    const country = of ?? other;
    if (country !== undefined) this.#country.set(x, country);
  }
}

const APART = /\b(?:Courts?|Universit(?:y|ies)|Institutes?|Colleges?|Schools?)\b/;

/** Of several bodies that "the union" may be, one that is named so many times as often is meant. */
const FAR_MORE = 2;

/** So many statements make somebody for whom nobody else speaks a side. */
export const OWN_STATEMENTS = 4;

export interface Joined {
  readonly sides: readonly JoinedParty[];
  /** The key of the party for which each person speaks. */
  readonly roots: ReadonlyMap<string, string>;
}

/**
 * Joins the parties that are one side: those of one person, a name and its letters, "the union" and the one union, a body
 * and the country named with it.
 */
export function joinParties({ people, parties, words }: Gathered): Joined {
  const sets = new Sets();
  const standing = standingParties(parties, words);
  for (const { introductions } of people)
    for (const introduction of introductions)
      for (const { party } of isPrivate(introduction) ? [] : introduction.parties)
        if (party.kind === 'body' && party.name.includes(' ')) standing.add(keyOf(party));
  for (const key of standing) sets.add(key);
  const isStanding = (key: string): boolean => standing.has(key);
  // Bodies with the country that stands before them.
  for (const [key, { of, party, forms }] of parties) {
    if (!isStanding(key) || party.kind === 'country') continue;
    // A court or a university is of a country and does not speak for it.
    if (party.kind === 'body' && APART.test(party.name)) continue;
    const [most, second] = [...of].toSorted((a, b) => b[1] - a[1]);
    const seen = [...forms.values()].reduce((sum, count) => sum + count, 0);
    const often =
      most && most[1] >= (party.kind === 'body' && party.name.includes(' ') ? Math.min(2, seen / 2) : 2);
    if (most && often && (!second || most[1] >= FAR_MORE * second[1])) sets.join(`country:${most[0]}`, key);
  }
  joinNames(parties, standing, sets);
  // One person's parties; strongest evidence first.
  const official = people.map((person) => {
    const counted = new Map<string, number>();
    for (const introduction of person.introductions) {
      if (isPrivate(introduction)) continue;
      introduction.parties.forEach(({ party, of }, i) => {
        const key = keyOf(party);
        const weight = introduction.indefinite ? 0.3 : 1;
        if ((isStanding(key) || party.kind === 'person') && i < 3)
          counted.set(key, (counted.get(key) ?? 0) + weight);
        if (of) counted.set(`country:${of.code}`, (counted.get(`country:${of.code}`) ?? 0) + weight);
      });
    }
    return { person, counted };
  });
  for (const { person, counted } of official) {
    keepStrongest(
      counted,
      person.introductions.some(({ party }) => party !== null),
    );
    const [first, ...others] = [...counted]
      .filter(([key]) => !key.startsWith('person:'))
      .toSorted((a, b) => b[1] - a[1]);
    for (const [key, weight] of others)
      if (first && (weight >= 2 || (weight >= 1 && (key.includes(' ') || key.startsWith('noun:')))))
        sets.join(first[0], key);
  }
  // Whoever speaks for a person speaks for whom that person does.
  const partyOf = new Map<string, string>();
  for (const { person, counted } of official) {
    const [first] = [...counted].toSorted((a, b) => b[1] - a[1]);
    if (first) partyOf.set(person.name, first[0]);
  }
  const rootOf = (name: string, depth = 0): string | null => {
    const key = partyOf.get(name);
    if (key === undefined) return null;
    const boss = people.find((one) => keyOf({ kind: 'person', name: one.name }) === key);
    if (!boss || boss.name === name || depth > 3) return sets.find(key);
    return rootOf(boss.name, depth + 1) ?? key;
  };
  const roots = new Map<string, string>();
  for (const { person } of official) {
    const root = rootOf(person.name);
    if (root !== null) roots.set(person.name, root);
  }
  // Whose staff speak is a side with them.
  for (const { person } of official) {
    const own = keyOf({ kind: 'person', name: person.name });
    if (!roots.has(person.name) && [...roots.values()].includes(own)) roots.set(person.name, own);
  }
  byOfficeAlone(people, words, roots, isStanding);
  // Who is quoted so much, in several articles, and is nobody's expert, is a side.
  for (const { name, statements, asks, articles, introductions } of people)
    if (!roots.has(name) && statements >= OWN_STATEMENTS && articles.size > 1)
      if (3 * asks < statements && introductions.every(isOfPublicLife) && introductions.every(isOfNobody))
        roots.set(name, keyOf({ kind: 'person', name }));
  return collectSides(people, parties, standing, sets, roots);
}

const LETTERS = ['country:Republicans', 'country:Democrats'];
const CONGRESS = 'country:Congress';
/** Whose parties and parliament they are. */
const PARTIES_OF = 'country:US';
const isLetter = (key: string): boolean => LETTERS.includes(key) || key === CONGRESS;

/**
 * A member of a parliament speaks for the party whose letter stands behind the name, in any office but a country's; else
 * what is told more often counts ("the Republican mayor"), and the parliament less than the party.
 */
function keepStrongest(counted: Map<string, number>, hasLetter: boolean): void {
  const keys = [...counted.keys()];
  const countries = keys.filter((key) => key.startsWith('country:') && !isLetter(key));
  const letters = keys.filter((key) => LETTERS.includes(key));
  const others = keys.filter((key) => !isLetter(key));
  const most = (among: readonly string[]): number =>
    Math.max(0, ...among.map((key) => counted.get(key) ?? 0));
  const isMember = hasLetter ? countries.length === 0 : most(letters) > most(others);
  const best = isMember || others.length === 0 ? letters : others;
  if (best.length > 0) for (const key of keys) if (!best.includes(key)) counted.delete(key);
}

/** Parties that stand by themselves somewhere: as who says something, or with "the" and no office behind. */
function standingParties(parties: Gathered['parties'], words: Gathered['words']): Set<string> {
  const standing = new Set<string>();
  const open = new Map<string, string>();
  for (const [key, { party, statements }] of parties) {
    if (party.kind === 'country' || statements > 1) standing.add(key);
    if (party.kind !== 'country' && party.kind !== 'person')
      open.set(party.name.split(' ').map(foldWord).join(' '), key);
  }
  const longest = 6;
  // "Norvale" needs no "the": a name that stands alone more than once.
  const seen = new Set<string>();
  const twice = (key: string): boolean => seen.has(key) || !seen.add(key);
  for (const all of words.values())
    for (let i = 0; i < all.length; i++)
      for (let length = 1; length <= longest; length++) {
        const last = all[i + length - 1];
        if (!last || (length > 1 && !last.joined)) break;
        const key = open.get(
          all
            .slice(i, i + length)
            .map((word) => word.key)
            .join(' '),
        );
        const next = all[i + length];
        if (key === undefined) continue;
        const near = countryBeside(all, i, i + length);
        const found = parties.get(key);
        if (near && found?.party.kind === 'body') found.of.set(near.code, (found.of.get(near.code) ?? 0) + 1);
        if (standing.has(key)) continue;
        const isOffice =
          next?.joined && (isTitleWord(next.key) || isRole(singular(next.key))) && !last.possessive;
        const definite = all[i - 1]?.key === 'the' && all[i]?.joined;
        if (
          !isOffice &&
          !(next?.joined && next.capital) &&
          (definite || (last.capital && (length > 1 || twice(key))))
        )
          standing.add(key);
      }
  return standing;
}

/** "the Iranian Foreign Ministry", "the Islamic Republic of Iran". */
function countryBeside(words: readonly Word[], from: number, to: number): Country | null {
  for (let i = from - 1; i >= Math.max(0, from - 3); i--) {
    const before = readCountry(words, i);
    if (before && i + before.length === from && words[from]?.joined) return before.country;
    // "Iran's Foreign Ministry"
    if (before && i + before.length === from && words[from - 1]?.possessive) return before.country;
  }
  if (words[to]?.key !== 'of') return null;
  const of = readCountry(words, words[to + 1]?.key === 'the' ? to + 2 : to + 1);
  // "Workers of America": a government's own bodies are of the United States.
  return of?.name === 'America' ? null : (of?.country ?? null);
}

/** Joins "CTU" and "Chicago Teachers Union", "the union" and the one union, "Tri-County" and "Tri-County Transit". */
function joinNames(parties: Gathered['parties'], standing: ReadonlySet<string>, sets: Sets): void {
  const named = [...parties].flatMap(([key, found]) => {
    if (!standing.has(key) || found.party.kind === 'country' || found.party.kind === 'person') return [];
    const { name, kind } = found.party;
    const count = [...found.forms.values()].reduce((sum, n) => sum + n, 0);
    return [{ key, kind, name, count, parts: key.slice(key.indexOf(':') + 1).split(' ') }];
  });
  const weightiest = (among: typeof named): (typeof named)[number] | null => {
    const [best, second] = among.toSorted((a, b) => b.count - a.count);
    return best && (!second || best.count >= FAR_MORE * second.count) ? best : null;
  };
  for (const one of named) {
    const others = named.filter((other) => other !== one && other.kind === 'body' && other.parts.length > 1);
    const letters = one.name.replaceAll('.', '');
    if (/^\p{Lu}{2,6}$/u.test(letters)) {
      const spelt = others.filter((other) => initialsOf(other.name) === letters.toUpperCase());
      if (spelt[0]) sets.join(spelt[0].key, one.key);
      continue;
    }
    const ends = named.filter(
      (other) =>
        other !== one &&
        other.parts.length > one.parts.length &&
        other.parts.slice(-one.parts.length).join(' ') === one.parts.join(' '),
    );
    const meant = one.kind === 'noun' ? weightiest(ends) : null;
    if (meant) sets.join(meant.key, one.key);
    // "city school board" is of the city, "school district" and "school board" are of one.
    if (one.kind === 'noun' && one.parts.length > 1)
      for (const other of named)
        if (
          other !== one &&
          other.kind === 'noun' &&
          (other.parts.join(' ') === one.parts[0] ||
            (other.parts.length > 1 && other.parts[0] === one.parts[0]))
        )
          sets.join(other.key, one.key);
    const ending =
      one.kind === 'noun' && one.parts.length > 1
        ? others.filter((other) => other.parts.at(-1) === one.parts[0])
        : [];
    const whole = weightiest(ending);
    if (whole) sets.join(whole.key, one.key);
    if (one.parts.length === 1)
      for (const { party } of parties.values())
        if (
          party.kind === 'country' &&
          party.country.seats.some(
            (seat) => seat.includes(' ') && foldWord(seat.split(' ').at(-1) ?? '') === foldWord(one.name),
          )
        )
          sets.join(keyOf(party), one.key);
    const begins = others.filter(
      (other) =>
        other.parts.length > one.parts.length && one.parts.every((part, i) => other.parts[i] === part),
    );
    if (one.kind === 'body' && begins.length === 1 && begins[0]) sets.join(begins[0].key, one.key);
  }
}

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('')
    .toUpperCase();

const NATIONAL =
  /\b(?:president|secretary|minister|undersecretary|ambassador|admiral|(?<!attorney )general|senator|chancellor|premier|congress)\b/i;

/** "secretary of the Treasury": of the government's, whichever it is. */
const DEPARTMENT = /^(?:deputy |under)?(?:secretary|minister)$/i;

const officesOf = (role: string): string[] => role.toLowerCase().match(/\b(?:secretary|minister)\b/g) ?? [];

const isPast = ({ role }: FoundPerson['introductions'][number]): boolean =>
  role.split(' ').some((word) => isFormer(foldWord(word)));
const isOfNobody = ({ parties }: FoundPerson['introductions'][number]): boolean => parties.length === 0;
const isOfPublicLife = (introduction: FoundPerson['introductions'][number]): boolean =>
  introduction.role === '' || !isPrivate(introduction) || ELECTED.test(introduction.role);
/** They speak for no nation, and yet for more than themselves. */
const ELECTED = /\b(?:sen|senator|rep|congressman|congresswoman|lawmaker)\b/i;

/** "President Doe", without whose: the country whose officials the article calls by office alone. */
function byOfficeAlone(
  people: Gathered['people'],
  words: Gathered['words'],
  roots: Map<string, string>,
  isStanding: (key: string) => boolean,
): void {
  const home = new Map<string, Map<string, number>>();
  const departments = people.filter(({ name, introductions }) => {
    const root = roots.get(name);
    return root?.startsWith('body:') && introductions.some(({ role }) => DEPARTMENT.test(role));
  });
  for (const { name } of departments) roots.delete(name);
  for (const { name, introductions } of people) {
    const root = roots.get(name);
    if (!root?.startsWith('country:') || isLetter(root)) continue;
    for (const { article, role, parties, party } of introductions) {
      if (parties.some((named) => isStanding(keyOf(named.party))) || party !== null || !NATIONAL.test(role))
        continue;
      const counts = home.get(article) ?? new Map<string, number>();
      counts.set(root, (counts.get(root) ?? 0) + 1);
      home.set(article, counts);
    }
  }
  const offices = new Map<string, Set<string>>();
  for (const { name, introductions } of people) {
    const root = roots.get(name);
    if (root?.startsWith('country:') && !isLetter(root))
      for (const { role } of introductions)
        for (const office of officesOf(role))
          offices.set(office, (offices.get(office) ?? new Set()).add(root));
  }
  // "Secretary Roe": where all whose country is known and who are called so are of one.
  const byOffice = (introductions: FoundPerson['introductions']): string | null => {
    const found = introductions.flatMap(({ role }) => officesOf(role)).map((office) => offices.get(office));
    const [only] = found.filter((of) => of?.size === 1);
    return only ? ([...only][0] ?? null) : null;
  };
  let most: string | null | undefined;
  const mostNamed = (): string | null => (most ??= mostNamedCountry(words));
  for (const { name, introductions } of people) {
    // Who was in office once holds none.
    if (roots.has(name) || introductions.some(isPast)) continue;
    const official = introductions.filter(
      ({ role, owners, party }) =>
        party === null &&
        NATIONAL.test([role, ...owners.flat().map(({ key }) => key)].join(' ')) &&
        !/\b(?:sen|senator)\b/i.test(role),
    );
    const [first] = official;
    if (!first) continue;
    const votes = sumOf(official.map(({ article }) => home.get(article) ?? new Map<string, number>()));
    const near = sumOf(official.map(({ article, start }) => nearCountries(words.get(article) ?? [], start)));
    for (const [key, count] of votes) near.set(key, (near.get(key) ?? 0) + VOTE * count);
    const root = byOffice(official) ?? mostOf(near) ?? mostNamed();
    if (root) roots.set(name, root);
  }
}

function sumOf(counts: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const each of counts) for (const [key, count] of each) sum.set(key, (sum.get(key) ?? 0) + count);
  return sum;
}

const mostOf = (counts: ReadonlyMap<string, number>): string | null =>
  [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;

/** The country that the articles name most often. */
function mostNamedCountry(words: Gathered['words']): string | null {
  const counts = new Map<string, number>();
  for (const all of words.values())
    for (let i = 0; i < all.length; i++) {
      const key = `country:${readCountry(all, i)?.country.code ?? ''}`;
      if (key !== 'country:' && !isLetter(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

const NEAR_WORDS = 60;
const SPREAD = 2;
const VOTE = 0.6;

/** What stands behind these is spoken of, or where something is: "toward Norland", "in Norland". */
const OBJECT = /^(?:to|toward|towards|against|on|in|into|from|with|at|over|about|between)$/;

/** Of whose people an article speaks around a position: each mention of a country weighs less the farther it is. */
function nearCountries(words: readonly Word[], position: number): Map<string, number> {
  const at = words.findIndex(({ start }) => start >= position);
  const near = new Map<string, number>();
  for (let i = Math.max(0, at - NEAR_WORDS); i < Math.min(words.length, at + NEAR_WORDS); i++) {
    const found = readCountry(words, i);
    const before = words[i - 1]?.key === 'the' ? words[i - 2] : words[i - 1];
    if (!found || OBJECT.test(before?.key ?? '')) continue;
    const own = `country:${found.country.code}`;
    const key = isLetter(own) ? PARTIES_OF : own;
    const acts = found.form === 'adjective' || words[i + found.length - 1]?.possessive ? 2 : 1;
    near.set(key, (near.get(key) ?? 0) + acts / (SPREAD + Math.abs(i - at)));
  }
  return near;
}

function collectSides(
  people: Gathered['people'],
  parties: Gathered['parties'],
  standing: ReadonlySet<string>,
  sets: Sets,
  roots: ReadonlyMap<string, string>,
): Joined {
  const groups = new Map<string, { keys: Set<string>; people: string[]; statements: number }>();
  const groupOf = (root: string): { keys: Set<string>; people: string[]; statements: number } => {
    const known = groups.get(root) ?? { keys: new Set([root]), people: [], statements: 0 };
    groups.set(root, known);
    return known;
  };
  for (const key of standing) {
    if (key.startsWith('person:')) continue;
    const group = groupOf(sets.find(key));
    group.keys.add(key);
    group.statements += parties.get(key)?.statements ?? 0;
  }
  for (const { name, statements } of people) {
    const root = roots.get(name);
    if (root === undefined) continue;
    const group = groupOf(sets.find(root));
    group.people.push(name);
    group.statements += statements;
  }
  const order = [...groups.values()].toSorted((a, b) => b.statements - a.statements);
  const sides = order.map((group): JoinedParty => {
    const found = [...group.keys].flatMap((key) => parties.get(key) ?? []);
    const [country = null] = [...group.keys].flatMap((key) =>
      key.startsWith('country:') ? (countryOf(key.slice('country:'.length)) ?? []) : [],
    );
    return { ...group, parties: found, country };
  });
  return { sides, roots };
}
