import { capitalised } from '../text/fold.ts';
import type { Actor } from '../domain/actor.ts';
import { foldWord } from '../text/words/scan-words.ts';
import type { Proposed } from './drafted.ts';
import type { FoundPerson } from './speakers/gather-speakers.ts';
import { withoutTitle } from './speakers/merge-names.ts';
import { isPrivate } from './speakers/introductions/read-introduced-role.ts';

/** A person as they would stand in `actors.yaml`. */
export function draftPerson(
  { name, variants, statements, articles, introductions, pronoun }: FoundPerson,
  side: string | null,
): Proposed<Actor> {
  const roles = new Map<string, number>();
  for (const { role, parties } of introductions) {
    if (role === '' || /^(?:mr|mrs|ms|sen|rep|gov)\.?$/i.test(role)) continue;
    const body = parties.find(({ party }) => party.kind === 'body')?.party;
    const whole = body?.kind === 'body' && !role.startsWith(body.name) ? `${body.name} ${role}` : role;
    roles.set(whole, (roles.get(whole) ?? 0) + 1);
  }
  const [role] = [...roles].toSorted((a, b) => b[1] - a[1] || b[0].length - a[0].length);
  const official = introductions.find((one) => !isPrivate(one) && one.parties.length > 0);
  const [owned] = official?.parties ?? [];
  const owner = owned && (owned.party.kind === 'country' ? owned.party.country.label : owned.party.name);
  const why = [
    `${statements} ${statements === 1 ? 'statement' : 'statements'} in ${articles.size} ${articles.size === 1 ? 'article' : 'articles'}`,
    side !== null && owner ? `named with ${owner}` : '',
    side === null ? 'no article tells for whom' : '',
  ];
  const surname = foldWord(name.split(' ').at(-1) ?? '');
  const aliases = variants.filter(
    (variant) => (variant.includes(' ') || foldWord(variant) !== surname) && withoutTitle(variant) !== name,
  );
  return {
    value: { name, side, role: role ? capitalised(role[0]) : null, kind: 'person', pronoun, aliases },
    why: why.filter(Boolean).join(', '),
  };
}

const rolesOf = ({ introductions }: FoundPerson): string[] =>
  introductions.flatMap(({ role }) => (role.includes(' ') ? [role.toLowerCase()] : []));

/** Two of one surname, side and office whom no article names together are one under two given names: "Tom", "Thomas". */
export function sameUnderOtherNames(
  people: readonly FoundPerson[],
  sideOf: ReadonlyMap<string, string>,
): FoundPerson[] {
  const kept: FoundPerson[] = [];
  for (const person of people.toSorted((a, b) => b.statements - a.statements)) {
    const surname = person.name.split(' ').at(-1);
    const other = kept.findIndex(
      (one) =>
        one.name.split(' ').at(-1) === surname &&
        (sideOf.get(one.name) ?? sideOf.get(person.name)) ===
          (sideOf.get(person.name) ?? sideOf.get(one.name)) &&
        (one.pronoun === null || person.pronoun === null || one.pronoun === person.pronoun) &&
        ![...one.articles].some((article) => person.articles.has(article)) &&
        rolesOf(one).some((role) => rolesOf(person).includes(role)),
    );
    const same = kept[other];
    if (!same) kept.push(person);
    else
      kept[other] = {
        ...same,
        variants: [...same.variants, person.name, ...person.variants],
        statements: same.statements + person.statements,
        articles: new Set([...same.articles, ...person.articles]),
        introductions: [...same.introductions, ...person.introductions],
      };
  }
  return kept;
}
