import learned from './small-words.json' with { type: 'json' };

const always = new Set(learned.always.split(' '));
const mostly = new Set(learned.mostly.split(' '));

/**
 * Whether a lower-case word is written in small letters within sentences: its capital at the beginning of one makes no name.
 * Learned by `npm run train`; `surely` asks for words that hardly ever have a capital there.
 */
export function isSmallWord(word: string, surely = false): boolean {
  return always.has(word) || (!surely && mostly.has(word));
}
