import { describe, expect, it } from 'vitest';
import { correctSpelling } from '../../src/text/words/correct-spelling.ts';
import { otherLanguage } from '../../src/text/language.ts';

const isKnown = (word: string): boolean => ['norland', 'dunn', 'feta'].includes(word);

describe('the language of a short text', () => {
  it.each([
    ['Was hat Norland über Feta gesagt?', 'de'],
    ['¿Qué quiere el sindicato?', 'es'],
    ['Qui dirige les négociations ?', 'fr'],
    ['Что предложила компания?', 'ru'],
  ])('%s', (text, language) => {
    expect(otherLanguage(text, isKnown)).toBe(language);
  });

  it.each(['wat did dunn say abt feta', 'Norland feta', 'Dunn?', 'whos the boss of the union'])(
    '%s: may be English',
    (text) => {
      expect(otherLanguage(text, isKnown)).toBeNull();
    },
  );
});

describe('a slip of spelling', () => {
  it.each([
    ['wat', 'what'],
    ['teh', 'the'],
    ['hw', 'how'],
    ['eu', 'eu'],
    ['abuot', 'about'],
    ['abt', 'about'],
    ['agreemnt', 'agreement'],
    ['goverment', 'government'],
    // English already, too short, or no word that is near.
    ['about', 'about'],
    ['zqx', 'zqx'],
    ['xylqvarn', 'xylqvarn'],
  ])('%s', (typed, meant) => {
    expect(correctSpelling(typed)).toBe(meant);
  });
});
