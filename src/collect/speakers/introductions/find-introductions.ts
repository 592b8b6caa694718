import { isStopWord } from '../../../text/words/words.ts';
import { foldWord, type Word } from '../../../text/words/scan-words.ts';
import { pronounOfGiven } from '../../../text/words/given-names.ts';
import { singular } from '../../../attribution/who/role-words.ts';
import { ownerBehind, readAfter } from './read-behind-name.ts';
import {
  DETERMINER,
  isTitle,
  OF,
  readRole,
  saysRole,
  saysWhat,
  type Introduction,
} from './read-introduced-role.ts';

const BEFORE_WORDS = 9;
const NAME_WORDS = 5;
/** Where the phrase before a name begins. */
function phraseBefore(words: readonly Word[], first: number, isVerb: (word: Word) => boolean): number {
  let from = first;
  let small = 0;
  while (from > 0 && first - from < BEFORE_WORDS && (from === first || words[from]?.joined)) {
    const word = words[from - 1];
    if (!word) break;
    const { key } = word;
    if (DETERMINER.has(key)) return from - 1;
    const whose = words[from - 2];
    const linked = key === 'of' && from < first && whose !== undefined && (whose.capital || isTitle(whose));
    // "But Mayor Doe": the capital is the sentence's.
    if (isStopWord(key) && !linked && !isTitle(word) && !/^U\.?S\.?$/.test(word.form)) break;
    // "criticizing President Roe", "refugees President Roe met": what such a word opens is no office.
    const isApart = from < first && words[from]?.capital && (key.endsWith('ing') || singular(key) !== key);
    if (!word.capital && !isTitle(word) && isApart) break;
    if (word.capital || isTitle(word) || linked) {
      from--;
      continue;
    }
    if (isVerb(word) || /(?:ed|ly)$/.test(key) || /^\d/.test(key) || ++small > 3) break;
    from--;
  }
  return from;
}

/** Longer lines are no headlines. */
const HEADLINE_CHARACTERS = 200;
/** Of fewer longer words nothing is told. */
const HEADLINE_WORDS = 4;

/** Whether the line around `position` is a headline with capitals throughout: "Harsh Words Of Farming Under Roe" introduces nobody. */
function isInTitleCase(text: string, position: number): boolean {
  const start = text.lastIndexOf('\n', position) + 1;
  const end = text.indexOf('\n', position);
  const line = text.slice(start, Math.min(end < 0 ? text.length : end, start + HEADLINE_CHARACTERS + 1));
  const long = line.length > HEADLINE_CHARACTERS ? [] : (line.match(/\p{L}{4,}/gu) ?? []);
  return long.length >= HEADLINE_WORDS && long.every((word) => /^\p{Lu}/u.test(word));
}

const PARTY = /^[\s,(]*(?<letter>[RDI])(?:[-–—](?=\p{Lu})|\))/u;

/**
 * Every introduction of a person in a text.
 *
 * @param keys the folded words of the names they go by, surname last; all with the same surname
 * @param isVerb whether the word is known to say that somebody speaks, and so no part of a role
 */
export function findIntroductions(
  text: string,
  words: readonly Word[],
  names: readonly string[],
  isVerb: (word: Word) => boolean,
): Introduction[] {
  const forms = new Set(names.map((name) => name.split(/\s+/).map(foldWord).join(' ')));
  const longest = Math.max(...[...forms].map((form) => form.split(' ').length));
  const found: Introduction[] = [];
  for (let last = 0; last < words.length; last++) {
    if (!words[last]?.capital) continue;
    let first = -1;
    for (let length = Math.min(longest, last + 1); length > 0 && first < 0; length--) {
      const run = words.slice(last - length + 1, last + 1);
      const joined = run.every((word, i) => i === 0 || word.joined);
      if (joined && forms.has(run.map(({ key }) => key).join(' '))) first = last - length + 1;
    }
    if (first < 0 || words[last]?.possessive || isInTitleCase(text, words[first]?.start ?? 0)) continue;
    // "Bob Roe" is not Ann Roe.
    const given = words[first - 1];
    if (
      words[first]?.joined &&
      first === last &&
      given?.capital &&
      !given.possessive &&
      !isTitle(given) &&
      !saysRole(given) &&
      pronounOfGiven(given.key) !== null
    )
      continue;
    // The end of a longer name is somebody else's.
    if (/^(?:jr|sr)$/.test(words[last + 1]?.key ?? '')) last++;
    const next = words[last + 1];
    if (next?.joined && next.capital && !isTitle(next)) continue;
    const start = words[first]?.start ?? 0;
    const gap = text.slice(words[first - 1]?.end ?? 0, words[first]?.start);
    const before = words[first]?.joined
      ? words.slice(phraseBefore(words, first, isVerb), first)
      : gap === ', '
        ? ownedBefore(words, first, isVerb)
        : [];
    // "Norvalian refugees Roe has seen" are not Roe; "ministers Roe and Doe" are.
    const head = before.at(-1)?.key ?? '';
    const isAlone = singular(head) !== head && !/^(?:,|\s+and\s)/.test(text.slice(words[last]?.end));
    const role = before.length > 0 && !isAlone ? readRole(before) : null;
    if (role && saysWhat(role.role)) found.push({ ...role, start, party: null });
    const shared = sharedRole(words, first, isVerb);
    if (shared && saysWhat(shared.role)) found.push({ ...shared, start, party: null });
    const rest = text.slice(words[last]?.end, (words[last]?.end ?? 0) + 12);
    const party = PARTY.exec(rest)?.groups?.['letter'] ?? null;
    if (party !== null) {
      found.push({ role: '', owners: [], indefinite: false, its: false, start, party });
      continue;
    }
    const body = ownerBehind(words, last);
    if (body) found.push({ ...body, role: role?.role ?? '', start, party: null });
    const after = readAfter(text, words, last);
    if (after && saysWhat(after.role)) found.push({ ...after, start, party: null });
  }
  return found;
}

/** "Democratic candidates Ann Roe and Bob Doe": what is said of several is said of the last, too. */
function sharedRole(
  words: readonly Word[],
  first: number,
  isVerb: (word: Word) => boolean,
): ReturnType<typeof readRole> {
  if (words[first - 1]?.key !== 'and' || !words[first]?.joined) return null;
  let name = first - 1;
  while (name > 0 && first - name < NAME_WORDS && words[name]?.joined) {
    const word = words[name - 1];
    if (!word?.capital || isTitle(word) || saysRole(word)) break;
    name--;
  }
  if (name === first - 1 || !words[name]?.joined) return null;
  const phrase = words.slice(phraseBefore(words, name, isVerb), name);
  const head = phrase.at(-1);
  return head && singular(head.key) !== head.key ? readRole(phrase) : null;
}

/** "the union's chief negotiator, Ann Roe": whose must be told. */
function ownedBefore(
  words: readonly Word[],
  first: number,
  isVerb: (word: Word) => boolean,
): readonly Word[] {
  const head = words[first - 1];
  if (
    !head ||
    !(
      saysRole(head) ||
      wordsOf(words, first).some(({ possessive }) => possessive) ||
      wordsOf(words, first).some(saysRole)
    )
  )
    return [];
  let from = first;
  while (from > 0 && first - from < BEFORE_WORDS && (from === first || words[from]?.joined)) {
    const word = words[from - 1];
    if (!word || isVerb(word) || (isStopWord(word.key) && !DETERMINER.has(word.key) && !OF.has(word.key)))
      break;
    from--;
    if (word.key === 'a' || word.key === 'an') break;
  }
  const phrase = words.slice(from, first);
  return phrase.some(({ possessive, key }) => possessive || DETERMINER.has(key)) && phrase.some(saysRole)
    ? phrase
    : [];
}

function wordsOf(words: readonly Word[], first: number): readonly Word[] {
  let from = first;
  while (from > 0 && first - from < BEFORE_WORDS && (from === first || words[from]?.joined)) from--;
  return words.slice(from, first);
}
