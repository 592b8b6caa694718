import type { Actor, Actors } from '../../domain/actor.ts';
import { foldWords, foldWord } from '../../text/scan-words.ts';
import { closeSpelling } from '../../text/likeness.ts';

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

/** The people of one article, by any form of their names. */
export interface People {
  readonly all: readonly Person[];
  /**
   * Whom a name means: among those of the article, then those listed.
   *
   * @param keys the folded words of the name
   * @param misspelt whether a surname one letter off may be meant too
   */
  find(keys: readonly string[], misspelt: boolean): Person | null;
  /** Somebody new who is in no list. */
  add(name: string): Person;
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
  return a.slice(0, 3) === b.slice(0, 3) || closeSpelling(a, b);
}

/** So many of those named last are compared by closeness of spelling: bounds the work. */
const COMPARED = 60;

/** Prepares the list once; the function returned starts an article's people. */
export function createDirectory({ actors }: Pick<Actors, 'actors'>): () => People {
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

    const enter = (person: Person, names: readonly string[]): Person => {
      all.push(person);
      for (const name of names) byName.set(name, person);
      for (const surname of new Set(names.map(surnameOf)))
        bySurname.set(surname, [...(bySurname.get(surname) ?? []), person]);
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

    return {
      all,
      find(keys, misspelt) {
        const name = keys.join(' ');
        const surname = surnameOf(name);
        const exact = byName.get(name);
        if (exact) return exact;
        const exactListed = listed.get(name);
        if (exactListed) return ofList(exactListed);
        const fits = (other: { name: string }): boolean =>
          sameGiven(givenOf(name), givenOf(foldWords(other.name)));
        const here = (bySurname.get(surname) ?? []).filter(fits);
        if (here.length > 0) return here.reduce((a, b) => (b.mentions > a.mentions ? b : a));
        const known = (listedSurnames.get(surname) ?? []).find(fits);
        if (known) return ofList(known);
        if (!misspelt) return null;
        const close = all
          .slice(-COMPARED)
          .filter((person) => closeSpelling(person.surname, surname) && fits(person));
        return close.length === 1 ? (close[0] ?? null) : null;
      },
      add(name) {
        const folded = foldWords(name);
        const person = { name, surname: surnameOf(folded), listed: false, roles: new Set<string>() };
        return enter({ ...person, side: null, pronoun: null, mentions: 0 }, [folded]);
      },
      isSurname: (key) => bySurname.has(key) || listedSurnames.has(key),
    };
  };
}
