import { describe, expect, it } from 'vitest';
import { capitalsTell, withUnknownNames } from '../../../src/answer/read/unknown-names.ts';
import { readTerms } from '../../../src/text/words/words.ts';

/** Whom a question asks for though nobody of them is a source; `sources` are the words of those who are. */
function unheard(question: string, sources: readonly string[] = []): string[] {
  const terms = readTerms(question);
  const stems = new Set(sources.flatMap((word) => readTerms(word).map(({ stem }) => stem)));
  const units = terms.map(({ stem, word }, i) => ({
    stem,
    name: i > 0 && /^\p{Lu}/u.test(word),
    frequency: 1,
  }));
  return withUnknownNames(terms, [], units, (stem) => stems.has(stem)).map(({ party }) => party.id);
}

describe('who is asked for and says nothing', () => {
  it.each([
    ['what did the lawyers say about the court', ['lawyers']],
    ['did the scientists warn about the dam?', ['scientists']],
    ['what did the fishermen say about quotas', ['fishermen']],
    ['what does turkey say about the dam', ['turkey']],
    ['what did lavrov say', ['lavrov']],
    ['what do the generals say about exercises', ['generals']],
    // Whoever speaks for a side may be so called, and several in office are known by one of them.
    ['what do the officials say about water', []],
    ['what does the general say about water', []],
    // A thing has something in it, and an office may be somebody's; in the articles' own words many things are done.
    ['what does the treaty say about water', []],
    ['what did the minister say about water', []],
    ['what did the farmers do with the water', []],
  ])('%s', (question, names) => {
    expect(unheard(question)).toEqual(names);
  });

  it('is no office that somebody has who speaks', () => {
    expect(unheard('what did the ministers say about water', ['Deputy Minister Ann Roe'])).toEqual([]);
    expect(unheard('what did the ministers say about water')).toEqual(['ministers']);
  });

  it('is nobody where a source is called so', () => {
    expect(unheard('what did the lawyers say about the court', ['A lawyer'])).toEqual([]);
  });
});

describe('whether capitals mean something', () => {
  it.each([
    ['What did Ann Roe say about Norland?', true],
    ['What Did Ann Roe Say About the Talks?', false],
    ['WHAT DID THE MINISTERS SAY ABOUT NORLAND TODAY', false],
    ['Roe on Norland', true],
  ])('%s', (question, tells) => {
    expect(capitalsTell(readTerms(question))).toBe(tells);
  });
});
