import { eld } from 'eld/small';
import { isEnglishWord } from './words/english-words.ts';

/** Fewer words tell too little: names alone look like any language. */
const LEAST_WORDS = 3;
/** So large a share of English words, and a text is English, whatever its letters look like. */
const ENGLISH_SHARE = 0.5;

/**
 * The ISO 639-1 code of the language that a short text is in; null where it may be English.
 *
 * @param isKnown whether a word, lower case, is one of the collection's: its names are in no list of words
 */
export function otherLanguage(text: string, isKnown: (word: string) => boolean): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const foreign = words.filter((word) => !/^[\p{Script=Latin}]+$/u.test(word));
  if (words.length === 0) return null;
  const detected = eld.detect(text);
  if (foreign.length * 2 > words.length)
    return detected.language === 'en' ? 'und' : detected.language || 'und';
  const telling = words.filter((word) => !isKnown(word));
  const english = telling.filter((word) => isEnglishWord(word)).length;
  if (words.length < LEAST_WORDS || telling.length === 0 || english > ENGLISH_SHARE * telling.length)
    return null;
  return detected.language !== 'en' && detected.isReliable() ? detected.language : null;
}
