import type { Actor, Actors } from '../../../domain/actor.ts';
import { isSameGivenName } from '../../../text/words/given-names.ts';
import { isParticle } from '../particles.ts';
import { foldWords, foldWord } from '../../../text/words/scan-words.ts';
import { closeSpelling } from '../../../text/words/likeness.ts';

/** Somebody named in an article, with all that the article and `actors.yaml` tell of them. */
export interface Person {
  readonly name: string;
  /** Folded. */
  readonly surname: string;
  /** In `actors.yaml`: the article does not change their side. */
  readonly listed: boolean;
  /** Folded words of titles, roles and appositions: what "the Deputy Minister" is compared with. */
  readonly roles: Set<string>;
  side: string | null;
  pronoun: 'he' | 'she' | 'they' | null;
  mentions: number;
}

/** What a title before a name shows: "Mrs.", "Mayor". */
export interface Hint {
  readonly pronoun: Person['pronoun'];
  readonly roles: readonly string[];
}

/** The people of one article, by any form of their names. */
export interface People {
  readonly all: readonly Person[];
  /**
   * Whom a name means: among those of the article, then those listed.
   *
   * @param keys the folded words of the name
   * @param misspelt whether a surname one letter off may be meant too
   * @param hint what a title shows of who is meant where several have the name
   */
  find(keys: readonly string[], misspelt: boolean, hint?: Hint): Person | null;
  /** Whom exactly that name or alias means. */
  exact(keys: readonly string[]): Person | null;
  /** The one of the article whose first name that is, and nobody's surname: "Sir Alan", "Kim". */
  called(key: string): Person | null;
  /** Whether several of the article have the name, none of them much more often: whom it means is unclear. */
  isUnclear(keys: readonly string[]): boolean;
  /** From here on the surname alone, which nobody had so far, is theirs: others of that name are named in full. */
  claim(person: Person): void;
  /** Somebody new who is in no list; `called` is a word of the name they go by besides the last. */
  add(name: string, called?: string): Person;
  /** Whether a surname, alone, is that of somebody of the article or the list. */
  isSurname(key: string): boolean;
}

const surnameOf = (folded: string): string => folded.slice(folded.lastIndexOf(' ') + 1);
const givenOf = (folded: string): string =>
  folded.includes(' ') ? folded.slice(0, folded.indexOf(' ')) : '';

/** Whether given names can be one person's: "Sergey" and "Sergei", "S." and "Sergei", "Tony" and one not given. */
function sameGiven(a: string, b: string): boolean {
  if (a === '' || b === '') return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  return isSameGivenName(a, b) || a.slice(0, 3) === b.slice(0, 3) || closeSpelling(a, b);
}

/** Of two who fit, the one named so many times as often is meant. */
const FAR_MORE = 4;

/** The one of several whom a name means: by title, or because the others are hardly named; null where that is unclear. */
function theOne(people: readonly Person[], { pronoun, roles }: Hint): Person | null {
  const titled = people.filter((person) => roles.some((role) => person.roles.has(role)));
  if (titled.length === 1) return titled[0] ?? null;
  const possible = people.filter((person) => !pronoun || !person.pronoun || person.pronoun === pronoun);
  const shown = possible.filter((person) => pronoun !== null && person.pronoun === pronoun);
  const [only, ...others] = (shown.length === 1 ? shown : possible).toSorted(
    (a, b) => b.mentions - a.mentions,
  );
  if (!only) return null;
  const next = others[0]?.mentions ?? -1;
  return others.length === 0 || (only.mentions >= FAR_MORE && only.mentions >= FAR_MORE * next) ? only : null;
}

const NO_HINT: Hint = { pronoun: null, roles: [] };

/** So many of those named last are compared by closeness of spelling: bounds the work. */
const COMPARED = 60;

/** Prepares the list once; the function returned starts an article's people. */
export function createPeople({ actors }: Pick<Actors, 'actors'>): () => People {
  const listed = new Map<string, Actor>();
  const listedSurnames = new Map<string, Actor[]>();
  for (const actor of actors) {
    if (actor.kind !== 'person') continue;
    for (const name of [actor.name, ...actor.aliases].map(foldWords)) {
      listed.set(name, actor);
      const surname = surnameOf(name);
      const same = listedSurnames.get(surname) ?? [];
      if (!same.includes(actor)) listedSurnames.set(surname, [...same, actor]);
    }
  }

  return () => {
    const all: Person[] = [];
    const byName = new Map<string, Person>();
    const bySurname = new Map<string, Person[]>();
    const byGiven = new Map<string, Person[]>();
    const claimed = new Map<string, Person>();

    const enter = (person: Person, names: readonly string[]): Person => {
      all.push(person);
      for (const name of names) byName.set(name, person);
      for (const surname of new Set(names.map(surnameOf)))
        bySurname.set(surname, [...(bySurname.get(surname) ?? []), person]);
      for (const given of new Set(names.map(givenOf)))
        if (given.length > 1) byGiven.set(given, [...(byGiven.get(given) ?? []), person]);
      return person;
    };
    const ofList = (actor: Actor): Person =>
      byName.get(foldWords(actor.name)) ??
      enter(
        {
          name: actor.name,
          surname: surnameOf(foldWords(actor.name)),
          listed: true,
          roles: new Set((actor.role ?? '').split(/\s+/).filter(Boolean).map(foldWord)),
          side: actor.side,
          pronoun: actor.pronoun,
          mentions: 0,
        },
        [actor.name, ...actor.aliases].map(foldWords),
      );

    /** Whose the surname alone is, as far as a title does not show somebody else. */
    const ownerOf = (name: string, { pronoun, roles }: Hint): Person | null => {
      const owner = claimed.get(name);
      const isOther = pronoun !== null && owner?.pronoun && owner.pronoun !== pronoun;
      return owner && !isOther && roles.every((role) => owner.roles.has(role)) ? owner : null;
    };

    return {
      all,
      find(given, misspelt, hint = NO_HINT) {
        const own = given.findIndex((key) => !isParticle(key));
        const keys = given.slice(Math.max(0, own));
        const name = keys.join(' ');
        const surname = surnameOf(name);
        const exact = byName.get(name);
        if (exact) return exact;
        const exactListed = listed.get(name);
        if (exactListed) return ofList(exactListed);
        const fits = (other: { name: string }): boolean =>
          sameGiven(givenOf(name), givenOf(foldWords(other.name)));
        const here = (bySurname.get(surname) ?? []).filter(fits);
        if (here.length > 0) return theOne(here, hint) ?? ownerOf(name, hint);
        const known = (listedSurnames.get(surname) ?? []).filter(fits);
        if (known.length === 1 && known[0]) return ofList(known[0]);
        if (known.length > 1) return theOne(known.map(ofList), hint);
        if (!misspelt) return null;
        const close = all
          .slice(-COMPARED)
          .filter((person) => closeSpelling(person.surname, surname) && fits(person));
        return close.length === 1 ? (close[0] ?? null) : null;
      },
      exact(keys) {
        const name = keys.join(' ');
        const actor = listed.get(name);
        return byName.get(name) ?? (actor ? ofList(actor) : null);
      },
      called(key) {
        const [only, ...others] = byGiven.get(key) ?? [];
        return others.length === 0 && !bySurname.has(key) && !listedSurnames.has(key) ? (only ?? null) : null;
      },
      isUnclear(keys) {
        const name = keys.join(' ');
        const same = (bySurname.get(surnameOf(name)) ?? []).filter((other) =>
          sameGiven(givenOf(name), givenOf(foldWords(other.name))),
        );
        return same.length > 1 && !byName.has(name);
      },
      claim(person) {
        if (!claimed.has(person.surname)) claimed.set(person.surname, person);
      },
      add(name, called) {
        const folded = foldWords(name);
        const person = { name, surname: surnameOf(folded), listed: false, roles: new Set<string>() };
        return enter(
          { ...person, side: null, pronoun: null, mentions: 0 },
          called === undefined ? [folded] : [folded, called],
        );
      },
      isSurname: (key) => bySurname.has(key) || listedSurnames.has(key),
    };
  };
}
