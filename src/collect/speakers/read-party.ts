import { isRole, isTitleWord, SIDE_NOUNS, singular } from '../../attribution/who/role-words.ts';
import { isVoice } from '../../attribution/who/read-bodies.ts';
import { isOfficialBody } from '../../attribution/who/side-words.ts';
import type { Word } from '../../text/words/scan-words.ts';
import { isStopWord } from '../../text/words/words.ts';
import { isLetterParty, readCountry } from '../../parties/read-country.ts';
import type { Country } from '../../parties/list-countries.ts';

/** For whom somebody may speak, before it is known which of them are one side. */
export type Party =
  | { readonly kind: 'country'; readonly country: Country }
  /** "Chicago Teachers Union": a name of its own. */
  | { readonly kind: 'body'; readonly name: string }
  /** "the union": called by what it is. */
  | { readonly kind: 'noun'; readonly name: string }
  | { readonly kind: 'person'; readonly name: string };

/** A party as words name it, and the country that it is of where they tell: "the US State Department". */
export interface PartyNamed {
  readonly party: Party;
  readonly of: Country | null;
}

/** What parties are compared by. */
export function keyOf(party: Party): string {
  return party.kind === 'country' ? `country:${party.country.code}` : `${party.kind}:${folded(party.name)}`;
}

/** "Teacher's" and "Teachers" are one. */
const folded = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]s?\b/g, '')
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word !== '' && word !== 'the')
    .map((word) => (word.length > 4 ? word.replace(/s$/, '') : word))
    .join(' ');

/** "CBI", "U.N.": called by letters. */
export const isLetters = (name: string): boolean => /^\p{Lu}[\p{Lu}.]{1,6}$/u.test(name);
const isSmall = ({ key }: Word): boolean => /^(?:of|and|for|the|on|in)$/.test(key);
const MOST_WORDS = 8;
/** Those of a side, not its name: "union leaders", "campaign officials". */
const PEOPLE =
  /^(?:member|boss|lawyer|attorney|aide|ally|source|figure|chief|campaign|camp|staff|adviser|manager)s?$/;
const isPeople = ({ key }: Word): boolean =>
  SIDE_NOUNS.has(key) || PEOPLE.test(key) || isRole(singular(key)) || isRole(key);

const OWN_PARTY = /^(?:social|christian|liberal|free)$/;

/**
 * Reads for whom words stand: "the US State Department", "city officials", "Roe's campaign".
 *
 * @param surnameOf the person whose surname a folded word is; null where it is nobody's
 */
export function readParty(
  phrase: readonly Word[],
  surnameOf: (key: string) => string | null,
): PartyNamed | null {
  let words = phrase.slice(0, MOST_WORDS);
  // "Newly elected Iranian": what stands in small letters before a capital only describes.
  const capital = words.findIndex((word) => word.capital && !/^(?:the|a|an|but|and)$/.test(word.key));
  const country = words.map((_, i) => readCountry(words, i)).find((found) => found !== null) ?? null;
  const at = country ? words.findIndex((_, i) => readCountry(words, i) !== null) : -1;
  // "Social Democrats", "Liberal Democrat": parties of their own, of other countries.
  if (country && isLetterParty(country.country) && at > 0 && OWN_PARTY.test(words[at - 1]?.key ?? ''))
    return {
      party: { kind: 'body', name: `${words[at - 1]?.form ?? ''} ${country.country.label}` },
      of: null,
    };
  // "Presumptive Republican", "South Carolina Democrats": whatever stands before a party's name, it is the party.
  if (country && isLetterParty(country.country) && at > 0)
    if (!withoutPeople(words.slice(at + country.length)).some((word) => word.capital))
      return { party: { kind: 'country', country: country.country }, of: null };
  if (country && at <= Math.max(0, capital)) {
    const rest = withoutPeople(words.slice(at + country.length));
    if (rest.length === 0 || !rest.some((word) => word.capital))
      return { party: { kind: 'country', country: country.country }, of: null };
    const body = readBody(rest);
    // "Spain's Roe": the person.
    const named = rest.length === 1 ? surnameOf(rest[0]?.key ?? '') : null;
    if (named !== null) return { party: { kind: 'person', name: named }, of: null };
    // "Washington Restaurant Association": what is called after a seat may be anybody's.
    if (country.form === 'seat' && body !== null)
      return { party: { kind: 'body', name: `${country.name} ${body}` }, of: null };
    if (body === null) return null;
    // "American Progress", "USA Today": half of a name is nobody's.
    const isWhole = body.includes(' ') || isOfficialBody(rest) || isLetters(body);
    return {
      party: { kind: 'body', name: isWhole ? body : `${country.name} ${body}` },
      of: country.country,
    };
  }
  words = withoutPeople(words);
  // "Congressional Republicans"
  const tail = words.findIndex(
    (_, i) => i + (readCountry(words, i)?.length ?? words.length) === words.length,
  );
  const ending = tail > 0 ? readCountry(words, tail) : null;
  if (ending && ending.form !== 'adjective' && tail <= 2)
    return { party: { kind: 'country', country: ending.country }, of: null };
  const last = words.at(-1);
  if (!last || words.every((word) => isPeople(word) || isTitleWord(word.key))) return null;
  if (capital >= 0 && capital < words.length) {
    const name = words.slice(capital).filter((word) => word.capital);
    const person = surnameOf(name.at(-1)?.key ?? '');
    const body = readBody(words.slice(capital));
    if (person !== null && (body === null || body.split(' ').length <= 3))
      return { party: { kind: 'person', name: person }, of: null };
    if (body !== null) return { party: { kind: 'body', name: body }, of: null };
  }
  const nouns = words.filter((word) => !isStopWord(word.key)).slice(0, 3);
  if (nouns.length === 0 || nouns.some(({ form }) => /\d|['’]|ly$/.test(form))) return null;
  // "The plan says": whoever wrote it.
  if (isVoice(nouns.at(-1)?.key ?? '')) return null;
  return { party: { kind: 'noun', name: nouns.map(({ key }) => key).join(' ') }, of: null };
}

/** "union leaders" are the union. */
function withoutPeople(words: readonly Word[]): Word[] {
  const last = words.findLastIndex((word) => !isPeople(word));
  return last < 0 ? [...words] : words.slice(0, last + 1);
}

/** The capitals that a phrase opens with, and the small words between them. */
function readBody(words: readonly Word[]): string | null {
  const belongs = (word: Word, i: number): boolean =>
    word.capital || /^\d+$/.test(word.form) || (i > 0 && isSmall(word) && (words[i + 1]?.capital ?? false));
  const stop = words.findIndex((word, i) => !belongs(word, i));
  const end = stop < 0 ? words.length : stop;
  const name = words
    .slice(0, end)
    .map(({ form, possessive }, i) => (possessive && i < end - 1 && form.endsWith('s') ? `${form}'` : form));
  // "General Manager" is an office.
  const isOffice = words
    .slice(0, end)
    .every((word) => isPeople(word) || isTitleWord(word.key) || PEOPLE.test(word.key));
  // "Norland Rep. Ann": a member of a parliament is no body.
  const isMember = words.slice(0, end).some(({ key }) => /^(?:rep|sen|gov)s?$/.test(key));
  return name.length === 0 || isOffice || isMember ? null : name.join(' ');
}
