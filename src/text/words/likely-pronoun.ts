import { createRequire } from 'node:module';
import { isEnglishWord } from './english-words.ts';
import { foldWord } from './scan-words.ts';
import type { getGender as GetGender } from 'gender-detection-from-name';

const require: (name: string) => { readonly getGender: typeof GetGender } = createRequire(import.meta.url);
let getGender: typeof GetGender | null = null;

const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'tr'] as const;
/** Of the languages' lists so many must agree: "Jean" is a man's name in French and a woman's in English. */
const MOST_AGREE = 5;

/**
 * What somebody of that name is likely called back by, from the given name in it; null where it does not tell, and for a single word.
 * No more than likely: the lists (some 60,000 names) have "Florent" as a woman's, and many words and places. They are
 * read when they are first needed: it takes a tenth of a second.
 *
 * @param isPerson whether more than the name shows that it is somebody's: "Jane Stone" is, where she is a mayor
 */
export function likelyPronoun(name: string, isPerson = false): 'he' | 'she' | null {
  const [given = '', ...others] = name.split(' ').map(foldWord);
  const surname = others.at(-1);
  // "Clinton Foundation": nobody's given name.
  if (surname === undefined || (!isPerson && isEnglishWord(surname))) return null;
  getGender ??= require('gender-detection-from-name').getGender;
  const shown = LANGUAGES.map((language) => getGender?.(given, language));
  const agree = (gender: 'male' | 'female'): boolean =>
    shown.filter((one) => one === gender).length >= MOST_AGREE;
  return agree('female') ? 'she' : agree('male') ? 'he' : null;
}
