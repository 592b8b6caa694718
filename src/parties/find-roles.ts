import type { Actor } from '../domain/actor.ts';
import { prefixLikeness } from '../text/words/likeness.ts';
import { countryAt, countryNamed } from './read-country.ts';
import { MARK, markOf, type Mention, type Names, type Party } from './name-patterns.ts';
import {
  headWord,
  isLink,
  isLooseHead,
  isRelative,
  LOOSE,
  lower,
  readRolePhrase,
  SHORTENED,
  SPOKESPEOPLE,
  STAFF,
  type RolePhrase,
} from './read-role-phrase.ts';
import { readTerms, stemOf, type Term } from '../text/words/words.ts';

/** What somebody is called besides their name, as the articles or `actors.yaml` have it: "the Russian historian". */
export interface Description {
  readonly actor: string;
  readonly words: string;
  /** The stems of the names in the articles that call them so: the mayor there may be the mayor of a place named there. */
  readonly near?: ReadonlySet<string>;
}

/** Finds who is meant by a role: "the Secretary of State", "the Russian deputy minister". */
export type FindRoles = (terms: readonly Term[], named: readonly Mention[]) => Mention[];

interface Role {
  readonly party: Party;
  readonly head: string;
  readonly words: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
  /** The mark of the side that the description or `actors.yaml` gives; null where neither does. */
  readonly side: string | null;
  /** The codes of the countries that the description names. */
  readonly countries: readonly string[];
}

/** Another office than the same words without it: a deputy minister is no minister. */
const RANKS = new Set(
  ['deputy', 'vice', 'under', 'assistant', 'acting', 'ex', 'former', 'late', 'prime'].map((word) =>
    stemOf(word),
  ),
);
/** One person of a side holds each: where nobody known does, somebody else is meant. */
const OFFICES = new Set(['minister', 'secretary', 'president', 'premier', 'chancellor', 'ambassador']);
const LEADERS =
  /^(?:head|boss|chief|leader|director|chair(?:man|woman|person)?|president|manager|executive|ceo|commissioner|superintendent)$/;
/** "Defence" is "defense". */
const LIKE = 0.8;
const alike = (a: string, b: string): boolean => a === b || prefixLikeness(a, b) >= LIKE;

const isFiller = (term: Term | undefined): boolean => ['the', 's'].includes(lower(term));
const isSideMark = (stem: string): boolean => stem.startsWith(`${MARK}side`);

const PRONOUN = /^(?:it|him|her|them|me|us|you|he|she|they|i|we)$/;

/** What follows in a description says of what or since when. */
const GOES_ON = new Set([
  'to',
  'at',
  'in',
  'on',
  'with',
  'since',
  'who',
  'that',
  'within',
  'under',
  'during',
]);

/** The last word before "of", "for" or the like: "Secretary of State" is a secretary. */
function headOf(terms: readonly Term[]): Term | undefined {
  const link = terms.findIndex((term) => isLink(term) || GOES_ON.has(lower(term)));
  return terms.at(link > 0 ? link - 1 : -1);
}

function roleOf({ words, near = new Set() }: Description, actor: Actor, names: Names): Role | null {
  const terms = names.mark(readTerms(words)).filter((term) => !isFiller(term));
  const head = headOf(terms);
  // "Ann Other" is no office, nor is "the Russian".
  if (head === undefined || head.stem.startsWith(MARK) || !head.content || /\p{N}/u.test(head.word))
    return null;
  const content = terms
    .filter((term) => !isLink(term) && !GOES_ON.has(lower(term)))
    .flatMap(({ stem, word }) =>
      isSideMark(stem)
        ? [stem]
        : readTerms(word).map((term) => stemOf(SHORTENED.get(lower(term)) ?? lower(term))),
    );
  const side = actor.side === null ? null : markOf({ kind: 'side', id: actor.side });
  return {
    party: { kind: 'actor', id: actor.name, side: actor.side },
    head: headWord(head),
    words: new Set(content.filter((stem) => !isSideMark(stem))),
    near,
    side: content.find(isSideMark) ?? side,
    countries: readTerms(words).flatMap((_, i, all) => countryAt(all, i)?.country.code ?? []),
  };
}

/** Whether whoever is one may be called the other. */
const isSameHead = (typed: string, own: string): boolean =>
  typed === own ||
  (LOOSE.test(typed) && LEADERS.test(own)) ||
  (SPOKESPEOPLE.test(typed) && SPOKESPEOPLE.test(own));

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
    const role = actor ? roleOf(description, actor, names) : null;
    return role ? [role] : [];
  });
  const heads = new Set([...roles.map(({ head }) => head), ...OFFICES]);
  const vocabulary = [...new Set(roles.flatMap(({ words }) => [...words])), ...RANKS];
  const isOfRole = (term: Term | undefined): boolean =>
    term !== undefined && vocabulary.some((word) => alike(word, term.stem));

  /** The only one whom the phrase fits best; null when there is none or several. */
  function holderOf({ head, words: typed, owners, side, country, ownerSides }: RolePhrase): Party | null {
    const wanted = country ?? (side === null ? undefined : countryNamed(names.namesOf(side))?.code);
    /** Of another country than is asked for: the South Korean president is no French one. */
    const isForeign = (role: Role): boolean => {
      if (wanted === undefined || role.countries.includes(wanted)) return false;
      if (role.countries.length > 0 || role.side === null)
        return country !== null || role.countries.length > 0;
      return role.side !== side && countryNamed(names.namesOf(role.side))?.code !== wanted;
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
