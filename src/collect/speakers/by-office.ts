import { isFormer } from '../../attribution/who/role-words.ts';
import { foldWord } from '../../text/words/scan-words.ts';
import type { FoundPerson, Gathered } from './gather-speakers.ts';
import { isPrivate } from './introductions/read-introduced-role.ts';
import { isLetter } from './letter-keys.ts';
import { mostNamedCountry, mostOf, nearCountries } from './near-countries.ts';
import { keyOf } from './read-party.ts';

/** What the votes of others in the article weigh. */
const VOTE = 0.6;

const NATIONAL =
  /\b(?:president|(?<!general )secretary|minister|undersecretary|ambassador|admiral|(?<!attorney )general(?! secretary)|senator|chancellor|premier|congress)\b/i;

/** "secretary of the Treasury": of the government's, whichever it is. */
const DEPARTMENT = /^(?:deputy |under)?(?:secretary|minister)$/i;

/** "Deputy Chief Minister": the whole office first, whose is most likely told elsewhere. */
function officesOf(role: string): string[] {
  const whole = role.toLowerCase().replace(/^(?:deputy|vice|acting) /, '');
  return [
    ...(/\w \w*(?:secretary|minister)$/.test(whole) ? [whole] : []),
    ...(whole.match(/\b(?:secretary|minister)\b/g) ?? []),
  ];
}

/** Who leads a country. */
const HEAD = /^(?:president|prime minister|chancellor|premier)$/i;

/** Whether somebody is called a country's head. */
export const isHead = ({ introductions }: FoundPerson): boolean =>
  introductions.some(({ role }) => HEAD.test(role));

const surnameOf = (name: string): string => foldWord(name.split(' ').at(-1) ?? '');

const isPast = ({ role }: FoundPerson['introductions'][number]): boolean =>
  role.split(' ').some((word) => isFormer(foldWord(word)));
export const isOfNobody = ({ parties }: FoundPerson['introductions'][number]): boolean =>
  parties.length === 0;
export const isOfPublicLife = (introduction: FoundPerson['introductions'][number]): boolean =>
  introduction.role === '' || !isPrivate(introduction) || isPolitician(introduction);
/** They speak for no nation, and yet for more than themselves. */
const ELECTED = /\b(?:sen|senator|rep|congressman|congresswoman|lawmaker|gov|governor|secretary of state)\b/i;
/** Whether the role is a politician’s, now or once. */
export const isPolitician = ({ role }: Pick<FoundPerson['introductions'][number], 'role'>): boolean =>
  ELECTED.test(role);

/** "President Doe", without whose: the country whose officials the article calls by office alone. */
export function byOfficeAlone(
  people: Gathered['people'],
  words: Gathered['words'],
  roots: Map<string, string>,
  isStanding: (key: string) => boolean,
  places: ReadonlyMap<string, string>,
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
  const heads = people.flatMap(({ name, introductions }) => {
    const root = roots.get(name);
    return introductions.flatMap(({ role, parties }) =>
      root?.startsWith('country:') && HEAD.test(role) && parties.some(({ party }) => keyOf(party) === root)
        ? [{ surname: surnameOf(name), root }]
        : [],
    );
  });
  /** A country has one head: a second is another's. */
  const headed = (person: FoundPerson): Set<string> =>
    new Set(
      isHead(person)
        ? heads.flatMap(({ surname, root }) => (surname === surnameOf(person.name) ? [] : [root]))
        : [],
    );
  let most: string | null | undefined;
  const mostNamed = (): string | null => (most ??= mostNamedCountry(words, places));
  for (const person of people) {
    const { name, introductions } = person;
    // Who was in office once holds none.
    if (roots.has(name) || introductions.some(isPast)) continue;
    const official = introductions.filter(
      ({ role, owners, party, parties }) =>
        party === null &&
        (DEPARTMENT.test(role) || parties.every((named) => named.party.kind === 'country')) &&
        NATIONAL.test([role, ...owners.flat().map(({ key }) => key)].join(' ')) &&
        !/\b(?:sen|senator)\b/i.test(role),
    );
    const [first] = official;
    if (!first) continue;
    const votes = sumOf(official.map(({ article }) => home.get(article) ?? new Map<string, number>()));
    const near = sumOf(
      official.map(({ article, start }) => nearCountries(words.get(article) ?? [], start, places)),
    );
    for (const [key, count] of votes) near.set(key, (near.get(key) ?? 0) + VOTE * count);
    const taken = headed(person);
    for (const key of taken) near.delete(key);
    const root = byOffice(official) ?? mostOf(near) ?? mostNamed();
    if (root && !taken.has(root)) roots.set(name, root);
  }
}

function sumOf(counts: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const each of counts) for (const [key, count] of each) sum.set(key, (sum.get(key) ?? 0) + count);
  return sum;
}
