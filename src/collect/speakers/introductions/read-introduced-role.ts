import {
  isExpert,
  isFormer,
  isRole,
  isTitleWord,
  singular,
  speaksForSide,
} from '../../../attribution/who/role-words.ts';
import { isLetterParty, readCountry } from '../../../parties/read-country.ts';
import { foldWord, type Word } from '../../../text/words/scan-words.ts';
import { isStopWord } from '../../../text/words/words.ts';

/** What an article calls somebody: "the union's chief negotiator". */
export interface Introduction {
  /** The role in the article's words: "chief negotiator"; empty where only a body or party is told. */
  readonly role: string;
  /** Whose or of what, in the article's words, nearest first: "union", "Chicago Teachers Union"; none where the role stands alone. */
  readonly owners: readonly (readonly Word[])[];
  /** "a Portuguese official": one of many, and hardly an office. */
  readonly indefinite: boolean;
  /** "its agriculture minister": whose is told before. */
  readonly its: boolean;
  /** Where it begins. */
  readonly start: number;
  /** The party's letter: "R-Ill."; null where there is none. */
  readonly party: string | null;
}

export const OF = new Set(['of', 'for', 'at']);
export const DETERMINER = new Set(['the', 'a', 'an', 'its', 'their', 'his', 'her', 'our']);
/** Ranks and orders that stand before an office and belong to nobody's name. */
const RANK =
  /^(?:top|senior|newly|re-elected|new|longtime|long-time|then|current|outgoing|incoming|acting|former|influential|veteran)$/;
/** "Sen." and the like stand for offices. */
const SHORT: Readonly<Record<string, string>> = {
  sen: 'senator',
  rep: 'representative',
  gov: 'governor',
  gen: 'general',
};

export const isTitle = ({ key }: Word): boolean =>
  !/^(?:of|for|to|and|the)$/.test(key) &&
  (isTitleWord(key) || isTitleWord(singular(key)) || isFormer(key) || RANK.test(key));
/** "the top Democrat": a member. */
const isMember = (word: Word): boolean => {
  const found = readCountry([{ ...word, key: singular(word.key) }], 0);
  return found !== null && isLetterParty(found.country);
};
export const saysRole = (word: Word): boolean =>
  isRole(word.key) || isRole(singular(word.key)) || word.key in SHORT || isMember(word);

/** Without articles and ranks in front. */
function trimmed(words: readonly Word[]): Word[] {
  const from = words.findIndex(
    // "New Jersey"
    ({ key, capital }, i) =>
      !DETERMINER.has(key) &&
      key !== 'of' &&
      (!RANK.test(key) || (capital && key === 'new' && words[i + 1]?.capital)),
  );
  return from < 0 ? [] : words.slice(from);
}

/** What "of the Transport Workers Alliance" in front of a phrase names; stops where the phrase does. */
export function ownersAfter(words: readonly Word[]): { owners: Word[][]; length: number } {
  const owners: Word[][] = [];
  let at = 0;
  while (at < words.length && OF.has(words[at]?.key ?? '')) {
    let end = at + 1;
    while (end < words.length && words[end]?.joined) {
      const { key, capital } = words[end] ?? { key: '', capital: false };
      const small = isStopWord(key) && !DETERMINER.has(key);
      // "Board of Education", "Ministry of Foreign Affairs and Trade": one name.
      const joins =
        (key === 'of' || key === 'and') &&
        words[end + 1]?.capital &&
        words[end - 1]?.capital &&
        !/^\d/.test(words[end - 1]?.form ?? '');
      if ((small && !joins && !capital) || (key === 'of' && !joins)) break;
      end++;
    }
    const owner = trimmed(words.slice(at + 1, end));
    if (owner.length > 0) owners.push(owner);
    at = end;
  }
  return { owners, length: at };
}

const SERVES = /^(?:advis[eo]r|aide|counsel|assistant|secretary)$/;

/** Reads "the union's chief negotiator", "Chicago Teachers Union President", "a spokesman for the city's law office". */
export function readRole(phrase: readonly Word[]): Omit<Introduction, 'party' | 'start'> | null {
  const [first] = phrase;
  if (!first) return null;
  const indefinite = /^(?:a|an|one|another)$/.test(first.key);
  // "ambassador to the United States": where an office is held is not whose it is.
  const to = phrase.findIndex(({ key }, i) => i > 0 && key === 'to');
  // "a senior adviser to the campaign" is the campaign's.
  const serves = to > 0 && SERVES.test(phrase[to - 1]?.key ?? '');
  const words = trimmed(
    to < 0
      ? phrase
      : serves
        ? phrase.map((word, i) => (i === to ? { ...word, key: 'of' } : word))
        : phrase.slice(0, to),
  );
  if (words.length === 0) return null;
  // A role with what it is of behind it; "Board of Education" is no role.
  const of = words.findIndex(({ key }, i) => i > 0 && OF.has(key) && !words[i - 1]?.capital);
  const ofTitle = words.findIndex(
    ({ key }, i) => i > 0 && OF.has(key) && saysRole(words[i - 1] ?? first) && words[i - 1]?.capital,
  );
  const link = of >= 0 && (ofTitle < 0 || of < ofTitle) ? of : ofTitle;
  let head = link >= 0 ? words.slice(0, link) : words;
  let owners: Word[][] = [];
  let behind: Word[] = [];
  if (link >= 0) {
    const tail = words.slice(link);
    const office = tail.findIndex(
      (word, i) => i > 0 && !isTitle(word) && !DETERMINER.has(word.key) && !OF.has(word.key),
    );
    // "Secretary of State", "minister for foreign affairs": the office's own name.
    if (office < 0) behind = tail;
    else ({ owners } = ownersAfter(tail));
  }
  // Whose stands before: up to the possessive, or the capitals before the office.
  const possessive = head.findLastIndex((word, i) => word.possessive && i < head.length - 1);
  let own = 0;
  if (possessive >= 0) own = possessive + 1;
  else {
    // "State Department spokeswoman": up to the last word before the role that is no part of one.
    own =
      1 +
      head.findLastIndex(
        (word, i) =>
          i < head.length - 1 && !isTitle(word) && (word.capital || i === 0 || !isTitle(head[0] ?? first)),
      );
    // "high school teacher": without a capital or an office that follows, only the first word can be whose.
    const run = head.slice(0, own);
    if (run.length > 0 && own === head.length - 1 && !run.some(({ capital }) => capital))
      own = Math.min(own, 2);
  }
  // "the union's Roe"
  if (own < head.length && head.at(-1)?.possessive) own = head.length;
  const before = trimmed(head.slice(0, own));
  head = head.slice(own);
  const member = head.at(-1);
  if (member && isMember(member)) owners = [[member], ...owners];
  if (before.length > 0) owners = [before, ...owners];
  const its = /^(?:its|their)$/.test(first.key);
  // "former Norvale Gov.": nobody's any more.
  const past = phrase.slice(0, phrase.indexOf(words[0] ?? first)).filter(({ key }) => isFormer(key));
  return { role: [...past, ...head, ...behind].map(({ form }) => form).join(' '), owners, indefinite, its };
}

/** How words for what people do end. */
const DOER =
  /(?:er|or|ist|ian|ant|man|woman|person|ee|gate|chief|member|ceo|head|mom|dad|sen|rep|gov|mr|ms|mrs|aide|mate|candidate|hopeful|democrat|republican)$/;

/** Whether a role says what somebody is: not "to expect Roe", "the Museum of Culture, Roe". */
export function saysWhat(role: string): boolean {
  if (role === '') return true;
  const [office = ''] = role.split(/ (?:of|for|at|to) /);
  const head = singular(foldWord(office.split(' ').at(-1) ?? ''));
  return isRole(head) || isTitleWord(head) || DOER.test(head);
}

const KIN = new Set([
  'mother',
  'father',
  'parent',
  'mom',
  'dad',
  'wife',
  'husband',
  'son',
  'daughter',
  'sister',
  'brother',
]);
/** One of several, and yet of a body: "a member of the union's board". */
const ONE_OF = new Set(['member', 'manager', 'organizer', 'candidate', 'director', 'nominee']);

/** Whether the words of a role are a private person's: an expert, somebody's mother, who was something once. */
export function isPrivate({ role, indefinite }: Pick<Introduction, 'role' | 'indefinite'>): boolean {
  const keys = role.split(' ').map((word) => singular(foldWord(word)));
  if (keys.some((key) => isExpert(key) || KIN.has(key) || isFormer(key))) return true;
  return indefinite && !keys.some((key) => speaksForSide(key) || ONE_OF.has(key));
}
