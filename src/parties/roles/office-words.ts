import { isEnglishWord } from '../../text/words/english-words.ts';
import { isRelation } from '../../text/words/people-words.ts';
import { stemOf, type Term } from '../../text/words/words.ts';

const LINKS = new Set(['of', 'for', 'from']);
/** Whoever stands at the top, by whatever title: "the head of the harbour" may be its director. */
export const LOOSE = /^(?:head|boss|chief|leader)$/;
export const SPOKESPEOPLE = /^spokes(?:man|woman|person)$/;
/** "The man who runs the harbour", "the woman running his campaign". */
const SOMEBODY = /^(?:man|woman|guy|lady|person|one|dude|chap)$/;
const RUNS = /^(?:runs?|running|leads?|leading|heads?|heading)$/;
/** What whoever leads or speaks for somebody belongs to, said or not: "the Roe campaign's spokesman" is Roe's. */
export const STAFF = new Set(
  ['campaign', 'team', 'camp', 'staff', 'office', 'side'].map((word) => stemOf(word)),
);
/** Titles as they are shortened before a name: "Sen. Jane Roe" is "the senator" further on. */
const SHORTENED = new Map(
  Object.entries({
    sen: 'senator',
    rep: 'representative',
    gov: 'governor',
    prof: 'professor',
    gen: 'general',
    col: 'colonel',
    adm: 'admiral',
    amb: 'ambassador',
  }),
);

/** The title that a lower-case word stands for; the word itself where it is none that is shortened. */
export const writtenOut = (word: string): string => SHORTENED.get(word) ?? word;

export const lower = (term: Term | undefined): string => term?.word.toLowerCase() ?? '';
export const isLink = (term: Term | undefined): boolean => LINKS.has(lower(term));
/** One word for one and for several. By the word itself: "negotiator" has the stem of "negotiation". */
export const headWord = (term: Term | undefined): string =>
  writtenOut(lower(term)).replace(/(?<=[^s]{2})s$/, '');

export const isLooseTitle = (term: Term | undefined): boolean =>
  LOOSE.test(headWord(term)) || SPOKESPEOPLE.test(headWord(term));
/** "Friend", "allies". */
export const isRelative = (term: Term | undefined): boolean => isRelation(headWord(term).replace(/ie$/, 'y'));
export const isStaff = (term: Term | undefined): boolean => term !== undefined && STAFF.has(term.stem);
export const isName = (term: Term | undefined): boolean =>
  term !== undefined && term.content && !isEnglishWord(lower(term)) && term.word.length > 1;

/** Where "runs" stands behind "the man who"; `at` where it does not. */
export const runsAt = (terms: readonly Term[], at: number): number => {
  if (!SOMEBODY.test(lower(terms[at]))) return at;
  const verb = /^(?:who|that)$/.test(lower(terms[at + 1])) ? at + 2 : at + 1;
  return RUNS.test(lower(terms[verb])) ? verb : at;
};

/** Whether a term heads a role whatever titles the articles have: "head", "spokesman", "the man who runs". */
export const isLooseHead = (terms: readonly Term[], at: number): boolean =>
  isLooseTitle(terms[at]) || runsAt(terms, at) > at;
