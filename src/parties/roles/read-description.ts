import type { Actor } from '../../domain/actor.ts';
import { prefixLikeness } from '../../text/words/likeness.ts';
import { readTerms, stemOf, type Term } from '../../text/words/words.ts';
import { MARK, markOf, type Names, type Party } from '../name-patterns.ts';
import { countryAt } from '../read-country.ts';
import { headWord, isLink, LOOSE, lower, SPOKESPEOPLE, writtenOut } from './office-words.ts';

/** What somebody is called besides their name, as the articles or `actors.yaml` have it: "the Russian historian". */
export interface Description {
  readonly actor: string;
  readonly words: string;
  /** The stems of the names in the articles that call them so: the mayor there may be the mayor of a place named there. */
  readonly near?: ReadonlySet<string>;
}

/** An office or the like that somebody holds, as a description gives it. */
export interface Role {
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
export const RANKS = new Set(
  ['deputy', 'vice', 'under', 'assistant', 'acting', 'ex', 'former', 'late', 'prime'].map((word) =>
    stemOf(word),
  ),
);
const LEADERS =
  /^(?:head|boss|chief|leader|director|chair(?:man|woman|person)?|president|manager|executive|ceo|commissioner|superintendent)$/;
/** "Defence" is "defense". */
const LIKE = 0.8;
export const alike = (a: string, b: string): boolean => a === b || prefixLikeness(a, b) >= LIKE;

const isFiller = (term: Term | undefined): boolean => ['the', 's'].includes(lower(term));
const isSideMark = (stem: string): boolean => stem.startsWith(`${MARK}side`);

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

/** The role that a description gives somebody; null where it gives none. */
export function readDescription(
  { words, near = new Set() }: Description,
  actor: Actor,
  names: Names,
): Role | null {
  const typed = readTerms(words);
  const terms = names.mark(typed).filter((term) => !isFiller(term));
  const head = headOf(terms);
  // "Ann Other" is no office, nor is "the Russian".
  if (head === undefined || head.stem.startsWith(MARK) || !head.content || /\p{N}/u.test(head.word))
    return null;
  const content = terms
    .filter((term) => !isLink(term) && !GOES_ON.has(lower(term)))
    .flatMap(({ stem, word }) =>
      isSideMark(stem) ? [stem] : readTerms(word).map((term) => stemOf(writtenOut(lower(term)))),
    );
  // "Ambassador to Norland" is not Norland's.
  const until = typed.findIndex((term) => GOES_ON.has(lower(term)));
  const own = until > 0 ? typed.slice(0, until) : typed;
  const side = actor.side === null ? null : markOf({ kind: 'side', id: actor.side });
  return {
    party: { kind: 'actor', id: actor.name, side: actor.side },
    head: headWord(head),
    words: new Set(content.filter((stem) => !isSideMark(stem))),
    near,
    side: content.find(isSideMark) ?? side,
    countries: own.flatMap((_, i) => countryAt(own, i)?.country.code ?? []),
  };
}

/** Whether whoever is one may be called the other. */
export const isSameHead = (typed: string, own: string): boolean =>
  typed === own ||
  (LOOSE.test(typed) && LEADERS.test(own)) ||
  (SPOKESPEOPLE.test(typed) && SPOKESPEOPLE.test(own));
