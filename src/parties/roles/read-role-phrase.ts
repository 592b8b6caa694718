import { surnameOf } from '../../domain/name.ts';
import { readTerms, type Term } from '../../text/words/words.ts';
import { markOf, type Mention } from '../name-patterns.ts';
import { countryAt, type CountryFound } from '../read-country.ts';
import {
  headWord,
  isLink,
  isLooseTitle,
  isName,
  isRelative,
  isStaff,
  lower,
  runsAt,
} from './office-words.ts';

/** Words of a question that may be a role. */
export interface RolePhrase {
  /** Its terms `[start, end)`, whose and where it is among them. */
  readonly start: number;
  readonly end: number;
  readonly head: string;
  /** The stems of the other words of the office. */
  readonly words: readonly string[];
  /** Stems of whose or where the office is, no words of an office known: "London" of "London's mayor". */
  readonly owners: readonly string[];
  /** The marks of the sides of those named as whose, but where somebody is called by what they are to them: a rival is of another. */
  readonly ownerSides: readonly string[];
  /** The mark of the side that is named as whose. */
  readonly side: string | null;
  /** The code of the country that is named as whose, where it is no side: "the French president". */
  readonly country: string | null;
}

/** Whose somebody is, is mostly said by the surname. */
const surnameStem = (name: string): string => readTerms(surnameOf(name))[0]?.stem ?? '';

/** What stands on one side of the head: from or up to which term, and what it says. */
interface Part {
  readonly bound: number;
  readonly words: readonly string[];
  readonly owners: readonly string[];
  readonly side: Mention | undefined;
  readonly country: string | null;
}

/** "Delegation" of "the Russian delegation": not every head of that side's is head of that. */
const keptStems = ({ end, kept = 0 }: Mention, terms: readonly Term[]): string[] =>
  terms.slice(end - kept, end).map(({ stem }) => stem);

type IsOfRole = (term: Term | undefined) => boolean;

/** At most so many other words between whose somebody is and what: "Doe's old college friend". */
const MOST_BETWEEN = 2;

/** Whether what stands right before, whatever it says, is between the head and whose it is. */
const isBehindOwner = (start: number, terms: readonly Term[], named: readonly Mention[]): boolean => {
  for (let from = start - 1; from >= start - MOST_BETWEEN && terms[from]?.content; from--)
    if (lower(terms[from - 1]) === 's' && named.some(({ end }) => end === from - 1)) return true;
  return false;
};

/** The country whose name ends right before a term, where nobody has that name: "South Korean". */
function countryBefore(end: number, terms: readonly Term[], named: readonly Mention[]): CountryFound | null {
  for (let start = 0; start < end; start++) {
    const found = countryAt(terms, start);
    const isFree = !named.some((one) => one.start < end && start < one.end);
    if (found && isFree && start + found.length === end) return found;
  }
  return null;
}

/** "Russia's deputy", "London's", "the Roe campaign's". */
function readBefore(at: number, terms: readonly Term[], named: readonly Mention[], isOfRole: IsOfRole): Part {
  const words: string[] = [];
  const owners: string[] = [];
  let side: Mention | undefined;
  let country: string | null = null;
  let start = at;
  for (;;) {
    const before = lower(terms[start - 1]) === 's' ? start - 1 : start;
    const isGenitive = before < start;
    const owner = named.find(({ end, party }) => end === before && party.kind === 'side');
    const person = named.find(({ end, party }) => end === before && party.kind === 'actor');
    const isOwned = isGenitive || start === at || owners.length > 0;
    const ofCountry: CountryFound | null =
      side || country !== null ? null : countryBefore(before, terms, named);
    if (owner) {
      words.push(...keptStems(owner, terms));
      [side, start] = [owner, owner.start];
      // "Roe campaign boss": a name right before is whose.
    } else if (person && (isGenitive || isLooseTitle(terms[at]) || isRelative(terms[at]))) {
      owners.push(surnameStem(person.party.id));
      start = person.start;
    } else if (person) break;
    else if (!isGenitive && (isOfRole(terms[start - 1]) || isStaff(terms[start - 1])))
      words.push(terms[--start]?.stem ?? '');
    else if (ofCountry) [country, start] = [ofCountry.country.code, before - ofCountry.length];
    else if (isOwned && (isGenitive ? terms[before - 1]?.content : isName(terms[before - 1]))) {
      owners.push(terms[before - 1]?.stem ?? '');
      start = before - 1;
    } else if (!isGenitive && isBehindOwner(start, terms, named)) start--;
    else break;
  }
  return { bound: start, words, owners, side, country };
}

/** "Of state", "for the Roe campaign", "(who) runs New York". */
function readAfter(
  from: number,
  terms: readonly Term[],
  named: readonly Mention[],
  isOfRole: IsOfRole,
): Part | null {
  const words: string[] = [];
  const owners: string[] = [];
  let side: Mention | undefined;
  let country: string | null = null;
  const first = /^(?:the|his|her|their)$/.test(lower(terms[from])) ? from + 1 : from;
  let next = first;
  for (;;) {
    const owner = named.find((one) => one.start === next);
    const ofCountry: CountryFound | null = side || owner || country !== null ? null : countryAt(terms, next);
    if (owner?.party.kind === 'side' && !side) {
      words.push(...keptStems(owner, terms));
      [side, next] = [owner, owner.end];
    } else if (owner?.party.kind === 'actor') {
      owners.push(surnameStem(owner.party.id));
      next = owner.end;
    } else if (isOfRole(terms[next]) || isStaff(terms[next])) words.push(terms[next++]?.stem ?? '');
    else if (ofCountry) [country, next] = [ofCountry.country.code, next + ofCountry.length];
    // "New York", typed without capitals.
    else if (isName(terms[next]) || (isName(terms[next + 1]) && terms[next]?.content))
      owners.push(terms[next++]?.stem ?? '');
    else if (lower(terms[next]) === 's' && next > first) next++;
    else break;
  }
  return next > first ? { bound: next, words, owners, side, country } : null;
}

/**
 * Reads the role that a question's term heads, with whose and where it is.
 *
 * @param at the head's term: a title, or "man" of "the man who runs"
 * @param named who is named in the question, by terms
 * @param isOfRole whether a word stands in a description that the articles give of somebody
 */
export function readRolePhrase(
  at: number,
  terms: readonly Term[],
  named: readonly Mention[],
  isOfRole: IsOfRole,
): RolePhrase {
  const before = readBefore(at, terms, named, isOfRole);
  const runs = runsAt(terms, at);
  const after =
    isLink(terms[at + 1]) || runs > at ? readAfter(Math.max(runs, at + 1) + 1, terms, named, isOfRole) : null;
  const side = before.side ?? after?.side;
  const [start, end] = [before.bound, after?.bound ?? at + 1];
  const ownerSides = named.flatMap(({ party, ...place }) =>
    party.kind === 'actor' && party.side !== null && place.start >= start && place.end <= end
      ? [markOf({ kind: 'side', id: party.side })]
      : [],
  );
  return {
    start,
    end,
    ownerSides: isRelative(terms[at]) ? [] : ownerSides,
    head: runs > at ? 'head' : headWord(terms[at]),
    words: [...before.words, ...(after?.words ?? [])],
    owners: [...before.owners, ...(after?.owners ?? [])],
    side: side ? markOf(side.party) : null,
    country: side ? null : (before.country ?? after?.country ?? null),
  };
}
