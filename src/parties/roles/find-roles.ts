import type { Actor } from '../../domain/actor.ts';
import { stemOf, type Term } from '../../text/words/words.ts';
import type { Mention, Names, Party } from '../name-patterns.ts';
import { countryNamed } from '../read-country.ts';
import {
  alike,
  isSameHead,
  RANKS,
  readDescription,
  type Description,
  type Role,
} from './read-description.ts';
import {
  headWord,
  isLink,
  isLooseHead,
  isRelative,
  LOOSE,
  lower,
  SPOKESPEOPLE,
  STAFF,
} from './office-words.ts';
import { readRolePhrase, type RolePhrase } from './read-role-phrase.ts';

/** Finds who is meant by a role: "the Secretary of State", "the Russian deputy minister". */
export type FindRoles = (terms: readonly Term[], named: readonly Mention[]) => Mention[];

/** One person of a side holds each: where nobody known does, somebody else is meant. */
const OFFICES = new Set(['minister', 'secretary', 'president', 'premier', 'chancellor', 'ambassador']);
const PRONOUN = /^(?:it|him|her|them|me|us|you|he|she|they|i|we)$/;

/**
 * @param said who has a statement: of two who fit, the one who speaks is meant
 */
export function createFindRoles(
  actors: readonly Actor[],
  descriptions: readonly Description[],
  said: ReadonlySet<string>,
  names: Names,
): FindRoles {
  const people = new Map(actors.filter(({ kind }) => kind === 'person').map((actor) => [actor.name, actor]));
  const listed = actors.flatMap(({ name, role }) => (role === null ? [] : [{ actor: name, words: role }]));
  const roles = [...listed, ...descriptions].flatMap((description): Role[] => {
    const actor = people.get(description.actor);
    const role = actor ? readDescription(description, actor, names) : null;
    return role ? [role] : [];
  });
  const heads = new Set([...roles.map(({ head }) => head), ...OFFICES]);
  const vocabulary = [...new Set(roles.flatMap(({ words }) => [...words])), ...RANKS];
  const isOfRole = (term: Term | undefined): boolean =>
    term !== undefined && vocabulary.some((word) => alike(word, term.stem));

  const countryOfSide = (mark: string): string | null => countryNamed(names.namesOf(mark))?.code ?? null;

  /** The only one whom the phrase fits best; null when there is none or several. */
  function holderOf({ head, words: typed, owners, side, country, ownerSides }: RolePhrase): Party | null {
    const wanted = country ?? (side === null ? null : countryOfSide(side));
    /** Of another country than is asked for: the South Korean president is no French one. */
    const isForeign = (role: Role): boolean => {
      if (wanted === null || role.countries.includes(wanted)) return false;
      if (role.side !== null) return role.side !== side && countryOfSide(role.side) !== wanted;
      return country !== null || role.countries.length > 0;
    };
    const fitting = roles.flatMap((role) => {
      const isOwn = (word: string): boolean => [...role.words].some((own) => alike(own, word));
      const words = [stemOf(head), ...typed, ...owners];
      const isNear = (word: string): boolean => isOwn(word) || role.near.has(word) || STAFF.has(word);
      const missing = typed.some((word) => !isOwn(word) && !STAFF.has(word)) || !owners.every(isNear);
      const extra = [...role.words].filter((own) => !words.some((word) => alike(own, word)));
      const other =
        role.side === null
          ? side !== null && LOOSE.test(head)
          : [side, ...ownerSides].some((one) => one !== null && one !== role.side);
      const fits =
        isSameHead(head, role.head) &&
        !isForeign(role) &&
        !missing &&
        !other &&
        !extra.some((word) => RANKS.has(word));
      const elsewhere =
        owners.filter((word) => !isOwn(word)).length + (side !== null && role.side === null ? 1 : 0);
      return fits ? [{ role, extra: extra.length + elsewhere }] : [];
    });
    const least = Math.min(...fitting.map(({ extra }) => extra));
    const best = fitting.filter(({ extra }) => extra === least).map(({ role }) => role.party);
    const holders = [...new Map(best.map((party) => [party.id, party])).values()];
    const speaking = holders.filter(({ id }) => said.has(id));
    const [only, second] = holders.length === 1 ? holders : speaking;
    return only && !second ? only : null;
  }

  /** Whose spokespeople are known by no name: what they say, it says. */
  function bodySpokenFor({ head, start, end }: RolePhrase, named: readonly Mention[]): Party | null {
    const inside = named.filter((one) => one.start >= start && one.end <= end);
    const [only, second] = inside.map(({ party }) => party);
    return SPOKESPEOPLE.test(head) && only?.kind === 'actor' && !second && !people.has(only.id) ? only : null;
  }

  return (terms, named) => {
    const found: Mention[] = [];
    for (let at = 0; at < terms.length; at++) {
      const inName = named.some(({ start, end }) => start <= at && at < end);
      const isOfSomebody = isRelative(terms[at]);
      const isHead = heads.has(headWord(terms[at])) || isLooseHead(terms, at) || isOfSomebody;
      // "Deputy Secretary": the head is the last word of them.
      if (
        inName ||
        !isHead ||
        // "What would he do as president": an office nobody is said to hold.
        /^(?:as|become|being)$/.test(lower(terms[at - 1])) ||
        PRONOUN.test(lower(terms[at - 1])) ||
        (isOfRole(terms[at + 1]) && !isLink(terms[at + 1]))
      )
        continue;
      const phrase = readRolePhrase(at, terms, named, isOfRole);
      const { start, end } = phrase;
      const isOwned = phrase.owners.length > 0 || phrase.side !== null || phrase.country !== null;
      if (isOfSomebody && !isOwned && !heads.has(phrase.head)) continue;
      const name = named.find((mention) => mention.start === end && mention.party.kind === 'actor');
      // "Foreign Minister Doe": whoever Doe is, the name says more than the role.
      const unknownName = !name && /^\p{Lu}/u.test(terms[end]?.word ?? '');
      if (unknownName) continue;
      // "The negotiators" are more than one.
      const isPlural = headWord(terms[at]) !== lower(terms[at]) && !name;
      const holder = name?.party ?? (isPlural ? null : (holderOf(phrase) ?? bodySpokenFor(phrase, named)));
      const specific =
        phrase.side !== null || phrase.country !== null || phrase.words.length + phrase.owners.length > 0;
      if (holder)
        found.push({
          party: holder,
          start,
          end: name?.end ?? end,
          adjective: false,
          ...(name ? {} : { how: 'role' as const }),
        });
      else if (
        (OFFICES.has(phrase.head) || phrase.owners.length > 0) &&
        specific &&
        (!isPlural || isOfSomebody)
      ) {
        const words = terms.slice(start, end).map(({ word }) => word);
        const id = words.join(' ').replaceAll(/ s(?= |$)/g, '’s');
        found.push({ party: { kind: 'unknown', id }, start, end, adjective: false });
      }
      at = end - 1;
    }
    return found;
  };
}
